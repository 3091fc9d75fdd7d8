import { inLanes } from '../../../util/inLanes';
import type { FileToInspect, HashName, InspectedFile } from '../../thread/threadMessages';
import { type HubFile, listRepoFiles, resolveCommit } from '../hubFiles';
import { askModes, type UploadMode } from './askModes';
import { collectFiles } from './collectFiles';
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
	const remote = new Map(
		(await listRepoFiles(deps, repo, { commit: parent }, signal)).map(file => [file.path, file]),
	);
	const { files: names, ignored, withheld } = await collectFiles(folder, signal, only);
	const chunks = Array.from({ length: Math.ceil(names.length / CHUNK) }, (_, chunk) => chunk);
	const compared: Compared[] = [];
	let looked = 0;
	await inLanes(LANES, chunks, signal, async (index, either) => {
		const chunk = names.slice(index * CHUNK, (index + 1) * CHUNK);
		compared[index] = await compare(deps, source, chunk, remote, either);
		looked += chunk.length;
		tell(looked);
	});
	for (const name of names) {
		remote.delete(name);
	}
	const files = compared.flatMap(({ different }) => different);
	const tooLarge = compared.flatMap(one => one.tooLarge);
	return {
		...source,
		parent,
		files,
		missing: only ? [] : [...remote.keys()].filter(file => file !== '.gitattributes'),
		unchanged: names.length - files.length - tooLarge.length,
		ignored,
		withheld,
		tooLarge,
	};
}

interface Compared {
	readonly different: readonly UploadFile[];
	readonly tooLarge: readonly LocalFile[];
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
	const seen = await inspect(
		deps,
		source,
		names.map(name => likely(name, remote.get(name))),
		signal,
	);
	// By the hash that the Hub has the file under: what is the same need not be asked about.
	const fresh = seen.filter(
		({ path: name, size, digest }) => size <= LARGEST_FILE && (digest ?? '') !== remote.get(name)?.tag,
	);
	const modes = await askModes(deps, source, fresh, signal);
	const modeOf = (name: string) => modes.get(name) ?? 'regular';
	const others = fresh.flatMap(({ path: name, hash, digest }) => {
		const wanted = HASHES[modeOf(name)];
		return digest !== undefined && hash === wanted ? [] : [{ path: name, hash: wanted, upTo: LARGEST_FILE }];
	});
	const again = await inspect(deps, source, others, signal);
	const byName = new Map([...fresh, ...again].map(one => [one.path, one]));
	return {
		different: [...byName.values()]
			.map(one => uploadFile(one, modeOf(one.path), remote.has(one.path) ? 'changed' : 'added'))
			.sort((a, b) => (a.path < b.path ? -1 : 1)),
		tooLarge: seen
			.filter(({ size }) => size > LARGEST_FILE)
			.map(({ path: name, size, modifiedAt }) => ({ path: name, size, modifiedAt })),
	};
}

/** The hash that is taken before the Hub has said which; none where that would be too much work for a guess. */
function likely(name: string, known: HubFile | undefined): FileToInspect {
	return known
		? { path: name, hash: known.hash, upTo: LARGEST_FILE }
		: { path: name, hash: HASHES.regular, upTo: SMALL };
}

async function inspect(
	{ thread }: UploadDeps,
	{ folder }: UploadSource,
	orders: readonly FileToInspect[],
	signal: AbortSignal,
): Promise<readonly Seen[]> {
	const found = await thread.inspect(folder, orders, signal);
	return orders.map((order, index) => {
		const one = found[index];
		if (!one) {
			throw new Error(`${order.path} was not looked into.`);
		}
		return { ...order, ...one };
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
