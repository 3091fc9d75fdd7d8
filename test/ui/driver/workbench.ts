import assert from 'node:assert/strict';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { CardHelp } from './cardHelp';
import { projectRoot } from '../../host/projectRoot';
import { ContextMenu } from './contextMenu';
import { Conversation } from './conversation';
import { Dialog } from './dialog';
import { DoctorPage } from './doctorPage';
import { Editor } from './editor';
import { eventually } from './eventually';
import { Explorer } from './explorer';
import { InputForm } from './inputForm';
import { Notifications } from './notifications';
import { Palette } from './palette';
import { QuickInput } from './quickInput';
import { ResultsPanel } from './resultsPanel';
import { SourceControl } from './sourceControl';
import { StatusBar } from './statusBar';
import { Terminal } from './terminal';
import { THEMES, type Theme } from './themes';
import { TreeView } from './treeView';
import { Walkthrough } from './walkthrough';

const settleMs = 300;
const NARROW = 180;
const attempts = 20;

/** A VS Code window, as a person works with it. */
export class Workbench {
	readonly palette: Palette;
	readonly quickInput: QuickInput;
	readonly editor: Editor;
	readonly card: CardHelp;
	readonly results: ResultsPanel;
	readonly conversation: Conversation;
	readonly form: InputForm;
	readonly explorer: Explorer;
	readonly doctor: DoctorPage;
	readonly walkthrough: Walkthrough;
	readonly notifications: Notifications;
	readonly dialog: Dialog;
	readonly sourceControl: SourceControl;
	readonly statusBar: StatusBar;
	readonly terminal: Terminal;

	/** @param container the name of the extension's view container, whose tab shows that it has been loaded */
	constructor(
		readonly page: Page,
		private readonly container: string,
	) {
		this.palette = new Palette(page);
		this.quickInput = new QuickInput(page);
		this.editor = new Editor(page);
		this.results = new ResultsPanel(page);
		this.conversation = new Conversation(this.results);
		this.form = new InputForm(() => this.results.frame);
		this.explorer = new Explorer(page);
		this.doctor = new DoctorPage(page);
		this.walkthrough = new Walkthrough(page);
		this.card = new CardHelp(page);
		this.notifications = new Notifications(page, this.palette);
		this.dialog = new Dialog(page);
		this.sourceControl = new SourceControl(page);
		this.statusBar = new StatusBar(page);
		this.terminal = new Terminal(page, this.palette);
	}

	/** Waits until the window is drawn and the extension's contributions are in it. */
	async ready(): Promise<void> {
		await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
		await this.tab().waitFor({ timeout: 60_000 });
	}

	/** Shows the extension's views in the sidebar. */
	async openContainer(): Promise<void> {
		const views = this.page.locator('.part.sidebar .composite.title').filter({ hasText: this.container });
		for (let attempt = 0; attempt < attempts; attempt++) {
			// A click on the tab of what is shown would hide it.
			if (!(await views.isVisible())) {
				await this.tab().click();
			}
			// A window that has just been restored may still change what its sidebar shows.
			await this.page.waitForTimeout(settleMs);
			if (await views.isVisible()) {
				return;
			}
		}
		throw new Error(`The sidebar does not show ${this.container}.`);
	}

	/** A view of the extension's container, by its name. */
	tree(name: string): TreeView {
		return new TreeView(this.page, name);
	}

	/** A view with all the room of the container: of a row below what a view has room for nothing is drawn. */
	async treeAlone(name: string): Promise<TreeView> {
		await this.tree(name).unfold();
		const headers = this.page.locator('.part.sidebar .pane-header');
		const others = headers.and(this.page.locator(`[aria-expanded="true"]:not([aria-label^="${name}"])`));
		for (let left = await others.count(); left > 0; left--) {
			await others
				.nth(left - 1)
				.locator('h3, .title')
				.first()
				.click();
		}
		await others.first().waitFor({ state: 'detached' });
		return this.tree(name);
	}

	/** Reloads the window, as the command of that name does: the extension starts anew. */
	async reload(): Promise<void> {
		const loaded = this.page.waitForEvent('load');
		await this.palette.run('Developer: Reload Window');
		await loaded;
		await this.ready();
	}

	/** Saves every file, and waits until that is done. */
	async saveEditors(): Promise<void> {
		await this.palette.run('File: Save All Files');
		await this.page.locator('.part.editor .tab.dirty').waitFor({ state: 'detached' });
	}

	/** Closes every tab, and waits until that is done. */
	async closeEditors(): Promise<void> {
		await this.palette.run('View: Close All Editors');
		await this.page.locator('.part.editor .tab').first().waitFor({ state: 'detached' });
	}

	/** VS Code's menu of accounts, at the foot of the activity bar. */
	accounts(): Promise<ContextMenu> {
		const button = this.page.locator('.part.activitybar').getByRole('button', { name: 'Accounts' });
		return ContextMenu.of(this.page, button, { button: 'left' });
	}

	/** What another program would paste. */
	clipboard(): Promise<string> {
		return this.page.evaluate<string>('navigator.clipboard.readText()');
	}

	/** Waits until another program would paste this. */
	async expectClipboard(text: string): Promise<void> {
		await eventually(
			() => this.clipboard(),
			seen => assert.equal(seen, text),
		);
	}

	/** Puts a text into the clipboard, as another program would. */
	async copy(text: string): Promise<void> {
		await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
	}

	async setTheme(theme: Theme): Promise<void> {
		await this.palette.run('Preferences: Color Theme');
		await this.quickInput.fill(THEMES[theme].label);
		await this.quickInput.pick(THEMES[theme].label);
		await this.quickInput.waitClosed();
	}

	/** Presses a button in the title of the editor in front. */
	async pressTitle(name: string): Promise<void> {
		await this.page
			.locator('.part.editor .title-actions, .part.editor .editor-actions')
			.getByRole('button', { name })
			.first()
			.click();
	}

	/** In pixels of the page; a narrow window makes a narrow panel. */
	async resize(width: number, height: number): Promise<void> {
		await this.page.setViewportSize({ width, height });
	}

	/** Makes the sidebar as narrow as the editor lets it be, about 170 pixels. */
	async narrowSidebar(): Promise<void> {
		const sidebar = this.page.locator('.part.sidebar');
		for (let attempt = 0; attempt < attempts; attempt++) {
			const box = await sidebar.boundingBox();
			if (box && box.width <= NARROW) {
				return;
			}
			if (box) {
				await this.page.mouse.move(box.x + box.width, box.y + box.height / 2);
				await this.page.mouse.down();
				await this.page.mouse.move(box.x + NARROW - 20, box.y + box.height / 2, { steps: 5 });
				await this.page.mouse.up();
			}
			await this.page.waitForTimeout(settleMs);
		}
		throw new Error('The sidebar stays as wide as it is.');
	}

	/** Pictures the window into `test-results/<name>.png` and gives the file's path. */
	async screenshot(name: string): Promise<string> {
		const file = path.join(projectRoot, 'test-results', `${name.replace(/[^\w-]+/g, '-').slice(0, 100)}.png`);
		await this.page.screenshot({ path: file });
		return file;
	}

	private tab() {
		return this.page.locator('.part.activitybar').getByRole('tab', { name: this.container });
	}
}
