import * as vscode from 'vscode';
import type { Inference } from '../inference/inference';
import type { RunRequest } from '../inference/runRequest';
import type { UsageLedger } from './usageLedger';

interface GuardDeps {
	readonly inference: Pick<Inference, 'estimate'>;
	/** USD a day; 0 for no limit. */
	spendingLimit(): number;
}

const UNCOUNTED = 'Runs whose price is not known, as of most tasks other than chat, are not counted.';

/** Stops before the day's limit is passed, and asks: whoever started the run, the user decides. */
export class SpendingGuard {
	/** USD that the runs which go on will cost, about. */
	private pending = 0;

	constructor(
		private readonly ledger: Pick<UsageLedger, 'spentToday'>,
		private readonly deps: GuardDeps,
	) {}

	/** Whether runs may start, which are asked about together; if so, `ended` is to be called when their cost is in the ledger. */
	async allows(requests: readonly RunRequest[]): Promise<{ ended(): void } | undefined> {
		const limit = this.deps.spendingLimit();
		if (limit <= 0) {
			return { ended: () => undefined };
		}
		const costs = await Promise.all(requests.map(request => this.estimate(request)));
		const cost = costs.reduce((sum, one) => sum + one, 0);
		const spent = (await this.ledger.spentToday()) + this.pending;
		if (spent + cost > limit && !(await this.ask(requests.length, { limit, spent, cost }))) {
			return undefined;
		}
		this.pending += cost;
		return {
			ended: () => {
				this.pending -= cost;
			},
		};
	}

	private async estimate(request: RunRequest): Promise<number> {
		try {
			return (await this.deps.inference.estimate(request))?.cost ?? 0;
		} catch {
			return 0;
		}
	}

	private async ask(
		runs: number,
		{ limit, spent, cost }: Readonly<Record<'limit' | 'spent' | 'cost', number>>,
	): Promise<boolean> {
		const run = 'Run Anyway';
		const change = 'Change the Limit…';
		const next =
			cost > 0 ? ` ${runs === 1 ? 'This run' : `These ${runs} runs`} will cost about ${dollars(cost)}.` : '';
		const pressed = await vscode.window.showWarningMessage(
			spent >= limit
				? 'Today’s spending limit is reached.'
				: runs === 1
					? 'The run would pass today’s spending limit.'
					: 'The runs would pass today’s spending limit.',
			{
				modal: true,
				detail: `The limit is ${dollars(limit)} a day, and ${dollars(spent)} are spent.${next} ${UNCOUNTED}`,
			},
			run,
			change,
		);
		if (pressed === change) {
			await vscode.commands.executeCommand('hfWorkbench.openSettings', 'hfWorkbench.inference.spendingLimit');
		}
		return pressed === run;
	}
}

function dollars(value: number): string {
	return `$${value === 0 ? '0' : value >= 0.01 ? value.toFixed(2) : value.toPrecision(2)}`;
}
