import type { Locator, Page } from 'playwright-core';
import type { Pattern } from './pattern';

/** What the editor in front says of a file, and offers for it. */
export class CardHelp {
	constructor(private readonly page: Page) {}

	/** Waits until the text is marked as wrong: the minimap's ruler and the line show it, and the problem is at its line. */
	async expectProblem(text: Pattern): Promise<void> {
		await this.page.locator('.part.editor .squiggly-error').first().waitFor();
		await this.page.locator('.part.editor .view-line').filter({ hasText: text }).first().waitFor();
	}

	/** Takes one of the mendings offered at the cursor. */
	async fix(name: Pattern): Promise<void> {
		const list = this.page.locator('.action-widget:visible');
		await this.open('Control+.', list, list.locator('.monaco-list-row').filter({ hasText: name }));
		await list.locator('.monaco-list-row').filter({ hasText: name }).first().click();
		await list.waitFor({ state: 'detached' });
	}

	/** Takes one of the words offered at the cursor, once as much of it is typed. */
	async complete(name: Pattern, typed = ''): Promise<void> {
		await this.page.keyboard.insertText(typed);
		const list = this.page.locator('.suggest-widget.visible');
		const row = list.locator('.monaco-list-row').filter({ hasText: name }).first();
		await this.open('Control+Space', list, row);
		await row.click();
		await list.waitFor({ state: 'detached' });
	}

	/** Waits for what is said about the word at the cursor. */
	async hover(text: Pattern): Promise<void> {
		const card = this.page.locator('.monaco-hover:visible');
		await this.open('Control+K Control+I', card, card.filter({ hasText: text }));
		await card.filter({ hasText: text }).first().waitFor();
	}

	/** Waits for a row of the list of problems. */
	async expectListed(text: Pattern): Promise<void> {
		await this.page.locator('.markers-panel .monaco-list-row').filter({ hasText: text }).first().waitFor();
	}

	/** Asks again while there is nothing yet: the reading of cards may still be on its way. */
	private async open(keys: string, list: Locator, wanted: Locator): Promise<void> {
		for (let attempt = 1; ; attempt++) {
			for (const key of keys.split(' ')) {
				await this.page.keyboard.press(key);
			}
			try {
				await wanted.first().waitFor({ timeout: 3_000 });
				return;
			} catch (error) {
				if (attempt === 8) {
					throw error;
				}
				await this.page.keyboard.press('Escape');
				await list.first().waitFor({ state: 'detached' });
			}
		}
	}
}
