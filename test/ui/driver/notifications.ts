import { setTimeout } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import type { Palette } from './palette';
import type { Pattern } from './pattern';

/** The messages at the lower right of the window. */
export class Notifications {
	private readonly toasts: Locator;

	constructor(
		page: Page,
		private readonly palette: Palette,
	) {
		this.toasts = page.locator('.notifications-toasts .notification-list-item');
	}

	/** Waits for a message that has the text in it and gives the whole of it. */
	async expect(text: Pattern): Promise<string> {
		const message = this.toast(text).locator('.notification-list-item-message');
		await message.waitFor();
		return (await message.innerText()).trim();
	}

	/** Presses a button of the message that has the text in it. */
	async press(text: Pattern, button: Pattern): Promise<void> {
		const toast = this.toast(text);
		await toast.hover();
		await toast.locator('.monaco-button').filter({ hasText: button }).click();
	}

	/** The names of the buttons of a message. */
	async buttons(text: Pattern): Promise<string[]> {
		const toast = this.toast(text);
		await toast.waitFor();
		return (await toast.locator('.monaco-button').allInnerTexts()).map(name => name.trim());
	}

	/** All messages in view. */
	texts(): Promise<string[]> {
		return this.toasts.locator('.notification-list-item-message').allInnerTexts();
	}

	async waitGone(text: Pattern): Promise<void> {
		await this.toast(text).waitFor({ state: 'detached' });
	}

	async clear(): Promise<void> {
		await this.palette.run('Notifications: Clear All Notifications');
		await this.toasts.first().waitFor({ state: 'detached' });
	}

	/** Waits until the next message is sure to come into view: VS Code shows three in 0.8 s, and only counts the others at its bell. */
	async rest(): Promise<void> {
		await setTimeout(800);
	}

	private toast(text: Pattern): Locator {
		return this.toasts.filter({ hasText: text }).first();
	}
}
