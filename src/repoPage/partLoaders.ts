import { totalmem } from 'node:os';
import type { FileEntry, RepoAt } from '../hub/contents';
import type { DatasetSplit, RepoFacts } from '../hub/facts';
import type { Hub } from '../hub/hub';
import { listAllFiles } from '../hub/listAllFiles';
import type { Inference } from '../inference/inference';
import { ownerAndName } from '../shared/ownerAndName';
import type { PartName, RepoParts } from '../shared/repoPage';
import type { RepoRef } from '../shared/repoType';
import { cardView } from './cardView';
import { dataView, factsView, fileView, providersView, spaceView, tensorsView } from './partViews';
import type { RepoHistory } from './repoHistory';
import type { RepoPageDeps } from './repoPageDeps';
import { weightsView } from './weightsView';

/** Bytes of a card that are shown. */
const LONGEST_CARD = 2_000_000;

const NO_WEIGHTS: RepoParts['weights'] = { total: 'none', byType: [], quants: [], memory: '', files: [] };

/** What of the repo is looked at: as it is when a part is loaded. */
export interface Asked {
	readonly folder: string;
	/** A data set's split, by its place in the list. */
	readonly split: number;
	/** The file whose tensors are listed. */
	readonly tensorsOf: string;
}

export interface PartLoadersDeps {
	readonly hub: Hub;
	readonly inference: Pick<Inference, 'offers'>;
	readonly owners: RepoPageDeps['owners'];
	readonly asked: () => Asked;
	readonly facts: () => Promise<RepoFacts>;
	readonly history: RepoHistory;
	/** Hears what a Space is doing, nothing where the Hub does not say. */
	readonly sawSpace: (stage: string | undefined) => void;
}

type PartLoaders = { readonly [N in PartName]: (signal: AbortSignal) => Promise<RepoParts[N]> };

/** How each part of a repo's page is loaded. A log's loader loads none of it: it comes line by line. */
export function partLoaders(repo: RepoRef, deps: PartLoadersDeps): PartLoaders {
	return {
		...loadersOfAll(repo, deps),
		...modelLoaders(repo, deps),
		...datasetLoaders(repo, deps),
		...spaceLoaders(repo, deps),
	};
}

function loadersOfAll(
	repo: RepoRef,
	{ hub, asked, facts, history }: PartLoadersDeps,
): Pick<PartLoaders, 'facts' | 'card' | 'files' | 'history'> {
	const at = mainOf(repo);
	return {
		facts: async () => factsView(await facts()),
		card: async signal => {
			const bytes = await hub.read(at, 'README.md', { most: LONGEST_CARD }, signal);
			const { readYaml } = await import('../util/readYaml');
			return cardView(new TextDecoder().decode(bytes), readYaml);
		},
		files: async signal => {
			const { folder } = asked();
			const { entries, next } = await hub.files(at, { path: folder, commits: true }, signal);
			return {
				folder,
				rows: [...entries].sort(foldersFirst).map(fileView),
				hasMore: next !== undefined,
			};
		},
		history: signal => history.begin(signal),
	};
}

function modelLoaders(
	repo: RepoRef,
	{ hub, inference, asked, facts }: PartLoadersDeps,
): Pick<PartLoaders, 'weights' | 'tensors' | 'providers'> {
	const at = mainOf(repo);
	return {
		weights: async signal => {
			const [known, { files }] = await Promise.all([
				facts(),
				// Some repos have a folder for each quantization.
				listAllFiles(hub, at, signal),
			]);
			return weightsView(known, files, totalmem()) ?? NO_WEIGHTS;
		},
		tensors: async signal => {
			const { tensorsOf } = asked();
			return tensorsView(tensorsOf, await hub.weights(at, tensorsOf, signal));
		},
		providers: async signal => {
			const known = await facts();
			const chats = known.providers?.some(({ task }) => task === 'conversational') ?? false;
			// Prices and speeds are a nicety: without the router, the providers are there all the same.
			const offers = chats ? await inference.offers('conversational', known.id, signal).catch(() => []) : [];
			return providersView(known, offers);
		},
	};
}

function datasetLoaders(
	{ id }: RepoRef,
	{ hub, asked }: PartLoadersDeps,
): Pick<PartLoaders, 'data' | 'statistics'> {
	return {
		data: async signal => {
			const index = asked().split;
			const splits = await hub.splits(id, signal);
			const split = splits[index];
			const rows = split ? await hub.firstRows(id, split, signal) : { columns: [], rows: [] };
			return dataView(splits, index, rows);
		},
		statistics: async signal => {
			const splits: readonly DatasetSplit[] = await hub.splits(id, signal);
			const split = splits[asked().split];
			const columns = split ? await hub.statistics(id, split, signal) : [];
			return columns.map(({ name, type, facts }) => ({ name, facts: [['Type', type], ...facts] }));
		},
	};
}

function spaceLoaders(
	repo: RepoRef,
	{ hub, owners, facts, sawSpace }: PartLoadersDeps,
): Pick<PartLoaders, 'space' | 'variables' | 'log'> {
	return {
		space: async () => {
			const [{ space }, ours] = await Promise.all([
				facts(),
				// What the Hub shows of a Space is there also where it does not say who asks.
				owners().catch((): readonly string[] => []),
			]);
			sawSpace(space?.stage);
			const [owner] = ownerAndName(repo);
			return spaceView(space ?? { stage: 'UNKNOWN' }, ours.includes(owner));
		},
		variables: async signal => {
			const [secrets, variables] = await Promise.all([
				hub.spaceSecrets(repo.id, signal),
				hub.spaceVariables(repo.id, signal),
			]);
			const named = ({ name, description }: { readonly name: string; readonly description?: string }) =>
				[name, description ?? ''] as const;
			return { secrets: secrets.map(named), variables: variables.map(named) };
		},
		log: async () => ({ which: 'run', lines: [], isOpen: false }),
	};
}

function mainOf(repo: RepoRef): RepoAt {
	return { ...repo, revision: 'main' };
}

function foldersFirst(one: FileEntry, other: FileEntry): number {
	return Number(other.type === 'folder') - Number(one.type === 'folder');
}
