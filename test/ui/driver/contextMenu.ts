import type { Locator, Page } from 'playwright-core';
import type { Pattern } from './pattern';

const attempts = 8;
const attemptMs = 2_000;
/** How long a menu takes to open, at most, before it is asked for again. */
const openMs = 4_000;

/** A menu that a click has opened, mostly a right one. */
export class ContextMenu {
	private readonly menus: Locator;

	private constructor(
		private readonly page: Page,
		private readonly target: Locator,
		private readonly click: Parameters<Locator['click']>[0],
	) {
		this.menus = page.locator('.monaco-menu:visible');
	}

	static async of(
		page: Page,
		target: Locator,
		click: Parameters<Locator['click']>[0] = {},
	): Promise<ContextMenu> {
		const menu = new ContextMenu(page, target, click);
		await menu.open();
		return menu;
	}

	/** Chooses an item, through the submenus named before it. */
	choose(...path: readonly Pattern[]): Promise<void> {
		return this.whileOpen(async () => {
			await this.openSubmenus(path.slice(0, -1));
			const item = this.item(path.at(-1) ?? /./);
			const focused = item.and(this.page.locator('.action-item.focused > .action-menu-item'));
			await this.hover(item, focused);
			// By key: a menu takes no click in its first moments, so that the one that opened it chooses nothing.
			await this.page.keyboard.press('Enter');
		});
	}

	/** The names of the items in the menu, or in the submenu that the path leads to; the menu stays open. */
	items(...path: readonly Pattern[]): Promise<string[]> {
		return this.whileOpen(async () => {
			await this.openSubmenus(path);
			const menu = this.menus.last();
			await menu.getByRole('menuitem').first().waitFor({ timeout: openMs });
			const names = await menu.locator('.action-menu-item .action-label').allInnerTexts();
			return names.map(name => name.trim()).filter(name => name !== '');
		});
	}

	async close(): Promise<void> {
		while ((await this.menus.count()) > 0) {
			await this.page.keyboard.press('Escape');
		}
	}

	/** Again where nothing came of it: a click on a row that is being drawn anew is lost. */
	private async open(): Promise<void> {
		for (let attempt = 1; ; attempt++) {
			await this.target.click({ button: 'right', ...this.click });
			try {
				await this.menus.first().waitFor({ timeout: openMs });
				return;
			} catch (error) {
				if (attempt === attempts) {
					throw error;
				}
			}
		}
	}

	/** Does something with the menu, from the beginning where it has closed meanwhile, as it does when the view below it changes. */
	private async whileOpen<T>(task: () => Promise<T>): Promise<T> {
		for (let attempt = 1; ; attempt++) {
			try {
				return await task();
			} catch (error) {
				if (attempt === attempts || (await this.menus.count()) > 0) {
					throw error;
				}
				await this.open();
			}
		}
	}

	private async openSubmenus(path: readonly Pattern[]): Promise<void> {
		for (const [depth, name] of path.entries()) {
			await this.hover(this.item(name), this.menus.nth(depth + 1));
		}
	}

	/** Moves the pointer onto an item again until what comes of it is there: it may have been there before the menu was. */
	private async hover(item: Locator, outcome: Locator): Promise<void> {
		for (let attempt = 1; ; attempt++) {
			try {
				await item.hover({ timeout: attemptMs });
				await outcome.waitFor({ timeout: attemptMs });
				return;
			} catch (error) {
				if (attempt === attempts || (await this.menus.count()) === 0) {
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
