import { inLanes } from '../../../util/inLanes';
import { ProblemError } from '../../../util/problemError';
import { problemOf } from '../../../util/problemOf';
import type { FileFailure, FileToInspect, HashName, InspectedFile } from '../../thread/threadMessages';
import { type HubFile, listRepoFiles, resolveCommit } from '../hubFiles';
import { askModes, type UploadMode } from './askModes';
import { collectFiles } from './collectFiles';
import { fileInTheWay } from './fileInTheWay';
import { isSecretName } from './isSecretName';
import type { UploadDeps } from './uploadDeps';
import {
	LARGEST_FILE,
	type LocalFile,
	type UploadFile,
	type UploadPlan,
	type UploadSource,
} from './uploadPlan';

/** Files that the Hub is asked about at once. */
const CHUNK = 250;
/** Chunks at once: one is looked into while the Hub is asked about the other. */
const LANES = 2;
/** A file above this, in bytes, is probably kept by hash. */
const SMALL = 1024 * 1024;

const HASHES: Readonly<Record<UploadMode, HashName>> = { lfs: 'sha256', regular: 'git-sha1' };

/** Compares a folder, or some files of one, with a branch of a repo. Nothing is changed. `tell` hears how many files have been looked at. */
export async function planUpload(
	deps: UploadDeps,
	source: UploadSource,
	signal: AbortSignal,
	tell: (files: number) => void,
): Promise<UploadPlan> {
	const { repo, folder, branch, only } = source;
	const parent = await resolveCommit(deps, repo, branch, signal);
	const remote = await filesThere(deps, source, parent, signal);
	const collected = await collectFiles(folder, signal, source);
	const { files: names, ignored, withheld, overruled, unreadable: closed } = collected;
	const chunks = Array.from({ length: Math.ceil(names.length / CHUNK) }, (_, chunk) => chunk);
	const compared: Compared[] = [];
	let looked = 0;
	await inLanes(LANES, chunks, signal, async (index, either) => {
		const chunk = names.slice(index * CHUNK, (index + 1) * CHUNK);
		compared[index] = await compare(deps, source, chunk, remote, either);
		looked += chunk.length;
		tell(looked);
	});
	const gone = new Set(compared.flatMap(one => one.gone));
	const there = names.filter(name => !gone.has(name));
	for (const name of there) {
		remote.delete(name);
	}
	const files = compared.flatMap(({ different }) => different);
	const tooLarge = compared.flatMap(one => one.tooLarge);
	const unreadable = compared.flatMap(one => one.unreadable);
	const missing = only ? [] : [...remote.keys()].filter(file => isMissing(file, closed));
	return {
		...source,
		parent,
		files,
		missing,
		unchanged: there.length - files.length - tooLarge.length - unreadable.length,
		ignored,
		withheld,
		overruled,
		unreadable: [...closed, ...unreadable],
		tooLarge,
		onlyProposed: await mayOnlyPropose(deps, source, compared, missing, signal),
	};
}

/** The files of the folder that all of it goes to, by the paths that they would have here. */
async function filesThere(
	deps: UploadDeps,
	{ repo, into = '' }: UploadSource,
	commit: string,
	signal: AbortSignal,
): Promise<Map<string, HubFile>> {
	const files = await listRepoFiles(deps, repo, { commit, folder: into }, signal).catch((error: unknown) => {
		// A folder that is made by the upload.
		if (problemOf(error).code === 'file.notFound') {
			return [];
		}
		throw error;
	});
	const lead = into === '' ? '' : `${into}/`;
	const inside = files.filter(({ path }) => path.startsWith(lead));
	if (inside.length === 0 && into !== '') {
		const file = await fileInTheWay(deps, { repo, branch: commit }, into, signal);
		if (file !== undefined) {
			const detail = `${file} is a file of ${repo.id}, not a folder. Choose another folder.`;
			throw new ProblemError({ code: 'upload.refused', detail });
		}
	}
	return new Map(inside.map(file => [file.path.slice(lead.length), file]));
}

/**
 * Where there was nothing to ask the Hub about, deletions may still be committed, so it is asked about one of them as if it
 * were to be sent: it says no other way whether the repo may be written to.
 */
