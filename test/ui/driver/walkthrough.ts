import type { Locator, Page } from 'playwright-core';

/** VS Code's own page for a walkthrough. */
export class Walkthrough {
	private readonly steps: Locator;

	constructor(private readonly page: Page) {
		this.steps = page.locator('.gettingStartedContainer .getting-started-step');
	}

	/** Waits until a step is open. */
	async expectStep(title: string): Promise<void> {
		await this.step(title).and(this.page.locator('.expanded')).waitFor();
	}

	/** Opens a step that is folded. */
	async open(title: string): Promise<void> {
		await this.step(title).locator('.step-title').click();
		await this.expectStep(title);
	}

	/** Presses a button of the step that is open. */
	async press(name: string): Promise<void> {
		await this.openStep().locator('.monaco-button').filter({ hasText: name }).click();
	}

	/** Follows a link in the text of the step that is open. */
	async follow(name: string): Promise<void> {
		await this.openStep().locator('a').filter({ hasText: name }).click();
	}

	/** Waits until a step is ticked. */
	async expectDone(title: string): Promise<void> {
		await this.step(title).locator('.codicon.complete, [aria-checked=true]').first().waitFor();
	}

	/** Waits until the picture of the open step is drawn. */
	async pictured(): Promise<void> {
		await this.page
			.locator('.gettingStartedContainer .getting-started-media iframe, .getting-started-media svg')
			.first()
			.waitFor();
	}

	private openStep(): Locator {
		return this.page.locator('.gettingStartedContainer .getting-started-step.expanded');
	}

	private step(title: string): Locator {
		return this.steps.filter({ hasText: title }).first();
	}
}
