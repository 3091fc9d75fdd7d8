import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { ContextMenu } from './contextMenu';
import { eventually } from './eventually';
import { keyboardSettled } from './keyboardSettled';
import { openQuickInput } from './openQuickInput';
import type { Pattern } from './pattern';

/** Where an editor takes keys, with and without the browser's EditContext. */
const textInputs = '.part.editor .native-edit-context, .part.editor textarea.inputarea';

const copyTimeoutMs = 10_000;
const settleMs = 100;
const findMs = 5_000;
const findAttempts = 4;
const focusAttempts = 50;

const primary = process.platform === 'darwin' ? 'Meta' : 'Control';

/** As much as is used here of the window's own world. */
interface DropTarget {
	readonly ownerDocument: { elementFromPoint(x: number, y: number): DropTarget | null };
	getBoundingClientRect(): {
		readonly left: number;
		readonly top: number;
		readonly width: number;
		readonly height: number;
	};
	dispatchEvent(event: object): void;
}
declare const DataTransfer: new () => { setData(type: string, text: string): void };
declare const DragEvent: new (type: string, init: object) => object;

/** The text editors and their tabs. */
export class Editor {
	constructor(private readonly page: Page) {}

	/** Opens a file of the workspace by its name or path, in the first column whatever has the keyboard. */
	async open(file: string): Promise<void> {
		await this.toFirstColumn();
		const name = file.slice(file.lastIndexOf('/') + 1);
		await this.pickFile(file, name);
		await this.focused().locator('.view-line').first().waitFor();
	}

	/** Opens a notebook of the workspace, as its editor of cells. */
	async openNotebook(file: string): Promise<void> {
		await this.pickFile(file, file);
		await this.page.getByText('Select Kernel').first().waitFor();
	}

	/**
	 * Waits until the file is in front. Asks again for one that is not found, or not opened: the window may still be looking through the
	 * files that it knew before, and a click on a row that is being replaced goes nowhere.
	 */
	private async pickFile(file: string, name: string): Promise<void> {
		for (let attempt = 1; ; attempt++) {
			const widget = await openQuickInput(this.page, `${primary}+P`, file);
			const last = attempt === findAttempts;
			const patience = last ? {} : { timeout: findMs };
			try {
				await widget.getByRole('option', { name }).first().click(patience);
				await this.activeTab(name).waitFor(patience);
				return;
			} catch (error) {
				if (last) {
					throw error;
				}
				await this.page.keyboard.press('Escape');
				await widget.waitFor({ state: 'detached' });
			}
		}
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
		await keyboardSettled(this.page);
	}

	/** Puts the cursor before a column of a line; both count from 1. */
	async goTo(line: number, column = 1): Promise<void> {
		const widget = await openQuickInput(this.page, 'Control+G', `:${line}:${column}`);
		await this.page.keyboard.press('Enter');
		await widget.waitFor({ state: 'detached' });
	}

	/** Puts another cursor before a column of a line that is in view; both count from 1. */
	async addCursorAt(line: number, column: number): Promise<void> {
		const row = this.lines().nth(line - 1);
		const box = await row.boundingBox();
		if (!box) {
			throw new Error(`Line ${line} is not in view.`);
		}
		await row.click({ modifiers: ['Alt'], position: { x: 1 + (column - 1) * 8, y: box.height / 2 } });
	}

	/** Drops what was dragged, by its types, onto the editor of the first column. */
	async drop(data: ReadonlyArray<readonly string[]>): Promise<void> {
		const target = this.page.locator('.part.editor .editor-group-container').first();
		await target.evaluate((group: DropTarget, dragged) => {
			const dataTransfer = new DataTransfer();
			for (const [type = '', text = ''] of dragged) {
				dataTransfer.setData(type, text);
			}
			const { left, top, width, height } = group.getBoundingClientRect();
			const [clientX, clientY] = [left + width / 2, top + height / 2];
			for (const type of ['dragenter', 'dragover', 'drop']) {
				// The editor lays a target over itself when something is dragged in.
				const over = group.ownerDocument.elementFromPoint(clientX, clientY) ?? group;
				over.dispatchEvent(
					new DragEvent(type, { dataTransfer, clientX, clientY, bubbles: true, cancelable: true }),
				);
			}
		}, data);
	}

	/** Chooses a cell of the notebook in front as a whole; they count from 1. */
	async chooseCell(place: number): Promise<void> {
		const cell = this.page.locator('.notebookOverlay .cell-list-container .monaco-list-row').nth(place - 1);
		await cell.locator('.view-line').first().click();
		const written = this.page.locator('.notebookOverlay :is(.native-edit-context, textarea.inputarea):focus');
		await written.waitFor({ state: 'attached' });
		await this.page.keyboard.press('Escape');
		await written.waitFor({ state: 'detached' });
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

	/** Selects all of a text that is not empty. */
	async selectAll(): Promise<void> {
		await this.focus();
		await this.page.keyboard.press(`${primary}+A`);
		await this.page.locator('.statusbar-item').filter({ hasText: 'selected' }).waitFor();
	}

	/** Puts a text in the place of the one in the editor in front, and selects it. */
	async write(text: string): Promise<void> {
		await this.selectAll();
		await this.insert(text);
		await this.selectAll();
		await this.page
			.locator('.statusbar-item')
			.filter({ hasText: `(${text.length} selected)` })
			.waitFor();
	}

	/** The lines that are drawn in the editor in front. */
	lines(): Locator {
		return this.focused().locator('.view-line');
	}

	/** Waits until a line has the text in it. */
	async expect(text: string): Promise<void> {
		// Blanks are drawn as spaces that do not break.
		await this.lines()
			.filter({ hasText: new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s')) })
			.first()
			.waitFor();
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
		do {
			await this.focus();
			await this.page.evaluate("navigator.clipboard.writeText('')");
			await this.page.keyboard.press(`${primary}+A`);
			await this.page.keyboard.press(`${primary}+C`);
			// Nothing arrives from an empty document.
			for (let waited = 0; waited < copyTimeoutMs && (await this.clipboard()) === ''; waited += settleMs) {
				await this.page.waitForTimeout(settleMs);
			}
			// Else a page that took the keyboard late was copied from.
		} while ((await this.keyboard().count()) === 0);
		return this.clipboard();
	}

	/** Waits until this is the whole text of the editor in front; selects all of it, as `text` does. */
	async expectText(text: string): Promise<void> {
		await eventually(
			() => this.text(),
			found => assert.equal(found, text),
		);
	}

	clipboard(): Promise<string> {
		return this.page.evaluate<string>('navigator.clipboard.readText()');
	}

	/** Brings the keyboard into the text editor of the first column without moving its cursor. */
	async focus(): Promise<void> {
		await this.toFirstColumn();
		await this.expectFocus();
	}

	/** Waits until the keyboard is in a text editor. */
	async expectFocus(): Promise<void> {
		await this.keyboard().waitFor({ state: 'attached' });
	}

	/** Opens the context menu on the first line that has the text in it; a selection there stays. */
	contextMenu(line: Pattern): Promise<ContextMenu> {
		const target = this.focused().locator('.view-line').filter({ hasText: line }).first();
		return ContextMenu.of(this.page, target, { position: { x: 30, y: 8 } });
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

	private keyboard(): Locator {
		return this.page.locator(`:is(${textInputs}):focus`);
	}

	private focused(): Locator {
		return this.page.locator('.part.editor .editor-instance').first();
	}
}
