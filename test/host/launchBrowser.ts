import path from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { findChromium } from './findChromium';

export interface BrowserOptions {
	/** The browser's profile lives in here: with the same one, secrets are found again after a restart. */
	readonly dataDir: string;
	/** Pixels of the page. */
	readonly viewport?: { readonly width: number; readonly height: number };
	/** Pixels of the screen per pixel of the page; pictures for a page that people read want more than 1. */
	readonly deviceScaleFactor?: number;
	/** Whether things fade and spin. Drawn without a graphics card, that takes a third of all computing. */
	readonly motion?: boolean;
}

/** Opens a Chromium without a window, in which VS Code's web build runs. */
export async function launchBrowser(options: BrowserOptions): Promise<BrowserContext> {
	const { dataDir, viewport = { width: 1280, height: 800 }, deviceScaleFactor = 1, motion = false } = options;
	const asRoot = process.getuid?.() === 0;
	return chromium.launchPersistentContext(path.join(dataDir, 'browser'), {
		executablePath: await findChromium(),
		viewport,
		deviceScaleFactor,
		permissions: ['clipboard-read', 'clipboard-write'],
		reducedMotion: motion ? 'no-preference' : 'reduce',
		args: [
			'--disable-gpu',
			'--disable-background-networking',
			// Chromium refuses to sandbox itself as root.
			...(asRoot ? ['--no-sandbox'] : []),
		],
	});
}
