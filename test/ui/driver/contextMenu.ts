import type { Locator, Page } from 'playwright-core';
import type { Pattern } from './pattern';

const attempts = 8;
const attemptMs = 2_000;
/** How long a menu takes to open, at most, before it is asked for again. */
const openMs = 4_000;

/** A menu that a click has opened, mostly a right one. */
export class ContextMenu {
	private constructor(private readonly page: Page) {}

	/** Opens the menu of something, again where nothing came of it: a click on a row that is being drawn anew is lost. */
	static async of(
		page: Page,
		target: Locator,
		click: Parameters<Locator['click']>[0] = {},
	): Promise<ContextMenu> {
		for (let attempt = 1; ; attempt++) {
			await target.click({ button: 'right', ...click });
			try {
				await page.locator('.monaco-menu:visible').first().waitFor({ timeout: openMs });
				return new ContextMenu(page);
			} catch (error) {
				if (attempt === attempts) {
					throw error;
				}
			}
		}
	}

	/** Chooses an item, through the submenus named before it. */
	async choose(...path: readonly Pattern[]): Promise<void> {
		await this.openSubmenus(path.slice(0, -1));
		const item = this.item(path.at(-1) ?? /./);
		const focused = item.and(this.page.locator('.action-item.focused > .action-menu-item'));
		await this.hover(item, focused);
		// By key: a menu takes no click in its first moments, so that the one that opened it chooses nothing.
		await this.page.keyboard.press('Enter');
	}

	/** The names of the items in the menu, or in the submenu that the path leads to; the menu stays open. */
	async items(...path: readonly Pattern[]): Promise<string[]> {
		await this.openSubmenus(path);
		const menu = this.page.locator('.monaco-menu:visible').last();
		await menu.getByRole('menuitem').first().waitFor();
		const names = await menu.locator('.action-menu-item .action-label').allInnerTexts();
		return names.map(name => name.trim()).filter(name => name !== '');
	}

	async close(): Promise<void> {
		const menus = this.page.locator('.monaco-menu:visible');
		while ((await menus.count()) > 0) {
			await this.page.keyboard.press('Escape');
		}
	}

	private async openSubmenus(path: readonly Pattern[]): Promise<void> {
		const menus = this.page.locator('.monaco-menu:visible');
		for (const [depth, name] of path.entries()) {
			await this.hover(this.item(name), menus.nth(depth + 1));
		}
	}

	/** Moves the pointer onto an item again until what comes of it is there: it may have been there before the menu was. */
	private async hover(item: Locator, outcome: Locator): Promise<void> {
		for (let attempt = 1; ; attempt++) {
			await item.hover();
			try {
				await outcome.waitFor({ timeout: attemptMs });
				return;
			} catch (error) {
				if (attempt === attempts) {
					throw error;
				}
				await this.page.mouse.move(0, 0);
			}
		}
	}

	private item(name: Pattern): Locator {
		return this.page.getByRole('menuitem', { name }).last();
	}
}
