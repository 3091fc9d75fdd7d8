import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Pattern } from './pattern';

/** The page of a repo in front. */
export class RepoPage {
	constructor(private readonly page: Page) {}

	get frame(): FrameLocator {
		return this.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
	}

	/** Waits until the page shows the text. */
	async expect(text: Pattern): Promise<void> {
		await this.frame.locator('body').filter({ hasText: text }).waitFor();
	}

	async choose(tab: string): Promise<void> {
		await this.frame.getByRole('tab', { name: tab, exact: true }).click();
	}

	tabs(): Promise<string[]> {
		return this.frame.getByRole('tab').allInnerTexts();
	}

	async press(button: Pattern): Promise<void> {
		await this.frame.getByRole('button', { name: button }).first().click();
	}

	row(text: Pattern): Locator {
		return this.frame.locator('tr').filter({ hasText: text }).first();
	}
}
