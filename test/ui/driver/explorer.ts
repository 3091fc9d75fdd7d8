import type { Locator, Page } from 'playwright-core';
import { ContextMenu } from './contextMenu';
import type { Pattern } from './pattern';

const attempts = 5;
/** How long a folder takes to open, at most, before it is pressed again. */
const turnMs = 3_000;

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
		// A click on a row that is being drawn anew is lost.
		for (let attempt = 1; (await row.getAttribute('aria-expanded')) === 'false'; attempt++) {
			await row.click();
			try {
				await row.and(this.page.locator('[aria-expanded="true"]')).waitFor({ timeout: turnMs });
			} catch (error) {
				if (attempt === attempts) {
					throw error;
				}
			}
		}
	}

	/** Opens the menu of a file, or of a folder, by its name. */
	async contextMenu(name: Pattern): Promise<ContextMenu> {
		await this.show();
		return ContextMenu.of(this.page, this.row(name));
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
