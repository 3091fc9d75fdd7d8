import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Attachment } from '../inference/runRequest';
import type { KeptOutput } from '../shared/output';
import { LARGEST_CHAT_IMAGE } from '../shared/largestChatImage';
import { localTime } from '../util/localTime';
import { STAYS_OPEN } from '../ui/staysOpen';
import { answerAttachment, type AnswerAttachment } from './answerAttachment';
import { goesAlong } from './goesAlong';
import type { MediaStore } from './mediaStore';
import { refuseLargeImage } from './refuseLargeImage';
import type { Run } from './run';

/** The answers of the history that can go along with a question, newest first, and where their pictures are. */
export class EarlierAnswers {
	private readonly rows: ReadonlyArray<
		vscode.QuickPickItem & { readonly run: Run; readonly output: KeptOutput }
	>;

	constructor(
		runs: readonly Run[],
		private readonly store: Pick<MediaStore, 'path'>,
	) {
		this.rows = runs.flatMap(run => {
			const { output, title, model, startedAt, isRunning } = run;
			return output && !isRunning && goesAlong(output)
				? [{ label: title, description: `${model} · ${localTime(startedAt)}`, run, output }]
				: [];
		});
	}

	get areNone(): boolean {
		return this.rows.length === 0;
	}

	/** Asks which one. Nothing if the user leaves, or where its picture cannot be taken along, which they are told. */
	async pick(): Promise<Attachment | undefined> {
		const picked = await vscode.window.showQuickPick(this.rows, {
			title: 'Attach an Earlier Answer',
			placeHolder: 'Which answer should go along with the question?',
			matchOnDescription: true,
			ignoreFocusOut: STAYS_OPEN.askedFromPage,
		});
		if (!picked) {
			return undefined;
		}
		const { run, output } = picked;
		const taken = answerAttachment(output, run.title);
		return taken && ('attachment' in taken ? taken.attachment : this.read(run, taken));
	}

	private async read(
		run: Run,
		{ picture, name }: Extract<AnswerAttachment, { readonly name: string }>,
	): Promise<Attachment | undefined> {
		if (picture.size > LARGEST_CHAT_IMAGE) {
			return refuseLargeImage(name);
		}
		try {
			const data = await readFile(this.store.path(run.id, picture), 'base64');
			return { kind: 'image', name, mediaType: picture.mimeType, data };
		} catch {
			void vscode.window.showWarningMessage(`${name} cannot be read: its file is no longer there.`);
			return undefined;
		}
	}
}
