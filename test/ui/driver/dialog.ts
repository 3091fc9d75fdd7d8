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

	async press(button: Pattern): Promise<void> {
		await this.box.getByRole('button', { name: button }).click();
		await this.box.waitFor({ state: 'detached' });
	}
}
