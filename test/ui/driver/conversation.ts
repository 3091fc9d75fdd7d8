import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually } from './eventually';
import { pasteFile } from './pasteFile';
import type { ResultsPanel } from './resultsPanel';
import { settledText } from './settledText';

/** The conversation that is shown in the results panel: its turns, and where the next question is written. */
export class Conversation {
	constructor(private readonly results: ResultsPanel) {}

	/** A turn by its place, counting from 1. */
	turn(place: number): Locator {
		return this.results.frame.getByRole('article').nth(place - 1);
	}

	/** Where the next question is written. */
	get composer(): Locator {
		return this.results.frame.getByRole('form', { name: 'Ask more' });
	}

	/** Writes a question and sends it; waits until its turn, which is the `place`-th, has ended. */
	async ask(question: string, place: number): Promise<void> {
		await this.composer.getByRole('textbox', { name: 'Ask more' }).fill(question);
		await this.composer.getByRole('button', { name: 'Send' }).click();
		await this.expectEnd(place);
	}

	/** Pastes a file where the next question is written. */
	paste(mimeType: string, bytes: Uint8Array): Promise<void> {
		return pasteFile(this.composer.getByRole('textbox', { name: 'Ask more' }), mimeType, bytes);
	}

	/** Waits until the turn has ended, in a state where one is given. */
	async expectEnd(place: number, state?: 'finished' | 'stopped' | 'failed'): Promise<void> {
		const states = state ? `[data-state=${state}]` : ':not([data-state=running])';
		await this.results.frame.locator(`main > :nth-child(${place}) > article${states}`).waitFor();
	}

	answer(place: number): Promise<string> {
		return settledText(this.turn(place).getByRole('log'));
	}

	/** Fills one of the settings, and opens them before where they are folded. */
	async set(label: string, value: string): Promise<void> {
		const field = await this.setting(label);
		await field.fill(value);
		await field.blur();
	}

	/** Waits until one of the settings has a value; opens them before where they are folded. */
	async expectSetting(label: string, value: string): Promise<void> {
		const field = await this.setting(label);
		await eventually(
			() => field.inputValue(),
			now => assert.equal(now, value),
		);
	}

	private async setting(label: string): Promise<Locator> {
		const settings = this.composer.getByRole('button', { name: 'Chat Settings' });
		if ((await settings.getAttribute('aria-expanded')) !== 'true') {
			await settings.click();
		}
		return this.composer.getByLabel(label, { exact: true });
	}

	async closeSettings(): Promise<void> {
		await this.composer.getByRole('button', { name: 'Chat Settings', expanded: true }).click();
	}
}
