import type { Locator, Page } from 'playwright-core';
import { ContextMenu } from './contextMenu';
import { openQuickInput } from './openQuickInput';
import type { Pattern } from './pattern';

/** Where an editor takes keys, with and without the browser's EditContext. */
const textInputs = '.part.editor .native-edit-context, .part.editor textarea.inputarea';

const copyTimeoutMs = 2_000;
const settleMs = 100;
const focusAttempts = 50;

const primary = process.platform === 'darwin' ? 'Meta' : 'Control';

/** The text editors and their tabs. */
export class Editor {
	constructor(private readonly page: Page) {}

	/** Opens a file of the workspace by its name or path, in the first column whatever has the keyboard. */
	async open(file: string): Promise<void> {
		await this.toFirstColumn();
		const name = file.slice(file.lastIndexOf('/') + 1);
		const widget = await openQuickInput(this.page, `${primary}+P`, file);
		await widget.getByRole('option', { name }).first().click();
		await this.activeTab(name).waitFor();
		await this.focused().locator('.view-line').first().waitFor();
	}

	/** The tab in front, once it has the text in its name. */
	activeTab(name: Pattern): Locator {
		return this.page.locator('.part.editor .tab.active').filter({ hasText: name });
	}

	/** The names of all open tabs, from left to right. */
	async tabs(): Promise<string[]> {
		const tabs = await this.page.locator('.part.editor .tab').all();
		const labels = await Promise.all(tabs.map(tab => tab.getAttribute('aria-label')));
		return labels.map(label => (label ?? '').replace(/, Editor Group \d+$/, ''));
	}

	async closeTab(name: Pattern): Promise<void> {
		const tab = this.page.locator('.part.editor .tab').filter({ hasText: name });
		await tab.hover();
		await tab.locator('.tab-actions .action-label').click();
		await tab.waitFor({ state: 'detached' });
	}

	/** Puts the cursor before a column of a line; both count from 1. */
	async goTo(line: number, column = 1): Promise<void> {
		const widget = await openQuickInput(this.page, 'Control+G', `:${line}:${column}`);
		await this.page.keyboard.press('Enter');
		await widget.waitFor({ state: 'detached' });
	}

	/** Selects whole lines, both counted from 1 and included. */
	async selectLines(from: number, to: number): Promise<void> {
		await this.goTo(from);
		for (let line = from; line < to; line++) {
			await this.page.keyboard.press('Shift+ArrowDown');
		}
		await this.page.keyboard.press('Shift+End');
		await this.page.locator('.statusbar-item').filter({ hasText: 'selected' }).waitFor();
	}

	/** Selects the first place at which a text stands. Goes through the clipboard, as `text` does. */
	async selectText(text: string): Promise<void> {
		const before = (await this.text()).split(text, 1)[0] ?? '';
		const lines = before.split('\n');
		await this.goTo(lines.length, (lines.at(-1) ?? '').length + 1);
		for (let left = text.length; left > 0; left--) {
			await this.page.keyboard.press('Shift+ArrowRight');
		}
		await this.page
			.locator('.statusbar-item')
			.filter({ hasText: `(${text.length} selected)` })
			.waitFor();
	}

	async selectAll(): Promise<void> {
		await this.page.keyboard.press(`${primary}+A`);
	}

	/** Puts a text in at the cursor in one go, over what is selected. */
	async insert(text: string): Promise<void> {
		await this.page.keyboard.insertText(text);
	}

	async undo(): Promise<void> {
		await this.page.keyboard.press(`${primary}+Z`);
	}

	/** The whole text of the editor in front, drawn or not. Selects everything and takes it through the clipboard. */
	async text(): Promise<string> {
		await this.focus();
		await this.page.evaluate("navigator.clipboard.writeText('')");
		await this.selectAll();
		await this.page.keyboard.press(`${primary}+C`);
		const copied = "navigator.clipboard.readText().then(text => text !== '')";
		// Nothing arrives from an empty document.
		await this.page.waitForFunction(copied, undefined, { timeout: copyTimeoutMs }).catch(() => undefined);
		return this.clipboard();
	}

	clipboard(): Promise<string> {
		return this.page.evaluate<string>('navigator.clipboard.readText()');
	}

	/** Brings the keyboard into the text editor of the first column without moving its cursor. */
	async focus(): Promise<void> {
		await this.toFirstColumn();
		await this.page.locator(`:is(${textInputs}):focus`).waitFor({ state: 'attached' });
	}

	/** Whether the keyboard is in a text editor. */
	async hasFocus(): Promise<boolean> {
		return (await this.page.locator(`:is(${textInputs}):focus`).count()) > 0;
	}

	/** Opens the context menu on the first line that has the text in it; a selection there stays. */
	async contextMenu(line: Pattern): Promise<ContextMenu> {
		const target = this.focused().locator('.view-line').filter({ hasText: line }).first();
		await target.click({ button: 'right', position: { x: 30, y: 8 } });
		await this.page.locator('.monaco-menu:visible').waitFor();
		return new ContextMenu(this.page);
	}

	/** A page that has just been clicked takes the keyboard a moment later, so this looks twice. */
	private async toFirstColumn(): Promise<void> {
		const first = this.page.locator('.part.editor .editor-group-container').first();
		const isThere = first.and(this.page.locator('.active'));
		for (let attempt = 0; attempt < focusAttempts; attempt++) {
			await this.page.keyboard.press(`${primary}+1`);
			await this.page.waitForTimeout(settleMs);
			if ((await isThere.isVisible()) && (await this.page.locator('iframe:focus').count()) === 0) {
				return;
			}
		}
		throw new Error('The keyboard cannot be brought into the first column.');
	}

	private focused(): Locator {
		return this.page.locator('.part.editor .editor-instance').first();
	}
}
