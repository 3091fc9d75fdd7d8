import type { Locator, Page } from 'playwright-core';
import type { Pattern } from './pattern';

/** The modal question in the middle of the window. */
export class Dialog {
	private readonly box: Locator;

	constructor(page: Page) {
		this.box = page.locator('.monaco-dialog-box');
	}

	/** Waits for a question that has the text in it and gives all that it says. */
	async expect(text: Pattern): Promise<string> {
		const box = this.box.filter({ hasText: text });
		await box.waitFor();
		return box.locator('.dialog-message-container').innerText();
	}

	/** Presses Enter, for the button that VS Code has chosen. */
	async pressEnter(): Promise<void> {
		const shown = await this.box.elementHandle();
		await this.box.locator('.monaco-button:focus').press('Enter');
		await shown?.waitForElementState('hidden');
	}

	async press(button: Pattern): Promise<void> {
		const found = this.box.getByRole('button', { name: button });
		await found.waitFor();
		const pressed = await found.elementHandle();
		await found.click();
		// Another question may follow at once: it is this one that must have gone.
		await pressed?.waitForElementState('hidden');
	}
}
