import { createReadStream } from 'node:fs';
import path from 'node:path';
import { ProblemError } from '../../../util/problemError';
import type { HubWay } from '../hubWay';
import { PartLedger, type PartsSent } from './partLedger';
import { persistently } from './persistently';
import type { UploadAction } from './readUploadAction';
import { requireUnchanged } from './requireUnchanged';
import type { UploadDeps } from './uploadDeps';
import type { UploadFile } from './uploadPlan';

/** A large file on its way to the storage. */
export interface LargeFile {
	readonly way: HubWay;
	readonly folder: string;
	readonly file: UploadFile;
	/** Hears the bytes that have been sent. */
	readonly tell: (bytes: number) => void;
}

/** Sends a file as the Hub wants it. Of one that goes in parts, those that have arrived before are not sent again. */
export async function sendLarge(deps: UploadDeps, large: LargeFile, action: UploadAction): Promise<void> {
	const { file, way } = large;
	if (action.kind === 'basic') {
		await send(deps, large, { url: action.url, from: 0, to: file.size });
		return;
	}
	const key = PartLedger.key(way.hub, file.tag);
	const sent = await deps.parts.open(key, action);
	const isOld = sent.action !== action;
	try {
		await sendParts(deps, large, key, sent);
	} catch (error) {
		const { status = 0 } = way.operation.last ?? {};
		if (error instanceof ProblemError || status < 400 || status === 429 || status >= 500) {
			throw error;
		}
		// Refused by the storage itself: its addresses are over, or what it had of the file has gone.
		await deps.parts.forget(key);
		if (!isOld) {
			throw error;
		}
		await sendParts(deps, large, key, await deps.parts.open(key, action));
	}
}

async function sendParts(
	deps: UploadDeps,
	large: LargeFile,
	key: string,
	{ action, etags }: PartsSent,
): Promise<void> {
	const { file, tell } = large;
	for (const [index, url] of action.urls.entries()) {
		const from = index * action.partBytes;
		const to = Math.min(from + action.partBytes, file.size);
		if (!etags.has(index)) {
			const etag = await send(deps, large, { url, from, to });
			if (etag === null) {
				throw new ProblemError({ code: 'protocol', detail: `The storage took no part of ${file.path}.` });
			}
			await deps.parts.add(key, index, etag);
		}
		tell(to);
	}
	const parts = action.urls.map((_, index) => ({ partNumber: index + 1, etag: etags.get(index) ?? '' }));
	await persistently(deps, large.way, () => complete(large, action.completeUrl, parts));
}

async function complete(
	{ way, file }: LargeFile,
	url: string,
	parts: ReadonlyArray<{ readonly partNumber: number; readonly etag: string }>,
): Promise<void> {
	const response = await way.operation.fetch(url, {
		method: 'POST',
		headers: { Accept: 'application/vnd.git-lfs+json', 'Content-Type': 'application/vnd.git-lfs+json' },
		body: JSON.stringify({ oid: file.tag, parts }),
	});
	await response.body?.cancel();
	if (!response.ok) {
		throw new Error(`The answer has status ${response.status}`);
	}
}

interface Piece {
	readonly url: string;
	/** Bytes of the file. */
	readonly from: number;
	readonly to: number;
}

/** Sends a piece; answers with the tag of what arrived. */
function send(deps: UploadDeps, large: LargeFile, piece: Piece): Promise<string | null> {
	return persistently(
		deps,
		large.way,
		() => put(large, piece),
		() => large.tell(piece.from),
	);
}

/** Bytes go to where the Hub said, without a token. */
async function put({ way, folder, file, tell }: LargeFile, { url, from, to }: Piece): Promise<string | null> {
	await requireUnchanged(folder, file);
	const stream = createReadStream(path.join(folder, file.path), {
		start: from,
		end: Math.max(from, to - 1),
		highWaterMark: 256 * 1024,
	});
	let sent = from;
	stream.on('data', chunk => tell((sent += chunk.length)));
	try {
		const answer = await way.operation.transfer({
			url,
			method: 'PUT',
			body: { stream, length: to - from },
			idleTimeout: way.patience,
			signal: way.signal,
		});
		answer.body.resume();
		return answer.headers.get('ETag');
	} finally {
		stream.destroy();
	}
}
