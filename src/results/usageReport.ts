import { localDate } from '../util/localTime';
import type { UsageEntry } from './usageLedger';

const DAYS = 31;
const NUMBER = new Intl.NumberFormat('en');

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
			const cells = [entries.length, promptTokens, completionTokens].map(count => NUMBER.format(count));
			return `| ${name.replace(/[|\\`*_<[\]]/g, '\\$&')} | ${cells.join(' | ')} | ${costWords(entries)} |`;
		}),
		'',
	];
}

function sentence(entries: readonly UsageEntry[]): string {
	const { promptTokens, completionTokens } = total(entries);
	const runs = entries.length === 1 ? '1 run' : `${NUMBER.format(entries.length)} runs`;
	return `${runs}, ${NUMBER.format(promptTokens)} tokens in, ${NUMBER.format(completionTokens)} out, ${costWords(entries)}`;
}

/** What is known of the cost; a run whose price is not known makes it a lower bound. */
function costWords(entries: readonly UsageEntry[]): string {
	const priced = entries.filter(({ cost }) => cost !== undefined).length;
	if (priced === 0 && entries.length > 0) {
		return 'unknown price';
	}
	const { cost } = total(entries);
	const words = `$${cost === 0 ? '0' : cost >= 1 ? cost.toFixed(2) : cost.toPrecision(2)}`;
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
			cost: sum.cost + (entry.cost ?? 0),
		}),
		{ promptTokens: 0, completionTokens: 0, cost: 0 },
	);
}
