import type { Page } from 'playwright-core';
import type { Palette } from './palette';

/** The terminals in the panel below the editor. */
export class Terminal {
	constructor(
		private readonly page: Page,
		private readonly palette: Palette,
	) {}

	/** Opens a new terminal and has it run a line; what that wrote is looked for elsewhere, as a terminal is only drawn. */
	async run(line: string): Promise<void> {
		await this.palette.run('Terminal: Create New Terminal');
		const terminal = this.page.locator('.terminal-wrapper.active .xterm-helper-textarea');
		await terminal.waitFor({ state: 'attached' });
		await terminal.focus();
		await this.page.keyboard.type(`${line}\n`);
	}

	/** Ends all terminals. */
	async close(): Promise<void> {
		await this.palette.run('Terminal: Kill All Terminals');
	}
}
