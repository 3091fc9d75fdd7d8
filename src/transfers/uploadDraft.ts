import path from 'node:path';
import type * as vscode from 'vscode';
import type { Problem } from '../shared/problem';
import type { UploadSource } from '../hub/transfers/upload/uploadPlan';
import { readProblem } from '../ui/readProblem';
import { isRecord } from '../util/isRecord';
import type { StoredFileChoice } from './fileChoice';
import { readUploadPlace } from './readUploadPlace';
import type { StoredUploadMarks } from './uploadMarks';

/** An upload that is being looked at, as it outlives the window. */
export interface UploadDraft extends StoredUploadMarks {
	readonly source: UploadSource;
	/** As the user wrote it; its first line is the title. */
	readonly message: string;
	/** Why it could not be compared; it is not tried again before the user says so. */
	readonly problem?: Problem;
}

const KEY = 'hfWorkbench.upload';

/** Keeps the draft of this workspace. */
export class UploadDrafts {
	private written: { readonly draft: UploadDraft | undefined } | undefined;

	constructor(private readonly memento: Pick<vscode.Memento, 'get' | 'update'>) {}

	/** Nothing where there is none, or none that can be read. */
	get(): UploadDraft | undefined {
		const value = this.memento.get<unknown>(KEY);
		const source = isRecord(value) ? readSource(value.source) : undefined;
		return source && isRecord(value)
			? {
					source,
					message: typeof value.message === 'string' ? value.message : '',
					lookedAt: texts(value.lookedAt),
					deleted: texts(value.deleted),
					leftOut: readLeftOut(value.leftOut),
					...(value.problem !== undefined && { problem: readProblem(value.problem) }),
				}
			: undefined;
	}

	/** Writes nothing where nothing in it has changed. */
	async set(draft: UploadDraft | undefined): Promise<void> {
		if (!this.written || !isSame(draft, this.written.draft)) {
			this.written = undefined;
			await this.memento.update(KEY, draft);
			this.written = { draft };
		}
	}
}

/** Whether the parts of a draft are the very same. */
function isSame(one: UploadDraft | undefined, other: UploadDraft | undefined): boolean {
	return (
		one === other ||
		(one?.source === other?.source &&
			one?.message === other?.message &&
			one?.lookedAt === other?.lookedAt &&
			one?.deleted === other?.deleted &&
			one?.leftOut === other?.leftOut &&
			one?.problem === other?.problem)
	);
}

function readSource(value: unknown): UploadSource | undefined {
	const place = readUploadPlace(value);
	if (!place || !isRecord(value)) {
		return undefined;
	}
	const { folder, only, also } = value;
	return typeof folder === 'string' && path.isAbsolute(folder)
		? {
				...place,
				folder,
				...(Array.isArray(only) && { only: texts(only) }),
				...(Array.isArray(also) && { also: texts(also) }),
			}
		: undefined;
}

function readLeftOut(value: unknown): StoredUploadMarks['leftOut'] {
	const { added, changed } = isRecord(value) ? value : {};
	return { added: readChoice(added), changed: readChoice(changed) };
}

function readChoice(value: unknown): StoredFileChoice {
	return isRecord(value)
		? { all: value.all === true, except: texts(value.except) }
		: { all: false, except: [] };
}

function texts(value: unknown): readonly string[] {
	return Array.isArray(value) ? value.filter(one => typeof one === 'string') : [];
}
