import type { RepoSummary } from '../hub/repo';
import type { Card } from '../ui/card';
import { compactNumber } from '../util/compactNumber';
import { localDate } from '../util/localTime';
import { providerLabel } from './inferenceProviders';
import { pipelineLabel } from '../ui/pipelineLabel';
import { stageWords } from './stageWords';

/** The dim text beside a repo's name: `Text Generation · 1.2M ↓ · 3.4k ♥`, or of a Space `Gradio · sleeping · 12 ♥`. */
export function repoDescription(repo: RepoSummary): string {
	const { downloads, likes } = repo;
	return [
		...kindFacts(repo),
		...(downloads === undefined ? [] : [`${compactNumber(downloads)} ↓`]),
		`${compactNumber(likes)} ♥`,
	].join(' · ');
}

/** The same for screen readers, with what the icon says. */
export function repoSpoken(repo: RepoSummary): string {
	const { downloads, likes } = repo;
	return [
		repo.id,
		...kindFacts(repo),
		...(downloads === undefined ? [] : [`${compactNumber(downloads)} downloads`]),
		`${compactNumber(likes)} likes`,
		...(repo.private ? ['private'] : []),
		...(repo.gated === false ? [] : ['gated']),
	].join(', ');
}

function kindFacts({ pipelineTag, sdk, stage }: RepoSummary): readonly string[] {
	return [
		...(pipelineTag === undefined ? [] : [pipelineLabel(pipelineTag)]),
		...(sdk === undefined ? [] : [sdk]),
		...(stage === undefined || stage === 'RUNNING' ? [] : [stageWords(stage)]),
	];
}

const ICONS = { model: 'package', dataset: 'database', space: 'rocket' } as const;

/** A codicon: a lock for a private repo, a shield for a gated one, else the type's own. */
export function repoIcon({ type, private: isPrivate, gated }: RepoSummary): string {
	if (isPrivate) {
		return 'lock';
	}
	return gated === false ? ICONS[type] : 'shield';
}

/** The icon of a repo of which only the id is known. */
export function typeIcon(type: RepoSummary['type']): string {
	return ICONS[type];
}

const GATES = {
	auto: 'gated: you get access by accepting its terms on the Hub',
	manual: 'gated: its authors decide who gets access',
} as const;

export function repoCard(repo: RepoSummary): Card {
	const { pipelineTag, downloads, likes, gated, updatedAt, sdk, stage } = repo;
	const live = (repo.providers ?? []).filter(({ status }) => status === 'live');
	const access = [...(repo.private ? ['private'] : []), ...(gated === false ? [] : [GATES[gated]])].join(
		', ',
	);
	return {
		title: repo.id,
		facts: [
			...(pipelineTag === undefined ? [] : [['Task', pipelineLabel(pipelineTag)] as const]),
			...(sdk === undefined ? [] : [['SDK', sdk] as const]),
			...(stage === undefined ? [] : [['State', stageWords(stage)] as const]),
			...(downloads === undefined
				? []
				: [['Downloads', `${grouped(downloads)} in the last 30 days`] as const]),
			['Likes', grouped(likes)],
			['Access', access === '' ? 'public' : access],
			...(updatedAt === undefined ? [] : [['Updated', localDate(updatedAt)] as const]),
			...(live.length === 0
				? []
				: [['Providers', live.map(({ provider }) => providerLabel(provider)).join(', ')] as const]),
		],
	};
}

/** `1234567` as `1,234,567`, in every locale. */
function grouped(value: number): string {
	return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}