async function mayOnlyPropose(
	deps: UploadDeps,
	source: UploadSource,
	compared: readonly Compared[],
	missing: readonly string[],
	signal: AbortSignal,
): Promise<boolean> {
	const said = compared.flatMap(({ onlyProposed }) => onlyProposed ?? []);
	if (said.length > 0) {
		return said.includes(true);
	}
	const asked = missing.slice(0, 1).map(path => ({ path, size: 0, sample: '' }));
	return (await askModes(deps, source, asked, signal)).onlyProposed;
}

/** What is in a folder that cannot be looked into may be there. */
function isMissing(file: string, closed: readonly string[]): boolean {
	return file !== '.gitattributes' && !closed.some(folder => file.startsWith(folder));
}

interface Compared {
	readonly different: readonly UploadFile[];
	readonly tooLarge: readonly LocalFile[];
	readonly gone: readonly string[];
	readonly unreadable: readonly string[];
	/** As the Hub said it; nothing where it was not asked. */
	readonly onlyProposed: boolean | undefined;
}

type Seen = FileToInspect & InspectedFile;

/** Those of some files that the repo has not, or has otherwise. */
async function compare(
	deps: UploadDeps,
	source: UploadSource,
	names: readonly string[],
	remote: ReadonlyMap<string, HubFile>,
	signal: AbortSignal,
): Promise<Compared> {
	const failures = new Map<string, FileFailure>();
	const look = (orders: readonly FileToInspect[]) => inspect(deps, source, orders, failures, signal);
	const seen = await look(names.map(name => likely(name, remote.get(name))));
	// By the hash that the Hub has the file under: what is the same need not be asked about.
	const fresh = seen.filter(
		({ path: name, size, digest }) => size <= LARGEST_FILE && (digest ?? '') !== remote.get(name)?.tag,
	);
	const { modes, onlyProposed } = await askModes(deps, source, fresh, signal);
	const modeOf = (name: string) => modes.get(name) ?? 'regular';
	const others = fresh.flatMap(({ path: name, hash, digest }) => {
		const wanted = HASHES[modeOf(name)];
		return digest !== undefined && hash === wanted ? [] : [{ path: name, hash: wanted, upTo: LARGEST_FILE }];
	});
	const again = await look(others);
	const byName = new Map([...fresh, ...again].map(one => [one.path, one]));
	const failed = (why: FileFailure) => [...failures].flatMap(([name, one]) => (one === why ? [name] : []));
	return {
		different: [...byName.values()]
			.filter(one => !failures.has(one.path))
			.map(one => uploadFile(one, modeOf(one.path), remote.has(one.path) ? 'changed' : 'added'))
			.sort((a, b) => (a.path < b.path ? -1 : 1)),
		tooLarge: seen
			.filter(({ size }) => size > LARGEST_FILE)
			.map(({ path: name, size, modifiedAt }) => ({ path: name, size, modifiedAt })),
		gone: failed('gone'),
		unreadable: failed('unreadable'),
		onlyProposed: fresh.length === 0 ? undefined : onlyProposed,
	};
}

/** The hash that is taken before the Hub has said which; none where that would be too much work for a guess. */
function likely(name: string, known: HubFile | undefined): FileToInspect {
	return known
		? { path: name, hash: known.hash, upTo: LARGEST_FILE }
		: { path: name, hash: HASHES.regular, upTo: SMALL };
}

/** Those that could be looked into; why others could not, goes into `failures`. */
async function inspect(
	{ thread }: UploadDeps,
	{ folder }: UploadSource,
	orders: readonly FileToInspect[],
	failures: Map<string, FileFailure>,
	signal: AbortSignal,
): Promise<readonly Seen[]> {
	const found = await thread.inspect(folder, orders, signal);
	return orders.flatMap((order, index) => {
		const one = found[index];
		if (!one) {
			throw new Error(`${order.path} was not looked into.`);
		}
		if ('failure' in one) {
			failures.set(order.path, one.failure);
			return [];
		}
		return [{ ...order, ...one }];
	});
}

function uploadFile(
	{ path: name, size, modifiedAt, digest = '', secret }: Seen,
	mode: UploadMode,
	change: UploadFile['change'],
): UploadFile {
	const suspicion = isSecretName(name) ? 'keys or credentials, by its name' : secret;
	return {
		path: name,
		size,
		modifiedAt,
		change,
		mode,
		tag: digest,
		...(suspicion !== undefined && { secret: suspicion }),
	};
}
