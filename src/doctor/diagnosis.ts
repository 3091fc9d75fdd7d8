import { CHECKS, type CheckId, type CheckState, type DiagnosisView } from '../shared/diagnosis';
import type { Permission } from '../shared/permission';
import { Disposable } from '../util/disposable';
import { Emitter } from '../util/emitter';
import { problemOf } from '../util/problemOf';
import { untilAborted } from '../util/untilAborted';
import { TokenAnswers } from './answers/tokenAnswers';
import type { Check } from './check';
import { CHECK_TABLE } from './checkTable';
import type { DoctorDeps } from './doctorDeps';
import type { Finding } from './finding';
import { wordFinding } from './wordFinding';
import { CHECK_TITLES } from './words/checkTitles';
import { GOALS } from './words/goalWords';
import { capital } from '../util/capital';

interface CheckRun {
	readonly state: CheckState;
	readonly findings: readonly Finding[];
	/** Ends the run that is going on. */
	readonly stop?: AbortController;
}

/** What a check that was stopped still finds is for nobody. */
const FORGOTTEN = { late: async () => undefined, lost: () => undefined };

const UNTOUCHED: CheckRun = { state: 'waiting', findings: [] };

/**
 * The checks and what they found. Nothing is looked at before somebody asks, all of it can be stopped, and whatever fails
 * ends in a finding. Knows no editor.
 */
export class Diagnosis extends Disposable {
	private readonly didChange = this.register(new Emitter<void>());
	readonly onDidChange = this.didChange.event;

	private readonly runs = new Map<CheckId, CheckRun>();
	private wanted: Permission = 'inference';
	private named = '';

	constructor(
		private readonly deps: DoctorDeps,
		private readonly table: Readonly<Record<CheckId, Check>> = CHECK_TABLE,
	) {
		super();
		this.register({ dispose: () => this.cancel() });
	}

	/** What the user wants to be able to do. */
	get goal(): Permission {
		return this.wanted;
	}

	/** The repo whose access is looked up, as it was typed. */
	get repo(): string {
		return this.named;
	}

	get view(): DiagnosisView {
		return {
			checks: CHECKS.map(id => {
				const { state, findings } = this.runOf(id);
				return {
					id,
					title: CHECK_TITLES[id],
					state,
					findings: findings.map(wordFinding).map(({ remedies, ...words }) => ({
						...words,
						remedies: remedies.map(({ label }) => label),
					})),
				};
			}),
			goal: this.wanted,
			goals: (Object.keys(GOALS) as Permission[]).map(goal => ({ goal, label: capital(GOALS[goal]) })),
			repo: this.named,
		};
	}

	/** Runs every check anew, all at the same time. Resolves when the last one has ended; never rejects. */
	async runAll(): Promise<void> {
		const answers = this.freshAnswers();
		await Promise.all(CHECKS.map(id => this.run(id, answers)));
	}

	/** Runs one check anew; one that is running is ended first. Never rejects. */
	async run(id: CheckId, answers: TokenAnswers = this.freshAnswers()): Promise<void> {
		this.runOf(id).stop?.abort();
		const stop = new AbortController();
		this.put(id, { state: 'running', findings: [], stop });
		const ended = await this.ended(id, answers, stop.signal);
		// Another run of the same check has begun meanwhile, and is the one that counts.
		if (this.runOf(id).stop === stop) {
			this.put(id, ended);
		}
	}

	/** Ends whatever is running. */
	cancel(): void {
		for (const id of CHECKS) {
			this.runOf(id).stop?.abort();
		}
	}

	/** Another goal; its check is run again if it was run before. */
	async setGoal(goal: Permission): Promise<void> {
		this.wanted = goal;
		await this.again('goal');
	}

	/** Another repo; its check is run, because that is what somebody who names one wants. */
	async setRepo(repo: string): Promise<void> {
		this.named = repo.trim();
		await this.run('access');
	}

	findingsOf(id: CheckId): readonly Finding[] {
		return this.runOf(id).findings;
	}

	private async again(id: CheckId): Promise<void> {
		if (this.runOf(id).state === 'waiting') {
			this.didChange.fire();
		} else {
			// The goal is another one, and the tokens are the same: what is known of them counts.
			await this.run(id, new TokenAnswers(this.deps));
		}
	}

	private freshAnswers(): TokenAnswers {
		return new TokenAnswers(this.deps, 'fresh');
	}

	/** One that is stopped ends at once, though a keyring may still keep it waiting. */
	private async ended(id: CheckId, answers: TokenAnswers, signal: AbortSignal): Promise<CheckRun> {
		const { deps, wanted: goal, named: repo } = this;
		try {
			const check = async () => this.table[id]({ ...deps, answers, goal, repo }, signal);
			return { state: 'done', findings: await untilAborted(check(), signal, FORGOTTEN) };
		} catch (error) {
			const problem = problemOf(error);
			return signal.aborted || problem.code === 'cancelled'
				? { state: 'cancelled', findings: [] }
				: { state: 'done', findings: [{ kind: 'failed', problem }] };
		}
	}

	private runOf(id: CheckId): CheckRun {
		return this.runs.get(id) ?? UNTOUCHED;
	}

	private put(id: CheckId, run: CheckRun): void {
		this.runs.set(id, run);
		if (!this.isDisposed) {
			this.didChange.fire();
		}
	}
}
