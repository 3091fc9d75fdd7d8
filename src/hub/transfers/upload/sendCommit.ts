import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { diskProblem } from '../../../util/diskProblem';
import { isRecord } from '../../../util/isRecord';
import { ProblemError } from '../../../util/problemError';
import type { HubWay } from '../hubWay';
import { repoApiUrl } from '../repoUrl';
import { repoFilePath } from './repoFilePath';
import { requireUnchanged } from './requireUnchanged';
import type { UploadOrder, UploadResult } from './runUpload';
import type { UploadFile, UploadSource } from './uploadPlan';

/** The Hub answers a commit of many files only when all of it is done; so many times the patience for a line. */
const PATIENCE = 4;

/** Makes the commit. Its body is read from the disk while it is sent: together the files may be larger than the memory. */
export async function sendCommit(
	way: HubWay,
	order: UploadOrder,
	signal: AbortSignal,
	tell: (bytes: number) => void,
): Promise<UploadResult> {
	const { plan, asPullRequest } = order;
	const query = asPullRequest ? '?create_pr=1' : '';
	const url = `${repoApiUrl(way.hub, plan.repo)}/commit/${encodeURIComponent(plan.branch)}${query}`;
	const stream = Readable.from(commitLines(order, tell));
	let answer: unknown;
	try {
		const { body } = await way.operation.transfer({
			url,
			method: 'POST',
			headers: { ...way.headers, 'Content-Type': 'application/x-ndjson' },
			body: { stream, length: commitLength(order) },
			idleTimeout: PATIENCE * way.patience,
			signal,
		});
		answer = JSON.parse(await text(body));
	} catch (error) {
		if (!(error instanceof ProblemError) && way.operation.last?.status === 412) {
			throw new ProblemError({ code: 'commit.conflict', repo: plan.repo.id });
		}
		throw error;
	} finally {
		stream.destroy();
	}
	if (!isRecord(answer) || typeof answer.commitOid !== 'string' || typeof answer.commitUrl !== 'string') {
		throw new ProblemError({ code: 'protocol', detail: 'The Hub’s answer to the commit names none.' });
	}
	return {
		commit: answer.commitOid,
		url: answer.commitUrl,
		...(typeof answer.pullRequestUrl === 'string' && { pullRequestUrl: answer.pullRequestUrl }),
	};
}

const line = (key: string, value: unknown) => `${JSON.stringify({ key, value })}\n`;

function headLine({ plan, title, description }: UploadOrder): string {
	return line('header', { summary: title, description, parentCommit: plan.parent });
}

/** A file's line; without its content where that is not given. */
function fileLine(source: UploadSource, { mode, path: name, size, tag }: UploadFile, content = ''): string {
	const place = repoFilePath(source, name);
	return mode === 'lfs'
		? line('lfsFile', { path: place, algo: 'sha256', size, oid: tag })
		: line('file', { content, path: place, encoding: 'base64' });
}

function deletionLine(source: UploadSource, name: string): string {
	return line('deletedFile', { path: repoFilePath(source, name) });
}

/** Bytes of a commit's body. */
export function commitLength(order: UploadOrder): number {
	let length = Buffer.byteLength(headLine(order));
	for (const file of order.files) {
		length += Buffer.byteLength(fileLine(order.plan, file));
		length += file.mode === 'lfs' ? 0 : 4 * Math.ceil(file.size / 3);
	}
	return order.deleted.reduce((sum, name) => sum + Buffer.byteLength(deletionLine(order.plan, name)), length);
}

async function* commitLines(order: UploadOrder, tell: (bytes: number) => void): AsyncGenerator<Buffer> {
	const { plan, files, deleted } = order;
	yield Buffer.from(headLine(order));
	let sent = 0;
	for (const file of files) {
		if (file.mode === 'lfs') {
			yield Buffer.from(fileLine(plan, file));
			continue;
		}
		await requireUnchanged(plan.folder, file);
		const content = await readFile(path.join(plan.folder, file.path)).catch((error: unknown) => {
			throw new ProblemError(diskProblem(error, file.path, 'transfer'));
		});
		if (content.length !== file.size) {
			throw new ProblemError({ code: 'file.changed', file: file.path });
		}
		yield Buffer.from(fileLine(plan, file, content.toString('base64')));
		tell((sent += file.size));
	}
	for (const name of deleted) {
		yield Buffer.from(deletionLine(plan, name));
	}
}
