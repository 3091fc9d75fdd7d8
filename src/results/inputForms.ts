import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { FileInput } from '../inference/inputs/inputValue';
import type { Estimate } from '../shared/draft';
import type { FormValues, InputForm } from '../shared/inputForm';
import { LARGEST_INPUT_FILE } from '../shared/largestInputFile';
import type { FormAnswer, FormQuestion } from '../ui/formQuestion';
import { Disposable } from '../util/disposable';
import { Emitter } from '../util/emitter';
import { Latest } from '../util/latest';
import { fileMimeType } from '../util/fileMimeType';
import { FILE_TYPES } from '../util/fileTypes';
import { byteSize } from '../shared/byteSize';
import { omit } from '../util/omit';
import type { InputFiles } from './inputFiles';

interface Open {
	form: InputForm;
	files: Readonly<Record<string, FileInput>>;
	readonly estimate: FormQuestion<unknown>['estimate'];
	/** Whether the answer was one; what is wrong with it is said in the form. */
	take(answer: FormAnswer): boolean;
	leave(): void;
}

/** What came from the page: bytes, and a name where they are a file's. */
interface GivenFile {
	readonly mimeType: string;
	readonly bytes: Uint8Array;
	readonly name?: string;
}

/** The form on the page, one at a time: asking for another leaves the one before. */
export class InputForms extends Disposable {
	private readonly didChange = this.register(new Emitter<InputForm | undefined>());
	/** Hears of each form, and of nothing when there is none any more. */
	readonly onDidChange = this.didChange.event;
	private readonly didEstimate = this.register(
		new Emitter<{ readonly id: string; readonly estimate: Estimate | undefined }>(),
	);
	readonly onDidEstimate = this.didEstimate.event;
	private readonly estimating = this.register(new Latest());
	private open: Open | undefined;

	constructor(private readonly kept: InputFiles) {
		super();
	}

	override dispose(): void {
		this.open?.leave();
		super.dispose();
	}

	get current(): InputForm | undefined {
		return this.open?.form;
	}

	/** Shows a form. Resolves with what was read of it, or with nothing when the user leaves. */
	ask<T>(question: FormQuestion<T>): Promise<T | undefined> {
		this.open?.leave();
		return new Promise(resolve => {
			this.open = {
				form: {
					...question.form,
					id: randomUUID(),
					complaints: {},
					...(question.estimate && { isEstimated: true }),
				},
				files: question.files,
				estimate: question.estimate,
				take: answer => {
					const reading = question.read(answer);
					if ('value' in reading) {
						this.close();
						resolve(reading.value);
						return true;
					}
					this.change({ complaints: reading.complaints });
					return false;
				},
				leave: () => {
					this.close();
					resolve(undefined);
				},
			};
			this.didChange.fire(this.open.form);
		});
	}

	submit(id: string, inputs: FormValues, parameters: FormValues): void {
		const open = this.named(id);
		open?.take({ inputs, parameters, files: open.files });
	}

	/** Tells what a run with the form as it is will be. Never fails: nobody has asked for it. */
	async estimate(id: string, inputs: FormValues, parameters: FormValues): Promise<void> {
		const { files = {}, estimate } = this.named(id) ?? {};
		if (estimate) {
			const found = await this.estimating.run(() =>
				estimate({ inputs, parameters, files }).catch(() => undefined),
			);
			if (found && this.named(id)) {
				this.didEstimate.fire({ id, estimate: found.value });
			}
		}
	}

	cancel(id?: string): void {
		(id === undefined ? this.open : this.named(id))?.leave();
	}

	/** Lets the user choose a file of this machine for a field. */
	async choose(id: string, field: string): Promise<void> {
		const kind = this.fileKind(id, field);
		if (!kind) {
			return;
		}
		const extensions = Object.keys(FILE_TYPES).filter(one => FILE_TYPES[one]?.startsWith(`${kind}/`));
		const [uri] =
			(await vscode.window.showOpenDialog({
				title: kind === 'image' ? 'Choose an Image' : 'Choose a Sound',
				openLabel: 'Choose',
				filters: { [kind === 'image' ? 'Images' : 'Sounds']: extensions },
			})) ?? [];
		const name = uri?.path.split('/').at(-1) ?? '';
		const mimeType = fileMimeType(name);
		if (uri && (await vscode.workspace.fs.stat(uri)).size > LARGEST_INPUT_FILE) {
			this.refuse(id, field, 'large');
		} else if (uri && mimeType?.startsWith(`${kind}/`)) {
			this.put(id, field, { uri: uri.toString(), name, mimeType });
		} else if (uri) {
			this.complain(
				id,
				field,
				`${name} is not ${kind === 'image' ? 'an image' : 'a sound'} that models take.`,
			);
		}
	}

	/** Takes a file that was pasted or dropped onto the page. */
	async give(id: string, field: string, { mimeType, bytes, name }: GivenFile): Promise<void> {
		const kind = this.fileKind(id, field);
		if (!kind) {
			return;
		}
		if (bytes.byteLength > LARGEST_INPUT_FILE) {
			this.refuse(id, field, 'large');
			return;
		}
		const file = mimeType.startsWith(`${kind}/`) ? await this.kept.keep(mimeType, bytes, name) : undefined;
		if (file) {
			this.put(id, field, file);
		} else {
			this.complain(id, field, `That is not ${kind === 'image' ? 'an image' : 'a sound'} that models take.`);
		}
	}

	/** Says why a file is not taken. */
	refuse(id: string, field: string, why: 'large' | 'unreadable'): void {
		this.complain(
			id,
			field,
			why === 'large'
				? `The file is larger than ${byteSize(LARGEST_INPUT_FILE)}.`
				: 'The file cannot be read: it was moved or deleted, it is a folder, or you may not read it. Choose it once more.',
		);
	}

	private put(id: string, field: string, file: FileInput): void {
		const open = this.named(id);
		if (open) {
			open.files = { ...open.files, [field]: file };
			this.change({
				inputs: open.form.inputs.map(one =>
					one.name === field && (one.kind === 'image' || one.kind === 'audio')
						? { ...one, value: file.name }
						: one,
				),
				complaints: omit(open.form.complaints, field),
			});
		}
	}

	private complain(id: string, field: string, complaint: string): void {
		const open = this.named(id);
		if (open) {
			this.change({ complaints: { ...open.form.complaints, [field]: complaint } });
		}
	}

	private change(change: Partial<InputForm>): void {
		if (this.open) {
			this.open.form = { ...this.open.form, ...change };
			this.didChange.fire(this.open.form);
		}
	}

	private close(): void {
		this.open = undefined;
		this.didChange.fire(undefined);
	}

	private fileKind(id: string, field: string): 'image' | 'audio' | undefined {
		const found = this.named(id)?.form.inputs.find(({ name }) => name === field);
		return found?.kind === 'image' || found?.kind === 'audio' ? found.kind : undefined;
	}

	/** The page may still show a form that is over. */
	private named(id: string): Open | undefined {
		return this.open?.form.id === id ? this.open : undefined;
	}
}
