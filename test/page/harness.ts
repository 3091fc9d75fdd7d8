import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { pageDocument } from '../../src/results/pageDocument';
import type { FromPage, ToPage } from '../../src/shared/protocol';
import type { VsCodeApi } from '../../src/webview/vsCodeApi';
import { findChromium } from '../host/findChromium';
import { THEMES, type Theme, type ThemeName } from './theme';

export interface PageOptions {
	readonly theme?: ThemeName;
	readonly width?: number;
	readonly height?: number;
	/** What an earlier page left with `setState`. */
	readonly state?: unknown;
}

declare global {
	/** What the page has posted, kept by the stand-in of VS Code's side. */
	var posted: FromPage[];
	var savedState: unknown;
	var violations: string[];
}

const projectRoot = path.resolve(__dirname, '../..');
const TYPES: Readonly<Record<string, string>> = {
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.ttf': 'font/ttf',
	'.html': 'text/html',
};

/** The page of the results panel in a real browser, under the policy that the host gives it. */
export class PageHarness {
	private constructor(
		private readonly browser: Browser,
		private readonly server: Server,
		private readonly origin: string,
	) {}

	static async start(): Promise<PageHarness> {
		const assets = await bundle();
		const server = createServer((request, response) => {
			const name = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
			const body = name === '/' ? frame() : assets.get(name);
			response.writeHead(body ? 200 : 404, {
				'content-type': TYPES[path.extname(name) || '.html'] ?? 'application/octet-stream',
			});
			response.end(body);
		});
		await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		const browser = await chromium.launch({
			executablePath: await findChromium(),
			args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
		});
		return new PageHarness(browser, server, `http://127.0.0.1:${port}`);
	}

	async stop(): Promise<void> {
		await this.browser.close();
		await new Promise(resolve => this.server.close(resolve));
	}

	/** Opens the page and waits until it has said `ready`. */
	async open(options: PageOptions = {}): Promise<TestPage> {
		const { theme = 'dark', width = 640, height = 720, state } = options;
		const page = await this.browser.newPage({
			viewport: { width, height },
			reducedMotion: 'reduce',
		});
		page.on('pageerror', error => console.error(error.stack ?? error.message));
		// What runs these files wraps functions to keep their names; those that go to the page find no wrapper there.
		await page.addInitScript('globalThis.__name = value => value;');
		await page.addInitScript(standIn, { theme: THEMES[theme], state });
		await page.goto(this.origin);
		await page.waitForFunction(() => globalThis.posted.some(({ type }) => type === 'ready'));
		return new TestPage(page);
	}
}

/** One open page. */
export class TestPage {
	constructor(readonly page: Page) {}

	/** Posts messages to the page, each in a task of its own, as the host does. */
	async send(...messages: readonly ToPage[]): Promise<void> {
		await this.page.evaluate(all => all.forEach(message => window.postMessage(message, '*')), messages);
		await this.settled();
	}

	/** Waits until the page has shown all that it was told: some frames in a row without a change. */
	async settled(): Promise<void> {
		await this.page.evaluate(async () => {
			let changes = 0;
			const observer = new MutationObserver(() => changes++);
			observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
			const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
			for (let quiet = 0; quiet < 6;) {
				const before = changes;
				await frame();
				await new Promise(resolve => setTimeout(resolve));
				quiet = changes === before ? quiet + 1 : 0;
			}
			observer.disconnect();
		});
	}

	posted(): Promise<FromPage[]> {
		return this.page.evaluate(() => globalThis.posted);
	}

	/** What the page was refused by its policy. */
	violations(): Promise<string[]> {
		return this.page.evaluate(() => globalThis.violations);
	}

	/** Ends the page; a violation of its policy is an error. */
	async close(): Promise<void> {
		const violations = await this.violations();
		await this.page.close();
		if (violations.length > 0) {
			throw new Error(`The page violated its policy:\n${violations.join('\n')}`);
		}
	}
}

function frame(): string {
	return pageDocument({
		source: `'self'`,
		script: '/page.js',
		styles: '/page.css',
		nonce: 'a-nonce',
	});
}

async function bundle(): Promise<ReadonlyMap<string, Uint8Array>> {
	const { outputFiles } = await build({
		absWorkingDir: projectRoot,
		entryPoints: { page: 'src/webview/main.ts' },
		outdir: 'dist',
		bundle: true,
		minify: true,
		write: false,
		platform: 'browser',
		format: 'iife',
		target: 'es2022',
		tsconfig: 'src/webview/tsconfig.json',
		loader: { '.ttf': 'file' },
		assetNames: '[name]',
		logLevel: 'warning',
	});
	return new Map(outputFiles.map(({ path: file, contents }) => [`/${path.basename(file)}`, contents]));
}

/** Runs in the page before its own script: VS Code's side of the conversation, and its theme. */
function standIn({ theme, state }: { theme: Theme; state: unknown }): void {
	globalThis.posted = [];
	globalThis.violations = [];
	globalThis.savedState = state;
	const api: VsCodeApi = {
		postMessage: message => globalThis.posted.push(message),
		getState: () => globalThis.savedState,
		setState: next => (globalThis.savedState = next),
	};
	Object.assign(globalThis, { acquireVsCodeApi: () => api });
	document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
		globalThis.violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
	);
	document.addEventListener('DOMContentLoaded', () => {
		document.body.classList.add(...theme.bodyClass.split(' '));
		for (const [name, value] of Object.entries(theme.variables)) {
			document.documentElement.style.setProperty(name, value);
		}
	});
}
