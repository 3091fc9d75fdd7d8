import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Estimate } from '../shared/draft';
import type { Metrics } from '../shared/run';
import { isRecord } from '../util/isRecord';
import { localDate } from '../util/localTime';
import { SerialQueue } from '../util/serialQueue';

/** What one run, or one part of an answer that was gone on with, used. No word of what was asked. */
export interface UsageEntry {
	/** Epoch milliseconds. */
	readonly at: number;
	readonly model: string;
	readonly provider: string;
	/** The access token's name. */
	readonly token: string;
	readonly promptTokens: number;
	readonly completionTokens: number;
	/** USD; absent where the provider's price is not known. */
	readonly cost?: number;
	/**
	 * USD that it was expected to cost, where nobody said who served it, or what it took. Only the spending limit counts it, and
	 * the totals if the entry is `estimated`.
	 */
	readonly expected?: number;
	/** The tokens are an estimate: it broke off before the provider had counted them. */
	readonly estimated?: true;
}

/** All that was used, a line for each run in one file, to which every window only adds. */
export class UsageLedger {
	private readonly queue = new SerialQueue();

	constructor(
		private readonly file: string,
		private readonly now: () => number = Date.now,
	) {}

	/**
	 * Notes what a run used; one of which nothing was counted is noted too, for it may have cost something. `estimate` says what it
	 * may have been then. Never fails.
	 */
	async add(
		model: string,
		provider: string | undefined,
		metrics: Metrics,
		estimate: () => Promise<Estimate | undefined> = () => Promise.resolve(undefined),
	): Promise<void> {
		const { usage, cost, uncounted, tokenName = '' } = metrics;
		const entry: UsageEntry = {
			at: this.now(),
			model,
			provider: provider ?? '',
			token: tokenName,
			promptTokens: usage?.promptTokens ?? 0,
			completionTokens: usage?.completionTokens ?? 0,
			...(cost !== undefined && { cost }),
		};
		await this.queue.run(async () => {
			try {
				const isOpen = uncounted === true || (usage !== undefined && cost === undefined);
				const about = isOpen ? await estimate().catch(() => undefined) : undefined;
				const expected = about?.cost;
				const line: UsageEntry = {
					...entry,
					...(uncounted &&
						about && {
							promptTokens: about.promptTokens,
							completionTokens: about.answerTokens ?? 0,
							estimated: true,
						}),
					...(expected !== undefined && { expected }),
				};
				await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
				await appendFile(this.file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
			} catch {
				// The totals lack it then; the run itself is kept with its figures.
			}
		});
	}

	/** Oldest first. Lines that are none are skipped. */
	async entries(): Promise<readonly UsageEntry[]> {
		return this.queue.run(async () => {
			const text = await readFile(this.file, 'utf8').catch(() => '');
			return text.split('\n').flatMap(readEntry);
		});
	}

	/** USD that were spent on this day, by this machine's clock, as far as that is known or was to be expected. */
	async spentToday(): Promise<number> {
		const today = localDate(this.now());
		const entries = (await this.entries()).filter(({ at }) => localDate(at) === today);
		return entries.reduce((sum, { cost, expected = 0 }) => sum + (cost ?? expected), 0);
	}
}

function readEntry(line: string): UsageEntry[] {
	try {
		const value: unknown = JSON.parse(line);
		if (!isRecord(value)) {
			return [];
		}
		const { at, model, provider, token, promptTokens, completionTokens, cost, expected, estimated } = value;
		const isEntry =
			typeof at === 'number' &&
			typeof model === 'string' &&
			typeof provider === 'string' &&
			typeof token === 'string' &&
			typeof promptTokens === 'number' &&
			typeof completionTokens === 'number';
		return isEntry
			? [
					{
						at,
						model,
						provider,
						token,
						promptTokens,
						completionTokens,
						...(typeof cost === 'number' && { cost }),
						...(typeof expected === 'number' && { expected }),
						...(estimated === true && { estimated }),
					},
				]
			: [];
	} catch {
		return [];
	}
}
