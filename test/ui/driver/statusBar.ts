import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { cardOf } from './cardOf';
import { eventually } from './eventually';
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

	/** Waits until assistive technology reads this of an item. */
	async expectSpoken(text: Pattern, spoken: RegExp): Promise<void> {
		await eventually(
			() => this.expect(text),
			said => assert.match(said, spoken),
		);
	}

	async press(text: Pattern): Promise<void> {
		await this.item(text).locator('a, [role=button]').first().click();
	}

	/** Waits until the card that shows when the pointer rests on an item says this. */
	async expectTooltip(text: Pattern, says: RegExp): Promise<void> {
		await cardOf(this.page, this.item(text), says);
	}

	async waitGone(text: Pattern): Promise<void> {
		await this.item(text).waitFor({ state: 'detached' });
	}
}
