import type { Locator, Page } from 'playwright-core';
import { cardOf } from './cardOf';
import type { Pattern } from './pattern';

export class StatusBar {
	private readonly items: Locator;

	constructor(private readonly page: Page) {
		this.items = page.locator('.part.statusbar .statusbar-item');
	}

	/** The item whose text has this in it. */
	item(text: Pattern): Locator {
		return this.items.filter({ hasText: text });
	}

	/** Waits for an item and gives what assistive technology reads of it, its tooltip included. */
	async expect(text: Pattern): Promise<string> {
		const item = this.item(text);
		await item.waitFor();
		return (await item.getAttribute('aria-label')) ?? (await item.innerText());
	}

	async press(text: Pattern): Promise<void> {
		await this.item(text).locator('a, [role=button]').first().click();
	}

	/** The card that shows when the pointer rests on an item. */
	tooltip(text: Pattern): Promise<string> {
		return cardOf(this.page, this.item(text));
	}

	async waitGone(text: Pattern): Promise<void> {
		await this.item(text).waitFor({ state: 'detached' });
	}
}
