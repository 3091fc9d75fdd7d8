import type { FrameLocator, Locator, Page } from 'playwright-core';
import { ContextMenu } from './contextMenu';
import type { Pattern } from './pattern';
import { settledText } from './settledText';

const attempts = 8;
const attemptMs = 2_000;

/** The results panel: a page of its own in a frame beside the code. */
export class ResultsPanel {
	constructor(private readonly page: Page) {}

	/** The page in the panel. VS Code puts it into a frame inside of a frame. */
	get frame(): FrameLocator {
		return this.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
	}

	/** The result whose name (its task and model) or text has this in it. */
	article(text: Pattern = /./): Locator {
		return this.frame.getByRole('article').filter({ hasText: text }).first();
	}

	/** The names of all results in the order in which they stand. */
	async names(): Promise<string[]> {
		const articles = await this.frame.getByRole('article').all();
		return Promise.all(articles.map(async article => (await article.getAttribute('aria-label')) ?? ''));
	}

	/** Waits until a result, or the page itself, shows the text. */
	async expect(text: Pattern): Promise<void> {
		await this.frame.locator('body').filter({ hasText: text }).waitFor();
	}

	/** Waits until the result in front is in a state. */
	async expectState(state: 'running' | 'finished' | 'stopped' | 'failed'): Promise<void> {
		await this.inFront(`[data-state=${state}]`).waitFor();
	}

	/** The id of the run that is shown, if there is one. */
	async shownId(): Promise<string | undefined> {
		const shown = (await this.isOpen()) && (await this.frame.getByRole('article').count()) > 0;
		const id = shown ? await this.frame.getByRole('article').first().getAttribute('data-run-id') : null;
		return id ?? undefined;
	}

	/** Waits until another run than this one is shown and has ended. */
	async expectNext(before: string | undefined): Promise<void> {
		const other = before === undefined ? '' : `:not([data-run-id="${before}"])`;
		await this.inFront(`${other}:not([data-state=running])`).waitFor();
	}

	/** Where the result in front says what went wrong. */
	problem(): Locator {
		return this.article().getByRole('alert');
	}

	/** The list of runs. */
	history(): Locator {
		return this.frame.getByRole('navigation', { name: 'History of runs' });
	}

	/** Opens the history where it is folded, and shows the newest run whose task, model and state match. */
	async choose(run: Pattern): Promise<void> {
		const history = this.history();
		const fold = this.button(/^History/, history);
		if (await fold.isVisible()) {
			await fold.click();
		}
		const chosen = this.button(run, history).first();
		const id = await chosen.getAttribute('data-run-id');
		await chosen.click();
		await this.frame.locator(`article[data-run-id="${id}"]`).waitFor();
	}

	/** Looks for a text by the panel's own search. That opens only where the window knows that the page has the keyboard. */
	async find(text: string): Promise<void> {
		const input = this.page.locator('.simple-find-part.visible input');
		for (let attempt = 1; ; attempt++) {
			await this.article().getByRole('heading').first().click();
			await this.page.keyboard.press('ControlOrMeta+F');
			try {
				await input.waitFor({ timeout: attemptMs });
				break;
			} catch (error) {
				if (attempt === attempts) {
					throw error;
				}
			}
		}
		await input.fill(text);
		await input.press('Enter');
	}

	/** Whether the page has to be scrolled sideways. */
	isTooWide(): Promise<boolean> {
		return this.frame
			.locator('html')
			.evaluate(
				({ scrollWidth, clientWidth }: { scrollWidth: number; clientWidth: number }) =>
					scrollWidth > clientWidth,
			);
	}

	/** The answer of the result in front, as text. */
	answer(): Promise<string> {
		return settledText(this.frame.getByRole('log').first());
	}

	/** The figures below the result in front: tokens, speed, cost and time. */
	async figures(): Promise<string[]> {
		const figures = this.frame.getByRole('list', { name: 'Figures of this run' }).first();
		await figures.waitFor();
		// What only assistive technology reads stands on the line, too, after the figure.
		return (await figures.getByRole('listitem').allInnerTexts()).map(
			text => text.split(/\s*\n|, (?=[A-Z])/, 1)[0] ?? '',
		);
	}

	/** A button by its accessible name, of the whole page or of one result. */
	button(name: Pattern, within: Locator | FrameLocator = this.frame): Locator {
		return within.getByRole('button', { name });
	}

	async press(name: Pattern, within?: Locator): Promise<void> {
		await this.button(name, within).first().click();
	}

	/** Chooses from the menu behind the last button of a result. */
	async pressMore(item: Pattern, within?: Locator): Promise<void> {
		const more = this.button('More Actions…', within).first();
		const menu = await ContextMenu.of(this.page, more, { button: 'left' });
		await menu.choose(item);
	}

	/** The first result, if it is one that the selector means. The turns of a conversation after it do not count. */
	private inFront(selector: string): Locator {
		return this.frame
			.locator('article')
			.first()
			.and(this.frame.locator(`article${selector}`));
	}

	/** All the text that the page shows. */
	text(): Promise<string> {
		return settledText(this.frame.locator('body'));
	}

	isOpen(): Promise<boolean> {
		return this.page.locator('iframe.webview.ready').last().isVisible();
	}

	/** Waits until the panel, which is the only page, is not there any more. */
	async waitClosed(): Promise<void> {
		await this.page.locator('iframe.webview.ready').waitFor({ state: 'detached' });
	}
}
