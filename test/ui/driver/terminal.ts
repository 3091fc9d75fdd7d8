import type { Page } from 'playwright-core';
import type { Palette } from './palette';

/** Marks a terminal that was there before. */
const seen = 'data-seen';

/** As much as is used here of an element in the page, whose world these tests do not share. */
interface DrawnElement {
	setAttribute(name: string, value: string): void;
}

/** The terminals in the panel below the editor. */
export class Terminal {
	constructor(
		private readonly page: Page,
		private readonly palette: Palette,
	) {}

	/** Opens a new terminal and has it run a line; what that wrote is looked for elsewhere, as a terminal is only drawn. */
	async run(line: string): Promise<void> {
		const terminals = this.page.locator('.terminal-wrapper');
		// One that the window has opened or brought back by itself was started with what held then.
		await terminals.evaluateAll(
			(old: DrawnElement[], mark) => old.forEach(one => one.setAttribute(mark, '')),
			seen,
		);
		await this.palette.run('Terminal: Create New Terminal');
		const terminal = this.page.locator(`.terminal-wrapper.active:not([${seen}]) .xterm-helper-textarea`);
		await terminal.waitFor({ state: 'attached' });
		await terminal.focus();
		await this.page.keyboard.type(`${line}\n`);
	}

	/** Ends all terminals. */
	async close(): Promise<void> {
		await this.palette.run('Terminal: Kill All Terminals');
	}
}
