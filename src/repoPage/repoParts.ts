import { totalmem } from 'node:os';
import type { FileEntry } from '../hub/contents';
import type { DatasetSplit, RepoFacts } from '../hub/facts';
import type { Hub } from '../hub/hub';
import { listAllFiles } from '../hub/listAllFiles';
import type { Inference } from '../inference/inference';
import type { Part, PartName, PartsState, RepoParts } from '../shared/repoPage';
import { ownerAndName } from '../shared/ownerAndName';
import type { Problem } from '../shared/problem';
import type { RepoRef } from '../shared/repoType';
import type { Remedy } from '../ui/remedy';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import { problemOf } from '../util/problemOf';
import { cardView } from './cardView';
import { isFolderIn } from './isFolderIn';
import { partProblem } from './partProblem';
import { RepoHistory } from './repoHistory';
import type { RepoPageDeps } from './repoPageDeps';
import { dataView, factsView, fileView, providersView, spaceView, tensorsView } from './partViews';
import { weightsView } from './weightsView';

/** Bytes of a card that are shown. */
const LONGEST_CARD = 2_000_000;

/** What each type of repo has to show beside what all have. */
const OWN_PARTS: Readonly<Record<RepoRef['type'], readonly PartName[]>> = {
	model: ['weights', 'providers'],
	dataset: ['data'],
	space: ['space'],
};

const LOOK_EVERY = 5_000;
/** States of a Space that pass by themselves. */
const PASSING: ReadonlySet<string> = new Set([
	'BUILDING',
	'RUNNING_BUILDING',
	'APP_STARTING',
	'RUNNING_APP_STARTING',
	'STARTING',
	'STOPPING',
	'DELETING',
]);

export interface RepoPartsDeps {
	readonly hub: Hub;
	readonly inference: Pick<Inference, 'offers'>;
	readonly owners: RepoPageDeps['owners'];
	/** Whether somebody can see the page: what goes on by itself is asked about only then. */
	readonly isShown: () => boolean;
	/** Milliseconds between two looks at a Space that is being built or started; default 5,000. */
	readonly lookEvery?: number;
	/** Hears what a Space is doing, each time that it is looked at. */
	readonly sawStage: (stage: string) => void;
	/** Hears of every part that has changed. */
	readonly changed: (parts: PartsState) => void;
}

/** What a page shows of one repo, each part loaded by itself, so that one that fails or is slow holds up no other. */
export class RepoPartsStore extends Disposable {
	private parts: PartsState = {};
	private readonly loads = new Map<PartName, Latest>();
	private readonly problems = new Map<PartName, Problem>();
	private readonly history: RepoHistory;
	private folder = '';
	private split = 0;
	private tensorsOf = '';
	private known: Promise<RepoFacts> | undefined;
	private readonly closing = new AbortController();
	private nextLook: NodeJS.Timeout | undefined;

	constructor(
		private readonly repo: RepoRef,
		private readonly deps: RepoPartsDeps,
	) {
		super();
		this.history = new RepoHistory(deps.hub, this.at);
		this.register({ dispose: () => this.loads.forEach(load => load.dispose()) });
		this.register({ dispose: () => this.closing.abort() });
		this.register({ dispose: () => clearTimeout(this.nextLook) });
	}

	get all(): PartsState {
		return this.parts;
	}

	/** Loads what the page shows at first, each part once. */
	start(): void {
		const first: readonly PartName[] = ['facts', 'card', 'files', 'history', ...OWN_PARTS[this.repo.type]];
		for (const name of first) {
			if (this.parts[name] === undefined) {
				this.load(name);
			}
		}
	}

	/** Loads one part again. */
	load(name: PartName): void {
		const loader = this.loaders[name];
		if (name === 'facts' || name === 'space') {
			this.known = undefined;
		}
		void this.run(name, loader);
	}

	openFolder(folder: string): void {
		this.folder = folder;
		this.load('files');
	}

	/** Whether a path is one of the repo's folders, and not of its files. */
	isFolder(path: string): Promise<boolean> {
		const { files } = this.parts;
		const shown = files?.state === 'ready' ? files.value : undefined;
		return isFolderIn(this.deps.hub, this.at, path, { shown, signal: this.closing.signal });
	}

	chooseSplit(index: number): void {
		this.split = index;
		this.load('data');
		if (this.parts.statistics) {
			this.load('statistics');
		}
	}

	readTensors(path: string): void {
		this.tensorsOf = path;
		this.load('tensors');
	}

	/** Adds the commits before those that are shown. Where that fails, those stay, and so does the way to ask again. */
	async moreCommits(): Promise<void> {
		const shown = this.parts.history;
		const load = this.loads.get('history');
		if (shown?.state !== 'ready' || shown.value.more !== 'there' || !load) {
			return;
		}
		this.set('history', { state: 'ready', value: { ...shown.value, more: 'loading' } });
		try {
			const loaded = await load.run(signal => this.history.goOn(shown.value, signal));
			if (loaded && !this.isDisposed) {
				this.set('history', { state: 'ready', value: loaded.value });
			}
		} catch (error) {
			this.set('history', shown);
			throw error;
		}
	}

	set<N extends PartName>(name: N, part: Part<RepoParts[N]>): void {
		this.parts = { ...this.parts, [name]: part };
		this.deps.changed({ [name]: part });
	}

	/** Shows why a part did not come; trying again is always the first thing to do about it. */
	fail(name: PartName, problem: Problem): void {
		const { title, explanation, remedies } = partProblem(name, problem);
		this.problems.set(name, problem);
		const labels = ['Try Again', ...remedies.map(({ label }) => label)];
		this.set(name, {
			state: 'failed',
			problem: { code: problem.code, title, explanation, remedies: labels },
		});
	}

