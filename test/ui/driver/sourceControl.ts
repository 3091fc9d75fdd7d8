import type { Locator, Page } from 'playwright-core';
import type { Pattern } from './pattern';
import { pressInline } from './pressInline';

/** The Source Control view of the sidebar, while it has one provider. */
export class SourceControl {
	private readonly view: Locator;

	constructor(private readonly page: Page) {
		this.view = page.locator('.scm-view');
	}

	/** The row of a file, or of a group of them, that has the text in it. */
	row(text: Pattern): Locator {
		return this.view.locator('.monaco-list-row').filter({ hasText: text }).first();
	}

	async expect(text: Pattern): Promise<void> {
		await this.row(text).waitFor();
	}

	async waitGone(text: Pattern): Promise<void> {
		await this.row(text).waitFor({ state: 'detached' });
	}

	/** All rows in view as text. */
	async rows(): Promise<string[]> {
		const texts = await this.view.locator('.monaco-list-row').allInnerTexts();
		return texts.map(text => text.replace(/\s+/g, ' ').trim());
	}

	async click(text: Pattern): Promise<void> {
		await this.row(text).locator('.label-name').first().click();
	}

	/** Hides the rows of a group. */
	async collapse(group: Pattern): Promise<void> {
		const row = this.row(group);
		await row.click();
		await row.press('ArrowLeft');
		await row.and(this.page.locator('[aria-expanded="false"]')).waitFor();
	}

	/** Presses an action of a row that shows when the pointer is on it. */
	pressInline(text: Pattern, action: Pattern): Promise<void> {
		return pressInline(this.row(text), action);
	}

	/** The names of the provider's actions. */
	async actions(): Promise<string[]> {
		const buttons = await this.titles.getByRole('button').all();
		const names = await Promise.all(buttons.map(button => button.getAttribute('aria-label')));
		return names.filter(name => name !== null);
	}

	/** Presses an action of the provider, in the title of the sidebar or of the view. */
	async press(action: Pattern): Promise<void> {
		await this.page.locator('.part.sidebar').hover();
		await this.titles.getByRole('button', { name: action }).first().click();
	}

	/** Writes the message in the place of what is there. */
	async write(message: string): Promise<void> {
		await this.input.click();
		await this.page.keyboard.press('ControlOrMeta+A');
		if (message === '') {
			await this.page.keyboard.press('Delete');
		} else {
			await this.page.keyboard.insertText(message);
		}
	}

	async message(): Promise<string> {
		return (await this.input.locator('.view-lines').innerText()).replaceAll('\u00a0', ' ');
	}

	private get titles(): Locator {
		return this.page.locator('.part.sidebar').locator('.composite.title, .pane-header');
	}

	private get input(): Locator {
		return this.view.locator('.scm-editor .monaco-editor').first();
	}
}
