import type { Commit, FileEntry, Ref } from '../hub/contents';
import type { DatasetRows, DatasetSplit, RepoFacts, SpaceRuntime, WeightsHeader } from '../hub/facts';
import type { ModelOffer } from '../inference/inference';
import { offerFigures } from '../inference/offerFigures';
import type {
	CommitView,
	Fact,
	FileView,
	ProviderView,
	RefView,
	RepoParts,
	TensorsView,
} from '../shared/repoPage';
import { DATASET_SIZES, LICENSES } from '../ui/hubValues';
import { pipelineLabel } from '../ui/pipelineLabel';
import { byteSize } from '../shared/byteSize';
import { compactNumber } from '../util/compactNumber';
import { localDate } from '../util/localTime';

const MOST_TENSORS = 500;

const when = (name: string, time: number | undefined): readonly Fact[] =>
	time === undefined ? [] : [[name, localDate(time)]];
const fact = (name: string, value: string | undefined): readonly Fact[] =>
	value === undefined || value === '' ? [] : [[name, value]];

/** What the Hub's own word for something is called, where it is known here. */
function said(values: Readonly<Record<string, string>>, value: string | undefined): string | undefined {
	return value !== undefined && Object.hasOwn(values, value) ? values[value] : value;
}

/** What is said at the head of the page. */
export function factsView(facts: RepoFacts): RepoParts['facts'] {
	const { pipelineTag, library, downloads, likes, gated, storage, gguf } = facts;
	const access = [...(facts.private ? ['private'] : []), ...(gated === false ? [] : [`gated (${gated})`])];
	const tag = (prefix: string) => facts.tags.find(one => one.startsWith(prefix))?.slice(prefix.length);
	return {
		facts: [
			...fact('Task', pipelineTag === undefined ? undefined : pipelineLabel(pipelineTag)),
			...fact('Library', library),
			...fact('License', said(LICENSES, tag('license:'))),
			...fact('Size', said(DATASET_SIZES, tag('size_categories:'))),
			...fact('Context', gguf?.contextLength === undefined ? undefined : `${gguf.contextLength} tokens`),
			...fact('Downloads', downloads === undefined ? undefined : `${compactNumber(downloads)} in 30 days`),
			['Likes', compactNumber(likes)],
			['Access', access.length === 0 ? 'public' : access.join(', ')],
			...fact('Storage', storage === undefined ? undefined : byteSize(storage)),
			...when('Created', facts.createdAt),
			...when('Updated', facts.updatedAt),
		],
		tags: facts.tags.filter(one => !/^(?:license|region|size_categories):/.test(one)).slice(0, 40),
	};
}

export function fileView({ path, type, size, lastCommit }: FileEntry): FileView {
	return {
		name: path.slice(path.lastIndexOf('/') + 1),
		path,
		isFolder: type === 'folder',
		size: type === 'folder' ? '' : byteSize(size),
		commit: lastCommit?.title ?? '',
		date: lastCommit ? localDate(lastCommit.date) : '',
		isWeights: /\.(?:safetensors|gguf)$/.test(path),
	};
}

export function refView({ name, commit }: Ref): RefView {
	return { name, commit };
}

export function commitView({ id, title, authors, date }: Commit): CommitView {
	return { name: title, commit: id, authors: authors.join(', '), date: localDate(date) };
}

/** The providers that the Hub names, with the router's figures where it has some. */
export function providersView(facts: RepoFacts, offers: readonly ModelOffer[]): readonly ProviderView[] {
	return (facts.providers ?? []).map(({ provider, status, task }) => {
		const offer = offers.find(one => one.model === facts.id && one.provider === provider);
		const { price, context, throughput, firstToken } = offer ? offerFigures(offer) : {};
		return {
			name: provider,
			task,
			price: price === undefined ? '' : `${price} tokens`,
			speed: [throughput, firstToken].filter(words => words !== undefined).join(', '),
			context: context === undefined ? '' : `${context} tokens`,
			isLive: status === 'live',
		};
	});
}

export function tensorsView(path: string, header: WeightsHeader): TensorsView {
	const shown = header.tensors.slice(0, MOST_TENSORS);
	return {
		path,
		facts: [
			['Parameters', compactNumber(header.parameters)],
			...Object.entries(header.byType).map(([type, count]): Fact => [type, compactNumber(count)]),
			...header.metadata,
		],
		tensors: shown.map(({ name, type, shape }) => [name, type, shape.join(' × ')]),
		left: header.tensorCount - shown.length,
	};
}

export function dataView(
	splits: readonly DatasetSplit[],
	selected: number,
	{ columns, rows }: DatasetRows,
): RepoParts['data'] {
	return {
		splits: splits.map(({ config, split }) => (config === 'default' ? split : `${config} · ${split}`)),
		selected,
		columns: columns.map(({ name, type }) => [name, type]),
		rows,
	};
}

/** A Space is restarted and paused by those whose it is; a static one does not run at all. */
export function spaceView(space: SpaceRuntime, isOwn: boolean): RepoParts['space'] {
	const { stage, sdk, hardware, requestedHardware, sleepTime, errorMessage, host } = space;
	const isPaused = stage === 'PAUSED' || stage === 'STOPPED';
	return {
		facts: [
			['State', stage.toLowerCase().replaceAll('_', ' ')],
			...fact('SDK', sdk),
			...fact('Hardware', hardware ?? (requestedHardware && `${requestedHardware} (asked for)`)),
			...fact('Sleeps', sleepTime === undefined ? undefined : `after ${Math.round(sleepTime / 3600)} hours`),
			...fact('Served at', host),
			...fact('Error', errorMessage),
		],
		isOwn,
		canRestart: isOwn && sdk !== 'static',
		canPause: isOwn && sdk !== 'static' && !isPaused,
	};
}
