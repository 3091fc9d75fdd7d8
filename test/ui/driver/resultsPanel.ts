import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Pattern } from './pattern';

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
		await this.frame.locator(`article[data-state="${state}"]`).first().waitFor();
	}

	/** The answer of the result in front, as text. */
	async answer(): Promise<string> {
		return (await this.frame.getByRole('log').first().innerText()).trim();
	}

	/** A button by its accessible name, of the whole page or of one result. */
	button(name: Pattern, within: Locator | FrameLocator = this.frame): Locator {
		return within.getByRole('button', { name });
	}

	async press(name: Pattern, within?: Locator): Promise<void> {
		await this.button(name, within).first().click();
	}

	/** All the text that the page shows. */
	async text(): Promise<string> {
		return (await this.frame.locator('body').innerText()).trim();
	}

	isOpen(): Promise<boolean> {
		return this.page.locator('iframe.webview.ready').last().isVisible();
	}
}
