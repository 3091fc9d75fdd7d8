import type { FinishedRun } from '../api';
import type { RunRequest } from '../inference/runRequest';
import type { FromPage, ToPage } from '../shared/protocol';
import { type Ask, asking } from './asking';
import type { Drafts } from './drafts';
import type { Run, RunPlace } from './run';
import type { Runs } from './runs';

interface QuestionsDeps {
	readonly runs: Pick<Runs, 'get' | 'conversation' | 'earlierOf'>;
	readonly drafts: Pick<Drafts, 'peek' | 'drop' | 'estimate'>;
	/** Starts a run; `onStart` hears when it begins, which it does not where the user does not want to spend so much. */
	start(request: RunRequest, place: RunPlace, onStart: () => void): Promise<FinishedRun | undefined>;
	/** Tells the page, where there is one. */
	send(message: Extract<ToPage, { readonly type: 'refused' }>): void;
}

/** The questions of the page, from their words to the run that answers them. */
export class Questions {
	/** Those that are not runs yet, such as while the user is asked whether to spend so much. */
	private readonly beginning = new Set<string>();

	constructor(private readonly deps: QuestionsDeps) {}

	/** Asks a question once, however often it was sent until it has begun; the page is told of one that does not begin. */
	async ask(question: Ask): Promise<void> {
		const { id, place } = question;
		const key = `${id} ${place}`;
		if (this.beginning.has(key)) {
			return;
		}
		this.beginning.add(key);
		let hasBegun = false;
		const begun = () => {
			hasBegun = true;
			this.beginning.delete(key);
		};
		try {
			await this.askOnce(question, begun);
		} finally {
			if (!hasBegun) {
				this.beginning.delete(key);
				this.deps.send({ type: 'refused', id, place });
			}
		}
	}

	private async askOnce(question: Ask, begun: () => void): Promise<void> {
		const { runs, drafts } = this.deps;
		const run = runs.get(question.id);
		const [first] = run ? runs.conversation(run) : [];
		if (run && first && question.text.trim() !== '') {
			const { request, place } = asking(run, first, question, drafts);
			// Whoever does not want to spend so much has still written the question.
			await this.deps.start(request, place, () => {
				begun();
				if (question.place === 'after') {
					drafts.drop(run.id);
				}
			});
		}
	}

	/** Tells what a question will be that is still being written. */
	async estimate(
		run: Run,
		{ text, settings }: Extract<FromPage, { readonly type: 'estimate' }>,
	): Promise<void> {
		const { runs, drafts } = this.deps;
		const question = { type: 'ask', id: run.id, place: 'after', text, settings } as const;
		try {
			const { request } = asking(run, run, question, drafts);
			await drafts.estimate(run, { ...request, earlier: runs.earlierOf(run) });
		} catch {
			// Half a schema is no reason to interrupt who still writes it; sending the question says what is wrong with it.
		}
	}
}
