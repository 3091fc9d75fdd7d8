import type { Locator, Page } from 'playwright-core';
import type { Pattern } from './pattern';

/** The menu that a right click has opened. */
export class ContextMenu {
	constructor(private readonly page: Page) {}

	/** Chooses an item, through the submenus named before it. */
	async choose(...path: readonly Pattern[]): Promise<void> {
		await this.openSubmenus(path.slice(0, -1));
		// By key: a menu takes no click in its first moments, so that the one that opened it chooses nothing.
		await this.item(path.at(-1) ?? /./).hover();
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
			await this.item(name).hover();
			await menus.nth(depth + 1).waitFor();
		}
	}

	private item(name: Pattern): Locator {
		return this.page.getByRole('menuitem', { name }).last();
	}
}
