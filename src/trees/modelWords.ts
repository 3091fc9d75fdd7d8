import type { ModelSummary } from '../hub/model';
import type { Card } from '../ui/card';
import { compactNumber } from '../util/compactNumber';
import { localDate } from '../util/localTime';
import { providerLabel } from './inferenceProviders';
import { pipelineLabel } from './pipelineLabel';

/** The dim text beside a model's name: `Text Generation · 1.2M ↓ · 3.4k ♥`. */
export function modelDescription({ pipelineTag, downloads, likes }: ModelSummary): string {
	return [
		...(pipelineTag === undefined ? [] : [pipelineLabel(pipelineTag)]),
		`${compactNumber(downloads)} ↓`,
		`${compactNumber(likes)} ♥`,
	].join(' · ');
}

/** The same for screen readers, with what the icon says. */
export function modelSpoken(model: ModelSummary): string {
	return [
		model.id,
		...(model.pipelineTag === undefined ? [] : [pipelineLabel(model.pipelineTag)]),
		`${compactNumber(model.downloads)} downloads`,
		`${compactNumber(model.likes)} likes`,
		...(model.private ? ['private'] : []),
		...(model.gated === false ? [] : ['gated']),
	].join(', ');
}

/** A codicon: a lock for a private model, a shield for a gated one. */
export function modelIcon({ private: isPrivate, gated }: ModelSummary): string {
	if (isPrivate) {
		return 'lock';
	}
	return gated === false ? 'package' : 'shield';
}

const GATES = {
	auto: 'gated: you get access by accepting its terms on the Hub',
	manual: 'gated: its authors decide who gets access',
} as const;

export function modelCard(model: ModelSummary): Card {
	const { pipelineTag, downloads, likes, gated, updatedAt } = model;
	const live = (model.providers ?? []).filter(({ status }) => status === 'live');
	const access = [...(model.private ? ['private'] : []), ...(gated === false ? [] : [GATES[gated]])].join(
		', ',
	);
	return {
		title: model.id,
		facts: [
			...(pipelineTag === undefined ? [] : [['Task', pipelineLabel(pipelineTag)] as const]),
			['Downloads', `${grouped(downloads)} in the last 30 days`],
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
