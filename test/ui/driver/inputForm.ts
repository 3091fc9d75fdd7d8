import type { FrameLocator, Locator } from 'playwright-core';
import { dropGoneFile } from './dropGoneFile';
import { pasteFile } from './pasteFile';
import type { Pattern } from './pattern';

/** As much as is used here of the page's world, which these tests do not share. */
interface DropTarget {
	dispatchEvent(event: object): void;
}
declare const DataTransfer: new () => { readonly items: { add(file: File): void } };
declare const DragEvent: new (type: string, init: object) => object;

/** The form for what is missing before a run, on the results' page. */
export class InputForm {
	constructor(private readonly frame: () => FrameLocator) {}

	/** The form, by the name of its task and model. */
	form(name: Pattern = /./): Locator {
		return this.frame().getByRole('form', { name });
	}

	/** Waits until a form is shown. */
	async expect(name: Pattern): Promise<void> {
		await this.form(name).waitFor();
	}

	/** The control with a label. */
	field(label: string): Locator {
		return this.form().getByLabel(new RegExp(`^${label}( \\(optional\\))?$`));
	}

	async fill(label: string, text: string): Promise<void> {
		await this.field(label).fill(text);
	}

	async choose(label: string, option: string): Promise<void> {
		await this.field(label).selectOption({ label: option });
	}

	/** What it says of the run that it is for. */
	estimate(): Locator {
		return this.form().locator('.estimate');
	}

	/** What is wrong with what was sent. */
	async complaints(): Promise<string[]> {
		await this.form().getByRole('alert').first().waitFor();
		return this.form().getByRole('alert').allInnerTexts();
	}

	/** Waits until the form shows a text. */
	async expectText(text: Pattern): Promise<void> {
		await this.form().filter({ hasText: text }).waitFor();
	}

	/** Pastes a file, as it comes when one was copied elsewhere. */
	async paste(mimeType: string, bytes: Uint8Array): Promise<void> {
		await pasteFile(this.form(), mimeType, bytes);
	}

	/** Drops a file onto the field with a label, as it comes from another program. */
	async drop(
		label: string,
		file: { readonly name: string; readonly mimeType: string; readonly bytes: Uint8Array },
	): Promise<void> {
		const { name, mimeType } = file;
		const data = Buffer.from(file.bytes).toString('base64');
		await this.form()
			.getByRole('button', { name: `${label}: Choose File…` })
			.evaluate(
				(control: DropTarget, dropped) => {
					const content = Uint8Array.from(atob(dropped.data), one => one.charCodeAt(0));
					const dataTransfer = new DataTransfer();
					dataTransfer.items.add(new File([content], dropped.name, { type: dropped.mimeType }));
					control.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
				},
				{ name, mimeType, data },
			);
	}

	/** The same with a file of this machine that is deleted before it is read. */
	async dropGone(label: string, file: string): Promise<void> {
		await dropGoneFile(this.form().getByRole('button', { name: `${label}: Choose File…` }), file);
	}

	async run(): Promise<void> {
		await this.form().getByRole('button', { name: 'Run' }).click();
	}

	async cancel(): Promise<void> {
		await this.form().getByRole('button', { name: 'Cancel' }).click();
	}

	/** Opens the section of the parameters. */
	async showParameters(): Promise<void> {
		await this.form().getByText('Parameters').click();
	}
}
