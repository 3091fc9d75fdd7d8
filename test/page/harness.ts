import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { pageDocument } from '../../src/ui/pageDocument';
import type { FromDoctorPage, ToDoctorPage } from '../../src/shared/diagnosis';
import type { FromPage, ToPage } from '../../src/shared/protocol';
import type { FromRepoPage, ToRepoPage } from '../../src/shared/repoPage';
import type { VsCodeApi } from '../../src/webview/vsCodeApi';
import { findChromium } from '../host/findChromium';
import { mediaBytes } from './mediaFiles';
import { THEMES, type Theme, type ThemeName } from './theme';

export interface PageOptions {
	readonly theme?: ThemeName;
	readonly width?: number;
	readonly height?: number;
	/** How many of the screen's pixels one of the page is; a zoom of the editor is one. */
	readonly deviceScaleFactor?: number;
	/** What an earlier page left with `setState`. */
	readonly state?: unknown;
}

declare global {
	/** What the page has posted, kept by the stand-in of VS Code's side. */
	var posted: FromPage[];
	var savedState: unknown;
	var violations: string[];
	/** What a file of a run holds, as base64. */
	function readMedia(name: string): Promise<string | undefined>;
}

const projectRoot = path.resolve(__dirname, '../..');
/** The pages that there are, and where each begins. */
const PAGES = {
	page: 'src/webview/main.ts',
	doctor: 'src/webview/doctor/main.ts',
	repo: 'src/webview/repo/main.ts',
};

export type PageName = keyof typeof PAGES;

const TYPES: Readonly<Record<string, string>> = {
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.ttf': 'font/ttf',
	'.html': 'text/html',
	'.png': 'image/png',
	'.wav': 'audio/wav',
	'.webm': 'video/webm',
	'.svg': 'image/svg+xml',
};

/** The page of the results panel in a real browser, under the policy that the host gives it. */
export class PageHarness {
	private constructor(
		private readonly browser: Browser,
		private readonly server: Server,
		private readonly origin: string,
	) {}

	/** `name` is that of the page's bundle: the results panel's by default. */
	static async start(name: PageName = 'page'): Promise<PageHarness> {
		const assets = await bundle(name);
		const server = createServer((request, response) => {
			const file = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
			if (file.startsWith('/media/')) {
				answerMedia(request, response, path.basename(file));
				return;
			}
			const body = file === '/' ? frame(name) : assets.get(file);
			response.writeHead(body ? 200 : 404, { 'content-type': typeOf(file) });
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
		const { theme = 'dark', width = 640, height = 720, deviceScaleFactor = 1, state } = options;
		const page = await this.browser.newPage({
			viewport: { width, height },
			deviceScaleFactor,
			reducedMotion: 'reduce',
		});
		page.on('pageerror', error => console.error(error.stack ?? error.message));
		// What runs these files wraps functions to keep their names; those that go to the page find no wrapper there.
		await page.addInitScript('globalThis.__name = value => value;');
		await page.exposeFunction('readMedia', (name: string) => {
			const bytes = mediaBytes(name);
			return bytes && Buffer.from(bytes).toString('base64');
		});
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
	async send(...messages: ReadonlyArray<ToPage | ToDoctorPage | ToRepoPage>): Promise<void> {
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

	/** The same of the doctor's page. */
	postedByDoctor(): Promise<FromDoctorPage[]> {
		return this.page.evaluate(() => globalThis.posted as readonly unknown[] as FromDoctorPage[]);
	}

	/** The same of a repo's page. */
	postedByRepo(): Promise<FromRepoPage[]> {
		return this.page.evaluate(() => globalThis.posted as readonly unknown[] as FromRepoPage[]);
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

function typeOf(name: string): string {
	return TYPES[path.extname(name) || '.html'] ?? 'application/octet-stream';
}

/** A file of a run, or the part of it that is asked for, as VS Code answers: players go to a moment only so. */
function answerMedia({ headers }: IncomingMessage, response: ServerResponse, name: string): void {
	const body = mediaBytes(name);
	const [, start, end] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? [];
	if (!body || start === undefined) {
		response.writeHead(body ? 200 : 404, { 'content-type': typeOf(name) });
		response.end(body);
		return;
	}
	const last = Math.min(end ? Number(end) : Infinity, body.length - 1);
	response.writeHead(206, {
		'content-type': typeOf(name),
		'content-range': `bytes ${start}-${last}/${body.length}`,
	});
	response.end(body.subarray(Number(start), last + 1));
}

function frame(name: PageName): string {
	return pageDocument({
		title: 'Hugging Face Results',
		source: `'self'`,
		script: `/${name}.js`,
		styles: `/${name}.css`,
		nonce: 'a-nonce',
		media: '/media',
	});
}

async function bundle(name: PageName): Promise<ReadonlyMap<string, Uint8Array>> {
	const { outputFiles } = await build({
		absWorkingDir: projectRoot,
		entryPoints: { [name]: PAGES[name] },
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
	const api: VsCodeApi<FromPage, unknown> = {
		postMessage: message => {
			globalThis.posted.push(message);
			if (message.type === 'media' && message.action === 'load') {
				void load(message.id, message.name);
			}
		},
		getState: () => globalThis.savedState,
		setState: next => (globalThis.savedState = next),
	};
	const load = async (id: string, name: string) => {
		const binary = atob((await globalThis.readMedia(name)) ?? '');
		const bytes = Uint8Array.from(binary, char => char.charCodeAt(0));
		window.postMessage({ type: 'media', id, name, bytes }, '*');
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
