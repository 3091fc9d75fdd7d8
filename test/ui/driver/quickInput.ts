import type { Locator, Page } from 'playwright-core';
import type { Pattern } from './pattern';
import { press } from './press';
import { pressInline } from './pressInline';

/** Between two looks at the box, in milliseconds. */
const settleMs = 150;

/** How long it takes until something comes of a click on a row, at most, before it is made again. */
const pickMs = 8_000;

/** How long it takes at most until a box is there, and until it is sure to stay, in milliseconds. */
const openMs = 8_000;
const stayMs = 700;

/** What a box says that asks the Hub while one types, and how long its answer takes at most, in milliseconds. */
const ASKS = /^Search (?:models|the Hub)/;
const answerMs = 5_000;
/** What a title says of a run. */
const ESTIMATE = / · [^\n]*\d tokens? in[^\n]*/;
/** The row below what was found, which has none of its words. */
const ALL = 'Show All Results';

/** How long a box takes to fade away, in milliseconds. */
const fadeMs = 400;

/** The box at the top of the window: an input with a question, a list to pick from, or both. */
export class QuickInput {
	private readonly widget: Locator;
	private readonly input: Locator;
	/** Options; where several can be picked, each is a box to tick. */
	private readonly rows: Locator;

	constructor(private readonly page: Page) {
		this.widget = page.locator('.quick-input-widget:visible');
		this.input = this.widget.locator('input.input');
		this.rows = this.widget.locator('.quick-input-list .monaco-list-row');
	}

	/** Waits until the box is open and shows the text, be it its title, its prompt or a message below the input. */
	async expect(text: Pattern): Promise<void> {
		await this.widget.filter({ hasText: text }).waitFor();
	}

	async waitClosed(): Promise<void> {
		await this.widget.waitFor({ state: 'detached' });
	}

	isOpen(): Promise<boolean> {
		return this.widget.isVisible();
	}

	title(): Promise<string> {
		return this.widget.locator('.quick-input-title').innerText();
	}

	async placeholder(): Promise<string> {
		return (await this.input.getAttribute('placeholder')) ?? '';
	}

	value(): Promise<string> {
		return this.input.inputValue();
	}

	async isPassword(): Promise<boolean> {
		return (await this.input.getAttribute('type')) === 'password';
	}

	/** Replaces what is in the input. */
	async fill(text: string): Promise<void> {
		await this.input.fill(text);
	}

	/** Pastes a text from the clipboard, which is left with it. */
	async paste(text: string): Promise<void> {
		await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
		await this.input.press('ControlOrMeta+V');
	}

	/** Types key by key, as a person does. */
	async type(text: string): Promise<void> {
		await this.input.pressSequentially(text);
	}

	/** Types a text in the place of what is there, and accepts it. */
	async submit(text: string): Promise<void> {
		await this.fill(text);
		await this.accept();
	}

	/**
	 * Names a file or folder in the editor's own dialog, which first shows a place of its own choice, and writes that into
	 * whatever has been typed before it came. So it is typed until it stands.
	 */
	async choosePath(path: string): Promise<void> {
		do {
			while ((await this.value()) === '' || (await this.isBusy())) {
				await this.page.waitForTimeout(settleMs);
			}
			await this.settle();
			await this.fill(path);
			await this.settle();
		} while ((await this.value()) !== path);
		await this.accept();
	}

	async accept(): Promise<void> {
		await this.input.press('Enter');
	}

	async cancel(): Promise<void> {
		await this.input.press('Escape');
	}

	/** Leaves the box, and whatever box it goes back to. */
	async leave(): Promise<void> {
		while (await this.isOpen()) {
			await this.page.keyboard.press('Escape');
			// One Escape more than it takes would give up the selection in the editor.
			await this.page.waitForTimeout(fadeMs);
		}
	}

	/** The prompt, or the validation message in its place. */
	async message(): Promise<string> {
		return (await this.widget.locator('.quick-input-message').allInnerTexts()).join(' ').trim();
	}

	/** Waits until the input is refused for a reason that has the text in it, and gives the whole reason. */
	async refusal(text: Pattern = /./): Promise<string> {
		await this.widget.locator('.monaco-inputbox.error, .monaco-inputbox.warning').waitFor();
		const message = this.widget.locator('.quick-input-message').filter({ hasText: text });
		await message.waitFor();
		return (await message.innerText()).trim();
	}