	/** One of the other things to do about a part that did not come. */
	remedyOf(name: PartName, index: number): Remedy | undefined {
		const problem = this.problems.get(name);
		return problem && partProblem(name, problem).remedies[index - 1];
	}

	/** What is left out here is never loaded by itself, such as a log, which comes line by line. */
	private readonly loaders: { readonly [N in PartName]: (signal: AbortSignal) => Promise<RepoParts[N]> } = {
		facts: async () => factsView(await this.facts()),
		card: async signal => {
			const bytes = await this.deps.hub.read(this.at, 'README.md', { most: LONGEST_CARD }, signal);
			const { readYaml } = await import('../util/readYaml');
			return cardView(new TextDecoder().decode(bytes), readYaml);
		},
		files: async signal => {
			const { entries, next } = await this.deps.hub.files(
				this.at,
				{ path: this.folder, commits: true },
				signal,
			);
			return {
				folder: this.folder,
				rows: [...entries].sort(foldersFirst).map(fileView),
				hasMore: next !== undefined,
			};
		},
		history: signal => this.history.begin(signal),
		weights: async signal => {
			const [facts, { files }] = await Promise.all([
				this.facts(),
				// Some repos have a folder for each quantization.
				listAllFiles(this.deps.hub, this.at, signal),
			]);
			return weightsView(facts, files, totalmem()) ?? NO_WEIGHTS;
		},
		tensors: async signal =>
			tensorsView(this.tensorsOf, await this.deps.hub.weights(this.at, this.tensorsOf, signal)),
		providers: async signal => {
			const facts = await this.facts();
			const chats = facts.providers?.some(({ task }) => task === 'conversational') ?? false;
			// Prices and speeds are a nicety: without the router, the providers are there all the same.
			const offers = chats
				? await this.deps.inference.offers('conversational', facts.id, signal).catch(() => [])
				: [];
			return providersView(facts, offers);
		},
		data: async signal => {
			const splits = await this.deps.hub.splits(this.repo.id, signal);
			const split = splits[this.split];
			const rows = split
				? await this.deps.hub.firstRows(this.repo.id, split, signal)
				: { columns: [], rows: [] };
			return dataView(splits, this.split, rows);
		},
		statistics: async signal => {
			const splits: readonly DatasetSplit[] = await this.deps.hub.splits(this.repo.id, signal);
			const split = splits[this.split];
			const columns = split ? await this.deps.hub.statistics(this.repo.id, split, signal) : [];
			return columns.map(({ name, type, facts }) => ({ name, facts: [['Type', type], ...facts] }));
		},
		space: async () => {
			const [{ space }, owners] = await Promise.all([
				this.facts(),
				// What the Hub shows of a Space is there also where it does not say who asks.
				this.deps.owners().catch((): readonly string[] => []),
			]);
			this.lookAgain(space?.stage);
			if (space) {
				this.deps.sawStage(space.stage);
			}
			const [owner] = ownerAndName(this.repo);
			return spaceView(space ?? { stage: 'UNKNOWN' }, owners.includes(owner));
		},
		variables: async signal => {
			const [secrets, variables] = await Promise.all([
				this.deps.hub.spaceSecrets(this.repo.id, signal),
				this.deps.hub.spaceVariables(this.repo.id, signal),
			]);
			const named = ({ name, description }: { readonly name: string; readonly description?: string }) =>
				[name, description ?? ''] as const;
			return { secrets: secrets.map(named), variables: variables.map(named) };
		},
		log: async () => ({ which: 'run', lines: [], isOpen: false }),
	};

	private get at() {
		return { ...this.repo, revision: 'main' };
	}

	/** A state that passes by itself is looked at until it has. */
	private lookAgain(stage: string | undefined): void {
		clearTimeout(this.nextLook);
		if (stage === undefined || !PASSING.has(stage) || this.isDisposed) {
			return;
		}
		this.nextLook = setTimeout(() => {
			if (this.deps.isShown()) {
				this.known = undefined;
				void this.run('space', this.loaders.space, 'quietly');
			} else {
				this.lookAgain(stage);
			}
		}, this.deps.lookEvery ?? LOOK_EVERY);
	}

	/** Asked for once, however many parts need it. */
	private facts(): Promise<RepoFacts> {
		this.known ??= this.deps.hub.facts(this.repo, this.closing.signal).catch((error: unknown) => {
			this.known = undefined;
			throw error;
		});
		return this.known;
	}

	/** Never rejects: what fails is what the part shows. */
	private async run<N extends PartName>(
		name: N,
		loader: (signal: AbortSignal) => Promise<RepoParts[N]>,
		quietly?: 'quietly',
	): Promise<void> {
		const load = this.loads.get(name) ?? new Latest();
		this.loads.set(name, load);
		if (!quietly) {
			this.set(name, { state: 'loading' });
		}
		try {
			const loaded = await load.run(loader);
			if (loaded && !this.isDisposed) {
				this.set(name, { state: 'ready', value: loaded.value });
			}
		} catch (error) {
			if (!this.isDisposed) {
				this.fail(name, problemOf(error));
			}
		}
	}
}

const NO_WEIGHTS: RepoParts['weights'] = { total: 'none', byType: [], quants: [], memory: '', files: [] };

function foldersFirst(one: FileEntry, other: FileEntry): number {
	return Number(other.type === 'folder') - Number(one.type === 'folder');
}
