import path from 'node:path';
import type * as vscode from 'vscode';
import type { Problem } from '../shared/problem';
import { isRepoType } from '../shared/repoType';
import { parseRepoFolder } from '../hub/transfers/upload/parseRepoFolder';
import type { UploadSource } from '../hub/transfers/upload/uploadPlan';
import { readProblem } from '../ui/readProblem';
import { isRecord } from '../util/isRecord';
import { isRepoId } from '../util/isRepoId';
import type { StoredFileChoice } from './fileChoice';
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
	constructor(private readonly memento: vscode.Memento) {}

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

	async set(draft: UploadDraft | undefined): Promise<void> {
		await this.memento.update(KEY, draft);
	}
}

function readSource(value: unknown): UploadSource | undefined {
	if (!isRecord(value) || !isRecord(value.repo)) {
		return undefined;
	}
	const { repo, folder, branch, only, also } = value;
	const into = typeof value.into === 'string' ? parseRepoFolder(value.into) : '';
	return isRepoType(repo.type) &&
		typeof repo.id === 'string' &&
		isRepoId(repo.id) &&
		typeof folder === 'string' &&
		path.isAbsolute(folder) &&
		typeof branch === 'string' &&
		into !== undefined
		? {
				repo: { type: repo.type, id: repo.id },
				folder,
				branch,
				...(into !== '' && { into }),
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
