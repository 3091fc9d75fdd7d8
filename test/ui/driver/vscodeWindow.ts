import type { Page } from 'playwright-core';

export interface WindowOptions {
	/** Everything that VS Code writes goes into this folder. */
	readonly dataDir: string;
	/** The packaged extension; it is installed before the first start. */
	readonly vsix: string;
	/** More extensions beside it, packaged likewise. */
	readonly others: readonly string[];
	/** The folder to open. */
	readonly folder: string;
	readonly settings: Readonly<Record<string, unknown>>;
	readonly env: NodeJS.ProcessEnv;
	readonly viewport: { readonly width: number; readonly height: number };
	readonly deviceScaleFactor: number;
	/** The window's console and what is posted to its pages are part of `output` only where nothing is measured. */
	readonly measured: boolean;
	/** Needed if secrets have to outlive a restart of the web build; 0 takes a free one. */
	readonly port: number;
}

/** A running VS Code with one window. */
export interface VSCodeWindow {
	readonly page: Page;
	/** Where the web build is served, for the next start; 0 on the desktop. */
	readonly port: number;
	/** What VS Code has written to its terminal, its consoles and to pages so far. */
	output(): string;
	close(): Promise<void>;
}
