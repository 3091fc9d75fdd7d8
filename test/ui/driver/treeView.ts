import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { cardOf } from './cardOf';
import { ContextMenu } from './contextMenu';
import { eventually } from './eventually';
import type { Pattern } from './pattern';
import { press } from './press';
import { pressInline } from './pressInline';

/** How long a row takes to open or close, at most, before it is pressed again. */
const turnMs = 3_000;
const turnAttempts = 5;
/** How long the rows below one take to come, at most, before it is looked whether it is still open. */
const belowMs = 10_000;
/** How long rows take to come in below the last one, at most, before the last one is gone to again. */
const endMs = 2_000;
const endAttempts = 15;
const dragAttempts = 100;
const dragMs = 50;

/** A row as text, label and description in one, and the rows below it if it is expanded. */
export type TreeRow = readonly [text: string, children?: readonly TreeRow[]];

interface FlatRow {
	readonly text: string;
	/** 1 for the rows at the top. */
	readonly level: number;
	readonly expanded: boolean;
}

/** As much as is used here of an element in the page, whose world these tests do not share. */
interface DrawnElement {
	readonly textContent: string | null;
	getAttribute(name: string): string | null;
	querySelectorAll(selector: string): Iterable<DrawnElement>;
}

/** A view of the sidebar, by the name in its header. */
export class TreeView {
	private readonly pane: Locator;

	constructor(
		private readonly page: Page,
		name: string,
	) {
		this.pane = page
			.locator('.part.sidebar .pane')
			.filter({ has: page.locator(`.pane-header[aria-label^="${name}"]`) });
	}

	/** The rows in view as nested arrays, as they are nested in the tree. */
	async rows(): Promise<TreeRow[]> {
		// In one go: between two looks the tree may draw itself anew.
		const flat = await this.pane.locator('.monaco-list-row').evaluateAll((rows: DrawnElement[]) =>
			rows
				.sort((a, b) => Number(a.getAttribute('data-index')) - Number(b.getAttribute('data-index')))
				.map(row => ({
					text: Array.from(row.querySelectorAll('.label-name, .label-description'))
						.map(part => (part.textContent ?? '').trim())
						.filter(part => part !== '')
						.join(' '),
					level: Number(row.getAttribute('aria-level')),
					expanded: row.getAttribute('aria-expanded') === 'true',
				})),
		);
		return nest(flat);
	}

	/** Waits until these are the rows in view. */
	async expectRows(rows: readonly TreeRow[]): Promise<void> {
		await eventually(
			() => this.rows(),
			seen => assert.deepEqual(seen, rows),
		);
	}

	/** The row that has the text in its label or description. */
	row(text: Pattern): Locator {
		return this.pane.locator('.monaco-list-row').filter({ hasText: text }).first();
	}

	async expect(text: Pattern): Promise<void> {
		await this.row(text).waitFor();
	}

	async waitGone(text: Pattern): Promise<void> {
		await this.row(text).waitFor({ state: 'detached' });
	}

	/** Opens a row, and waits for one below it: a tree that is drawn anew at that moment closes the row again. */
	async expand(text: Pattern, below: Pattern): Promise<void> {
		for (let attempt = 1; ; attempt++) {
			await this.turn(text, true);
			try {
				await this.row(below).waitFor({ timeout: belowMs });
				return;
			} catch (error) {
				if (attempt === turnAttempts) {
					throw error;
				}
			}
		}
	}

	collapse(text: Pattern): Promise<void> {
		return this.turn(text, false);
	}

	/** Presses again where nothing came of it: a click on a row that is being drawn anew is lost. */
	private async turn(text: Pattern, isOpen: boolean): Promise<void> {
		const row = this.row(text);
		await row.waitFor();
		for (let attempt = 1; (await row.getAttribute('aria-expanded')) === String(!isOpen); attempt++) {
			await row.locator('.monaco-tl-twistie').click();
			try {
				await row.and(this.page.locator(`[aria-expanded="${isOpen}"]`)).waitFor({ timeout: turnMs });
				return;
			} catch (error) {
				if (attempt === turnAttempts) {
					throw error;
				}
			}
		}
	}

	async click(text: Pattern): Promise<void> {
		await press(this.row(text).locator('.label-name').first());
	}

	/** Presses an action of a row that shows when the pointer is on it. */
	pressInline(text: Pattern, action: Pattern): Promise<void> {
		return pressInline(this.row(text), action);
	}

