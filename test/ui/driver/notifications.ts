import { setTimeout } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import type { Palette } from './palette';
import type { Pattern } from './pattern';

/** How long it takes at most until a message is shown, in milliseconds. */
const shownMs = 20_000;

/** The messages at the lower right of the window. */
export class Notifications {
	private readonly toasts: Locator;
	private readonly center: Locator;

	constructor(
		page: Page,
		private readonly palette: Palette,
	) {
		this.toasts = page.locator('.notifications-toasts .notification-list-item');
		this.center = page.locator('.notifications-center .notification-list-item-message');
	}

	/**
	 * Waits for a message that has the text in it and gives the whole of it. Of more than three in 0.8 s VS Code shows three, and only
	 * counts the others at its bell: there it is looked for then, as a person does.
	 */
	async expect(text: Pattern): Promise<string> {
		const shown = this.toast(text).locator('.notification-list-item-message');
		const isShown = await shown.waitFor({ timeout: shownMs }).then(
			() => true,
			() => false,
		);
		if (isShown) {
			return (await shown.innerText()).trim();
		}
		await this.palette.run('Notifications: Show Notifications');
		const counted = this.center.filter({ hasText: text }).first();
		await counted.waitFor();
		return (await counted.innerText()).trim();
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

	/** Closes the message that has the text in it, and no other one. */
	async dismiss(text: Pattern): Promise<void> {
		const toast = this.toast(text);
		await toast.hover();
		await toast.locator('.codicon-notifications-clear').click();
		await toast.waitFor({ state: 'detached' });
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