	/** The labels of the options in view. */
	async options(): Promise<string[]> {
		await this.option(/./).first().waitFor();
		await this.settle();
		const labels = await this.widget
			.locator('.quick-input-list-rows > .quick-input-list-row:first-child .label-name')
			.allInnerTexts();
		return labels.map(plain).filter(label => label !== '');
	}

	/** The option whose label, description or detail has the text in it. */
	option(text: Pattern): Locator {
		return this.rows.filter({ hasText: text });
	}

	/** The option that Enter would take, where it has the text in it. */
	active(text: Pattern): Locator {
		return this.option(text).and(this.page.locator('.monaco-list-row.focused'));
	}

	/**
	 * Whether the box comes to offer an option, and goes on to: on a busy machine a page that was pressed before may take the
	 * keyboard so late that it closes a box that has been opened since.
	 */
	async stays(text: Pattern): Promise<boolean> {
		const row = this.option(text).first();
		const hasCome = await row.waitFor({ timeout: openMs }).then(
			() => true,
			() => false,
		);
		await this.page.waitForTimeout(hasCome ? stayMs : 0);
		return hasCome && (await row.isVisible());
	}

	/** Picks the first option that has the text in it; once more where nothing came of it: a click on a row that is being replaced is lost. */
	async pick(text: Pattern): Promise<void> {
		const row = this.option(text).first();
		await row.waitFor();
		await this.answered();
		await this.settle();
		const before = await this.face();
		await press(row.locator('.label-name').first());
		for (let waited = 0; waited < pickMs; waited += settleMs) {
			if ((await this.face()) !== before) {
				return;
			}
			await this.page.waitForTimeout(settleMs);
		}
		await press(row.locator('.label-name').first());
	}

	/** The labels of the rows that are ticked, in a list that takes several. */
	async chosen(): Promise<string[]> {
		await this.settle();
		const ticked = this.rows.and(this.page.locator('[aria-checked="true"]'));
		return (await ticked.locator('.quick-input-list-row:first-child .label-name').allInnerTexts()).map(plain);
	}

	/** Ticks or unticks a row of a list that takes several: there, rows are checkboxes. */
	async toggle(text: Pattern): Promise<void> {
		const row = this.option(text).first();
		await row.waitFor();
		await this.settle();
		const before = await row.getAttribute('aria-checked');
		await press(row.locator('.label-name').first());
		await row.and(this.page.locator(`:not([aria-checked="${before}"])`)).waitFor();
	}

	/** Presses one of the buttons in the box's title, or on an option. */
	async pressButton(name: Pattern, on?: Locator): Promise<void> {
		// Where it rests on the input, the card that says what to write covers the title.
		await this.page.mouse.move(0, 0);
		if (on) {
			await on.waitFor();
			await this.settle();
			await pressInline(on, name);
		} else {
			await press(this.widget.locator('.quick-input-titlebar').getByRole('button', { name }));
		}
	}

	/** Whether the box shows that it is busy. */
	async isBusy(): Promise<boolean> {
		return this.widget.locator('.monaco-progress-container.active').isVisible();
	}

	/** Everything that the box shows but what a run will be, which comes by itself; nothing once it is closed. */
	private async face(): Promise<string> {
		const values = await this.input.evaluateAll((inputs: ReadonlyArray<{ readonly value: string }>) =>
			inputs.map(({ value }) => value),
		);
		return [...(await this.widget.allInnerTexts()), ...values].join('\n').replace(ESTIMATE, '');
	}

	/**
	 * Waits until a box that asks the Hub shows the answer: until then all rows stay, and a click on one would be taken for
	 * one on the row that comes into its place. What is found by more than its name need not have the words.
	 */
	private async answered(): Promise<void> {
		if ((await this.input.count()) === 0 || !ASKS.test(await this.placeholder())) {
			return;
		}
		for (const word of (await this.value()).split(/\s+/).filter(Boolean)) {
			const other = this.rows.filter({ hasNotText: ALL }).filter({ hasNotText: word }).first();
			await other.waitFor({ state: 'detached', timeout: answerMs }).catch(() => undefined);
		}
	}

	/** Waits until the list is complete: a click on a row that is being replaced goes nowhere. */
	private async settle(): Promise<void> {
		let before: string | undefined;
		for (;;) {
			const now = (await this.rows.allInnerTexts()).join('\n');
			if (now === before && !(await this.isBusy())) {
				return;
			}
			before = now;
			await this.page.waitForTimeout(settleMs);
		}
	}
}

/** Labels are drawn with spaces that do not break. */
function plain(text: string): string {
	return text.replaceAll('\u00a0', ' ').trim();
}