	async inlineActions(text: Pattern): Promise<string[]> {
		const row = this.row(text);
		await row.hover();
		const actions = row.locator('.actions .action-label');
		await actions.first().waitFor();
		return actions.evaluateAll((all: DrawnElement[]) =>
			all.map(action => action.getAttribute('aria-label') ?? ''),
		);
	}

	contextMenu(text: Pattern): Promise<ContextMenu> {
		return ContextMenu.of(this.page, this.row(text));
	}

	/** Presses an action in the view's header. */
	async pressTitle(action: Pattern): Promise<void> {
		await this.pane.hover();
		await this.pane.locator('.pane-header').getByRole('button', { name: action }).click();
	}

	/** Opens the view itself, where only its header is shown. */
	async unfold(): Promise<void> {
		await this.toggle('true');
	}

	/** Leaves only the header of the view. */
	async fold(): Promise<void> {
		await this.toggle('false');
	}

	/** Drags a row to a place in the window, and drops it there as text: with Shift, as the editor says. */
	async drag(text: Pattern, target: Locator): Promise<void> {
		const row = this.row(text);
		await row.hover();
		await this.page.mouse.down();
		await target.hover({ force: true });
		await this.page.keyboard.down('Shift');
		// The editor marks where a text would come once it is ready to take one.
		const marked = this.page.locator('.part.editor .dnd-target');
		for (let attempt = 1; (await marked.count()) === 0; attempt++) {
			assert.ok(attempt < dragAttempts, 'The editor takes nothing there.');
			await target.hover({ force: true, position: { x: 20 + (attempt % 2), y: 6 } });
			await this.page.waitForTimeout(dragMs);
		}
		await this.page.mouse.up();
		await this.page.keyboard.up('Shift');
	}

	/** What the view says while it has no rows. */
	async welcome(): Promise<string> {
		const welcome = this.pane.locator('.welcome-view-content');
		await welcome.waitFor();
		return (await welcome.innerText()).trim();
	}

	/** Presses a button or a link of the welcome text. */
	async pressWelcome(name: Pattern): Promise<void> {
		const content = this.pane.locator('.welcome-view-content');
		await content.locator('.monaco-button, a').filter({ hasText: name }).first().click();
	}

	/** What a screen reader says of a row. */
	async spoken(text: Pattern): Promise<string> {
		return (await this.row(text).getAttribute('aria-label')) ?? '';
	}

	/** Which row of its section a row is, counted from 1, and how many there are, drawn or not. */
	async place(text: Pattern): Promise<{ readonly at: number; readonly of: number }> {
		const row = this.row(text);
		const [at, of] = [await row.getAttribute('aria-posinset'), await row.getAttribute('aria-setsize')];
		return { at: Number(at), of: Number(of) };
	}

	/** Scrolls up to the first row. */
	async toStart(): Promise<void> {
		await this.pane.locator('.monaco-list').press('Home');
	}

	/**
	 * Scrolls down to the last rows until this one is in view: what is still being loaded above pushes it out again. `parent`
	 * is the row that it is below, which is opened.
	 */
	async expectAtEnd(text: Pattern, parent?: Pattern): Promise<void> {
		for (let attempt = 1; ; attempt++) {
			if (parent !== undefined && (await this.row(parent).isVisible())) {
				await this.turn(parent, true);
			}
			await this.pane.locator('.monaco-list').press('End');
			try {
				await this.row(text).waitFor({ timeout: endMs });
				return;
			} catch (error) {
				if (attempt === endAttempts) {
					throw error;
				}
			}
		}
	}

	/** Waits until the card that shows when the pointer rests on a row says this, and gives the whole of it. */
	expectTooltip(text: Pattern, says: RegExp): Promise<string> {
		return cardOf(this.page, this.row(text).locator('.label-name').first(), says);
	}

	private async toggle(expanded: 'true' | 'false'): Promise<void> {
		const header = this.pane.locator('.pane-header');
		if ((await header.getAttribute('aria-expanded')) !== expanded) {
			await header.locator('h3, .title').first().click();
			await header.and(this.page.locator(`[aria-expanded="${expanded}"]`)).waitFor();
		}
	}
}

function nest(flat: readonly FlatRow[]): TreeRow[] {
	const [row, ...rest] = flat;
	if (!row) {
		return [];
	}
	const next = rest.findIndex(other => other.level <= row.level);
	const below = next < 0 ? rest : rest.slice(0, next);
	const after = next < 0 ? [] : rest.slice(next);
	return [row.expanded ? [row.text, nest(below)] : [row.text], ...nest(after)];
}
