import type { RepoFacts } from '../hub/facts';
import type { Part, PartName, PartsState, RepoParts } from '../shared/repoPage';
import type { Problem } from '../shared/problem';
import type { RepoRef } from '../shared/repoType';
import type { Remedy } from '../ui/remedy';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import { problemOf } from '../util/problemOf';
import { isFolderIn } from './isFolderIn';
import { type Asked, partLoaders, type PartLoadersDeps } from './partLoaders';
import { partProblem } from './partProblem';
import { PassingStage } from './passingStage';
import { RepoHistory } from './repoHistory';

/** What each type of repo has to show beside what all have. */
const OWN_PARTS: Readonly<Record<RepoRef['type'], readonly PartName[]>> = {
	model: ['weights', 'providers'],
	dataset: ['data'],
	space: ['space'],
};

export interface RepoPartsDeps extends Pick<PartLoadersDeps, 'hub' | 'inference' | 'owners'> {
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
	private readonly loaders: ReturnType<typeof partLoaders>;
	private asked: Asked = { folder: '', split: 0, tensorsOf: '' };
	private known: Promise<RepoFacts> | undefined;
	private readonly closing = new AbortController();
	private readonly stage: PassingStage;

	constructor(
		private readonly repo: RepoRef,
		private readonly deps: RepoPartsDeps,
	) {
		super();
		this.history = new RepoHistory(deps.hub, this.at);
		this.register({ dispose: () => this.loads.forEach(load => load.dispose()) });
		this.register({ dispose: () => this.closing.abort() });
		this.stage = this.register(new PassingStage(deps.isShown, () => this.lookAtSpace(), deps.lookEvery));
		this.loaders = partLoaders(repo, {
			hub: deps.hub,
			inference: deps.inference,
			owners: deps.owners,
			asked: () => this.asked,
			facts: () => this.facts(),
			history: this.history,
			sawSpace: stage => this.sawSpace(stage),
		});
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
		this.asked = { ...this.asked, folder };
		this.load('files');
	}

	/** Whether a path is one of the repo's folders, and not of its files. */
	isFolder(path: string, signal: AbortSignal): Promise<boolean> {
		const { files } = this.parts;
		const shown = files?.state === 'ready' ? files.value : undefined;
		return isFolderIn(this.deps.hub, this.at, path, { shown, signal });
	}

	chooseSplit(index: number): void {
		this.asked = { ...this.asked, split: index };
		this.load('data');
		if (this.parts.statistics) {
			this.load('statistics');
		}
	}

	readTensors(path: string): void {
		this.asked = { ...this.asked, tensorsOf: path };
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

	private get at() {
		return { ...this.repo, revision: 'main' };
	}

	private sawSpace(stage: string | undefined): void {
		this.stage.saw(stage);
		if (stage !== undefined) {
			this.deps.sawStage(stage);
		}
	}

	private lookAtSpace(): void {
		this.known = undefined;
		void this.run('space', this.loaders.space, 'quietly');
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
