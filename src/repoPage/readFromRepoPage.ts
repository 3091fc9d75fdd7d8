import { isSafeFilePath } from '../hub/transfers/safeFilePath';
import type { FromRepoPage, PartName, RepoPageAction } from '../shared/repoPage';
import { isRecord } from '../util/isRecord';

const ACTIONS: Readonly<Record<RepoPageAction, true>> = {
	run: true,
	pin: true,
	unpin: true,
	download: true,
	copyId: true,
	openOnHub: true,
	restart: true,
	rebuild: true,
	pause: true,
	variables: true,
	statistics: true,
};

const PARTS: Readonly<Record<PartName, true>> = {
	facts: true,
	card: true,
	files: true,
	history: true,
	weights: true,
	tensors: true,
	providers: true,
	data: true,
	statistics: true,
	space: true,
	variables: true,
	log: true,
};

type Fields = Readonly<Record<string, unknown>>;
type Message<T extends FromRepoPage['type']> = Extract<FromRepoPage, { readonly type: T }>;

/** What is opened are documents of the Hub's, so the names that this machine's files may not have do not matter. */
const isPath = (value: unknown): value is string =>
	typeof value === 'string' && isSafeFilePath(value, 'linux');
const path =
	<T extends 'openFile' | 'openLinked' | 'readTensors'>(type: T) =>
	({ path: value }: Fields) =>
		isPath(value) ? { type, path: value } : undefined;
const target =
	<T extends 'showCommit' | 'link'>(type: T) =>
	({ target: value }: Fields) =>
		typeof value === 'string' ? { type, target: value } : undefined;

const isIndex = (value: unknown): value is number =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0;

const READERS: { readonly [T in FromRepoPage['type']]: (fields: Fields) => Message<T> | undefined } = {
	ready: () => ({ type: 'ready' }),
	action: ({ action }) =>
		typeof action === 'string' && Object.hasOwn(ACTIONS, action)
			? { type: 'action', action: action as RepoPageAction }
			: undefined,
	openFile: path('openFile'),
	openLinked: path('openLinked'),
	openFolder: ({ path: value }) =>
		value === '' || isPath(value) ? { type: 'openFolder', path: value } : undefined,
	readTensors: path('readTensors'),
	moreCommits: () => ({ type: 'moreCommits' }),
	showCommit: target('showCommit'),
	link: target('link'),
	chooseSplit: ({ index }) => (isIndex(index) ? { type: 'chooseSplit', index } : undefined),
	showLog: ({ which }) => (which === 'run' || which === 'build' ? { type: 'showLog', which } : undefined),
	remedy: ({ part, index }) =>
		typeof part === 'string' && Object.hasOwn(PARTS, part) && isIndex(index)
			? { type: 'remedy', part: part as PartName, index }
			: undefined,
};

/** Reads a message of the page's. The page shows text that anybody may have written, so it is not taken at its word. */
export function readFromRepoPage(value: unknown): FromRepoPage | undefined {
	if (!isRecord(value) || typeof value.type !== 'string' || !Object.hasOwn(READERS, value.type)) {
		return undefined;
	}
	return READERS[value.type as FromRepoPage['type']](value);
}
