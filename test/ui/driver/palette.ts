import type { Locator, Page } from 'playwright-core';
import { openQuickInput } from './openQuickInput';

const attempts = 8;
const attemptMs = 2_000;
/** A click counts though a busy machine has not seen it through by then; one that is given up too early is made twice. */
const clickMs = 15_000;

/** The command palette. */
export class Palette {
	private readonly widget: Locator;
	/** A modal question, over which no palette opens. */
	private readonly question: Locator;

	constructor(private readonly page: Page) {
		this.widget = page.locator('.quick-input-widget:visible');
		this.question = page.locator('.monaco-dialog-box');
	}

	/** Runs a command by its whole title, category included, such as `Hugging Face: Add Token…`. */
	async run(title: string): Promise<void> {
		for (let attempt = 1; ; attempt++) {
			await this.search(title);
			try {
				await this.command(title).first().waitFor({ timeout: attemptMs });
				await this.command(title).first().click({ timeout: clickMs });
				if (await this.hasGone()) {
					return;
				}
				throw new Error(`${title} was pressed, and the palette is still there.`);
			} catch (error) {
				// On a busy machine a click may be over too late to be counted; what it asks is there.
				if (await this.question.isVisible()) {
					return;
				}
				// A list that was opened before VS Code had read what is contributed does not get longer.
				if (attempt === attempts) {
					throw error;
				}
			}
		}
	}

	/** Whether the palette offers the command now. */
	async offers(title: string): Promise<boolean> {
		await this.search(title);
		await this.widget.getByRole('option').first().waitFor();
		const offered = (await this.command(title).count()) > 0;
		await this.page.keyboard.press('Escape');
		return offered;
	}

	/** Whether the palette has given way to its command: it stays where a click was on a row that was just being replaced. */
	private async hasGone(): Promise<boolean> {
		const end = Date.now() + attemptMs;
		do {
			const input = this.widget.locator('input.input');
			// A command may have the window loaded anew, under the look.
			const text = (await input.isVisible())
				? await input.inputValue({ timeout: attemptMs }).catch(() => '')
				: '';
			if (!text.startsWith('>')) {
				return true;
			}
		} while (Date.now() < end);
		return false;
	}

	private async search(title: string): Promise<void> {
		await openQuickInput(this.page, 'F1', `>${title}`);
	}

	private command(title: string): Locator {
		return this.widget.locator('.quick-input-list-row .label-name').filter({ hasText: wholly(title) });
	}
}

/** An expression for exactly this text, whose spaces may be drawn as ones that do not break. */
function wholly(text: string): RegExp {
	const literal = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s');
	return new RegExp(`^${literal}$`);
}
