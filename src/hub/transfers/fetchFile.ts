import type { RepoRef } from '../../shared/repoType';
import { diskProblem } from '../../util/diskProblem';
import { networkFailure } from '../../net/networkFailure';
import type { TransferAnswer } from '../../net/operation';
import { ProblemError } from '../../util/problemError';
import { problemOf } from '../../util/problemOf';
import type { FileThreadClient } from '../thread/fileThreadClient';
import type { MakeLink } from './cachePlacement';
import { FileSink } from './fileSink';
import type { HubFile } from './hubFiles';
import { type HubWayOptions, onHubWay } from './hubWay';
import { pauseBefore } from './pauseBefore';
import { fileUrl } from './repoUrl';

export interface FetchDeps extends HubWayOptions {
	readonly thread: FileThreadClient;
	/** Waits between two attempts. */
	readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	/** How the cache makes its links; default the system's own. */
	readonly makeLink?: MakeLink;
}

/** A file to be fetched, and where its bytes are gathered until all of them are there. */
export interface FileOrder {
	readonly repo: RepoRef;
	readonly commit: string;
	readonly file: HubFile;
	/** An absolute path, in a folder that exists. What is there already is gone on from. */
	readonly incomplete: string;
}

/**
 * Brings a file's bytes into `incomplete`, whole and with the right hash; a broken line is taken up where it broke. `tell`
 * hears how many bytes are there. When it fails or is stopped, what has come stays for the next time.
 */
export async function fetchFile(
	deps: FetchDeps,
	order: FileOrder,
	signal: AbortSignal,
	tell: (bytes: number) => void,
): Promise<void> {
	for (let failures = 0, restarts = 0, best = 0; ;) {
		signal.throwIfAborted();
		let sink: FileSink | undefined;
		try {
			sink = await openSink(deps, order, signal, tell);
			if (sink.at < order.file.size) {
				await pull(deps, order, sink, signal);
			}
			const { digest, size } = await sink.finish();
			if (digest === order.file.tag && size === order.file.size) {
				return;
			}
			if (restarts++ > 0) {
				throw new ProblemError({ code: 'file.damaged', file: order.file.path });
			}
			// What an earlier attempt, or another program, left there was not the beginning of this file.
			const again = await openSink(deps, order, signal, tell);
			await again.restart();
			await again.close();
		} catch (error) {
			const reached = sink?.at ?? 0;
			await sink?.close();
			failures = reached > best ? 0 : failures + 1;
			best = Math.max(best, reached);
			const wait = pauseBefore(problemOf(error), failures);
			if (wait === undefined) {
				throw error;
			}
			await deps.pause(wait, signal);
		}
	}
}

async function openSink(
	{ thread }: FetchDeps,
	{ incomplete, file }: FileOrder,
	signal: AbortSignal,
	tell: (bytes: number) => void,
): Promise<FileSink> {
	try {
		return await FileSink.open(thread, incomplete, file, signal, tell);
	} catch (error) {
		throw new ProblemError(diskProblem(error, incomplete, 'transfer'));
	}
}

/** One request, from where the sink is to the end. */
async function pull(deps: FetchDeps, order: FileOrder, sink: FileSink, signal: AbortSignal): Promise<void> {
	const { repo, commit, file } = order;
	const question = {
		repo,
		permission: 'hub.read',
		signal,
		storage: true,
		file: { path: file.path, revision: commit },
	} as const;
	await onHubWay(deps, question, async way => {
		const answer = await way.operation.transfer({
			url: fileUrl(way.hub, repo, commit, file.path),
			method: 'GET',
			headers: { ...way.headers, ...(sink.at > 0 && { Range: `bytes=${sink.at}-` }) },
			idleTimeout: way.patience,
			expected: file.size - sink.at,
			signal,
		});
		try {
			await checkAnswer(answer, file, sink);
			await sink.take(answer);
		} catch (error) {
			throw error instanceof ProblemError ? error : bodyFailure(error, answer, order, signal, way.patience);
		} finally {
			answer.body.destroy();
		}
		if (sink.at < file.size) {
			throw new ProblemError({ code: 'network.offline', host: answer.host });
		}
	});
}

function bodyFailure(
	error: unknown,
	{ host }: TransferAnswer,
	{ incomplete }: FileOrder,
	signal: AbortSignal,
	patience: number,
): ProblemError {
	const disk = diskProblem(error, incomplete, 'transfer');
	return disk.code === 'disk.full' || disk.code === 'disk.permission'
		? new ProblemError(disk)
		: networkFailure(error, host, signal, patience);
}

/** Whether what comes is the file that was meant, and from where on; a server that ignores the range sends all of it. */
async function checkAnswer(
	{ headers, status }: TransferAnswer,
	file: HubFile,
	sink: FileSink,
): Promise<void> {
	const tag = headers.get('X-Linked-Etag') ?? headers.get('ETag');
	const wrong = (detail: string) => new ProblemError({ code: 'protocol', detail });
	if (tag === null) {
		// A file has a tag wherever it comes from; a page of a proxy's has none.
		throw wrong(`Something else came in the place of ${file.path}.`);
	}
	if (tag.replace(/^W\//, '').replaceAll('"', '') !== file.tag) {
		throw wrong(`${file.path} is not the file that the Hub listed.`);
	}
	const encoding = headers.get('Content-Encoding');
	if (encoding !== null && encoding !== 'identity') {
		throw wrong(`${file.path} came encoded as ${encoding}.`);
	}
	const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers.get('Content-Range') ?? '');
	if (status === 206 && (Number(range?.[1]) !== sink.at || Number(range?.[2]) !== file.size)) {
		throw wrong(`Another part of ${file.path} came than was asked for.`);
	}
	const length = headers.get('Content-Length');
	if (length !== null && Number(length) !== file.size - (status === 206 ? sink.at : 0)) {
		throw wrong(`${file.path} came with ${length} bytes, which is not what the Hub listed.`);
	}
	if (sink.at > 0 && status !== 206) {
		await sink.restart();
	}
}
