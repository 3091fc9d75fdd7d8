import type { Locator, Page } from 'playwright-core';
import { ContextMenu } from './contextMenu';
import type { Pattern } from './pattern';

/** The files of the workspace, in the sidebar. */
export class Explorer {
	private readonly list: Locator;

	constructor(private readonly page: Page) {
		this.list = page.locator('.explorer-folders-view');
	}

	/** Shows the view. */
	async show(): Promise<void> {
		if (!(await this.list.isVisible())) {
			await this.page.keyboard.press('ControlOrMeta+Shift+E');
		}
		await this.list.waitFor();
	}

	/** Opens a folder, if it is not. */
	async expand(folder: Pattern): Promise<void> {
		await this.show();
		const row = this.row(folder);
		await row.waitFor();
		if ((await row.getAttribute('aria-expanded')) === 'false') {
			await row.click();
		}
	}

	/** Opens the menu of a file, or of a folder, by its name. */
	async contextMenu(name: Pattern): Promise<ContextMenu> {
		await this.show();
		await this.row(name).click({ button: 'right' });
		return new ContextMenu(this.page);
	}

	/** Opens a file that is no text, such as a picture, and waits for its tab. */
	async open(name: string): Promise<void> {
		await this.show();
		await this.row(name).dblclick();
		await this.page.locator('.part.editor .tab.active').filter({ hasText: name }).waitFor();
	}

	private row(name: Pattern): Locator {
		return this.list.getByRole('treeitem', { name }).first();
	}
}
