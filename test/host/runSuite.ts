import { format } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './launchBrowser';
import { pageUrl, type PageTarget } from './pageUrl';
import type { WebServer } from './webServer';

export interface SuiteOptions {
	readonly server: WebServer;
	readonly target: PageTarget;
	readonly dataDir: string;
	readonly timeoutMs: number;
	/** Where the window is pictured if the suite does not end in time. */
	readonly screenshot?: string;
}

/** VS Code's own talk about things that a test run leaves out. */
const chatter = new RegExp(
	`^(${[
		'\\[(AgentHost|RemoteAgentHost|ChatModelSelection|AccountPolicy|reconnection-grace|Service Worker|DefaultAccount|chat-stt|driver)',
		'Resolv(ing|ed) connection token',
		'Creating a socket',
		'Ignoring fetching additional',
		'Updating additional builtin',
		'The web worker extension host',
		'Error: Timed out waiting for authentication provider',
	].join('|')})`,
);

/**
 * Runs the `run()` of `extensionTestsPath` in an extension host of the web build.
 * Resolves with VS Code's exit code: 0 if `run()` did, 1 if it failed. A run that cannot end is an error.
 */
export async function runSuite(options: SuiteOptions): Promise<number> {
	const browser = await launchBrowser({ dataDir: options.dataDir });
	try {
		const page = browser.pages()[0] ?? (await browser.newPage());
		return await suiteEnd(browser, page, options);
	} finally {
		await browser.close();
	}
}

async function suiteEnd(browser: BrowserContext, page: Page, options: SuiteOptions): Promise<number> {
	const { server, target, timeoutMs, screenshot } = options;
	let timer: NodeJS.Timeout | undefined;
	const failed = new Promise<never>((_, reject) => {
		const fail = (why: string) => reject(new Error(why));
		timer = setTimeout(() => {
			const pictured = screenshot ? page.screenshot({ path: screenshot }) : Promise.resolve();
			void pictured.catch(() => undefined).then(() => fail(`The suite did not end within ${timeoutMs} ms.`));
		}, timeoutMs);
		void server.crashed.then(fail);
		browser.once('close', () => fail('Chromium went away.'));
		page.once('crash', () => fail('The page crashed.'));
	});
	const ended = new Promise<number>((resolve, reject) => {
		// VS Code calls these two globals where they exist: with every line of its logs, and when run() has settled.
		page
			.exposeFunction('codeAutomationLog', relay)
			.then(() => page.exposeFunction('codeAutomationExit', resolve))
			.then(() => page.goto(pageUrl(server, target)))
			.catch(reject);
		page.on('pageerror', error => console.error(error.stack ?? error.message));
	});
	try {
		return await Promise.race([ended, failed]);
	} finally {
		clearTimeout(timer);
	}
}

function relay(level: string, args: readonly unknown[]): void {
	const line = format(...args);
	if (!chatter.test(line) || process.env.HF_WORKBENCH_VERBOSE) {
		(level === 'error' ? process.stderr : process.stdout).write(`${line}\n`);
	}
}
