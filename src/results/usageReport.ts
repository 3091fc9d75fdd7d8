import { localDate } from '../util/localTime';
import type { UsageEntry } from './usageLedger';

const DAYS = 31;
const NUMBER = new Intl.NumberFormat('en');

const ESTIMATES =
	'≈ marks estimates: of a run that broke off before the provider had counted it, only what was sent and what has come is known.';

/** The totals as a page of markdown: by day, by model and provider, and by access token. */
export function usageReport(entries: readonly UsageEntry[], now: number): string {
	const today = localDate(now);
	const month = today.slice(0, 7);
	const ofMonth = entries.filter(({ at }) => localDate(at).startsWith(month));
	const parts = [
		'# Usage and Cost',
		'',
		'Counted on this machine from what the providers said, at the prices of the router. The Hub’s own figures are on [its billing page](https://huggingface.co/settings/billing).',
		'',
		...(entries.some(({ estimated }) => estimated) ? [ESTIMATES, ''] : []),
		`**Today** ${sentence(entries.filter(({ at }) => localDate(at) === today))}  `,
		`**This month** ${sentence(ofMonth)}`,
		'',
		...table('Day', [...grouped(entries, ({ at }) => localDate(at))].sort().reverse().slice(0, DAYS)),
		...table(
			'Model',
			byCost(grouped(ofMonth, ({ model, provider }) => [model, provider].filter(Boolean).join(' at '))),
		),
		...table('Token', byCost(grouped(ofMonth, ({ token }) => token || 'not known'))),
	];
	return `${parts.join('\n').trim()}\n`;
}

type Group = readonly [name: string, entries: readonly UsageEntry[]];

function grouped(
	entries: readonly UsageEntry[],
	key: (entry: UsageEntry) => string,
): ReadonlyMap<string, readonly UsageEntry[]> {
	const groups = new Map<string, UsageEntry[]>();
	for (const entry of entries) {
		groups.set(key(entry), [...(groups.get(key(entry)) ?? []), entry]);
	}
	return groups;
}

function byCost(groups: ReadonlyMap<string, readonly UsageEntry[]>): readonly Group[] {
	return [...groups].sort((a, b) => total(b[1]).cost - total(a[1]).cost);
}

function table(title: string, groups: readonly Group[]): readonly string[] {
	if (groups.length === 0) {
		return [];
	}
	return [
		`| ${title} | Runs | Tokens in | Tokens out | Cost |`,
		'| :--- | ---: | ---: | ---: | ---: |',
		...groups.map(([name, entries]) => {
			const { promptTokens, completionTokens } = total(entries);
			const about = mark(entries);
			const tokens = [promptTokens, completionTokens].map(count => `${about}${NUMBER.format(count)}`);
			const cells = [NUMBER.format(entries.length), ...tokens];
			return `| ${name.replace(/[|\\`*_<[\]]/g, '\\$&')} | ${cells.join(' | ')} | ${costWords(entries)} |`;
		}),
		'',
	];
}

function sentence(entries: readonly UsageEntry[]): string {
	const { promptTokens, completionTokens } = total(entries);
	const runs = entries.length === 1 ? '1 run' : `${NUMBER.format(entries.length)} runs`;
	const about = mark(entries);
	return `${runs}, ${about}${NUMBER.format(promptTokens)} tokens in, ${about}${NUMBER.format(completionTokens)} out, ${costWords(entries)}`;
}

/** Stands before totals in which there is an estimate, and on the same line as the figure. */
function mark(entries: readonly UsageEntry[]): string {
	return entries.some(({ estimated }) => estimated) ? '≈\u00a0' : '';
}

/** What it cost, or may have. */
function costOf({ cost, expected, estimated }: UsageEntry): number | undefined {
	return cost ?? (estimated ? expected : undefined);
}

/** What is known of the cost; a run whose price is not known makes it a lower bound. */
function costWords(entries: readonly UsageEntry[]): string {
	const withPrice = entries.filter(entry => costOf(entry) !== undefined);
	const priced = withPrice.length;
	if (priced === 0 && entries.length > 0) {
		return 'unknown price';
	}
	const { cost } = total(entries);
	const words = `${mark(withPrice)}$${cost === 0 ? '0' : cost >= 1 ? cost.toFixed(2) : cost.toPrecision(2)}`;
	const unknown = entries.length - priced;
	return unknown === 0
		? words
		: `${words} and ${unknown === 1 ? '1 run' : `${unknown} runs`} of unknown price`;
}

function total(entries: readonly UsageEntry[]): {
	readonly promptTokens: number;
	readonly completionTokens: number;
	readonly cost: number;
} {
	return entries.reduce(
		(sum, entry) => ({
			promptTokens: sum.promptTokens + entry.promptTokens,
			completionTokens: sum.completionTokens + entry.completionTokens,
			cost: sum.cost + (costOf(entry) ?? 0),
		}),
		{ promptTokens: 0, completionTokens: 0, cost: 0 },
	);
}
