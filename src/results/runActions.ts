import * as vscode from 'vscode';
import type { RunRequest } from '../inference/runRequest';
import type { RunAction } from '../shared/protocol';
import { openRemedy } from '../ui/openRemedy';
import { wordProblem } from '../ui/problems';
import type { AnswerDocuments } from './answerDocuments';
import { insertAtCursor } from './insertAtCursor';
import { openAnswer } from './openAnswer';
import { outputText } from './outputText';
import { replaceInput } from './replaceInput';
import type { ResultsDeps } from './resultsDeps';
import { revealSource } from './revealSource';
import type { Run } from './run';
import type { Runs } from './runs';

/** What the buttons need beside the history. */
interface RunActionsDeps extends Pick<ResultsDeps, 'currentEditor' | 'chooseAnotherModel'> {
	start(request: RunRequest): Promise<unknown>;
}

type Actions = Readonly<Record<RunAction, (run: Run) => unknown>>;

/** What the buttons of a result do. */
export class RunActions {
	private readonly actions: Actions = {
		stop: run => this.runs.stop(run.id),
		runAgain: run => this.deps.start(run.request),
		runWith: run => this.withAnotherModel(run),
		copy: run => run.output && this.copy(outputText(run.output)),
		insert: run => run.output && insertAtCursor(outputText(run.output), this.deps.currentEditor()),
		replace: run => replaceInput(run, this.answers),
		open: run => run.output && openAnswer(run.output, this.editorColumn),
		reveal: run => revealSource(run, this.editorColumn),
		remove: run => this.runs.remove(run.id),
	};

	constructor(
		private readonly runs: Runs,
		private readonly answers: AnswerDocuments,
		private readonly deps: RunActionsDeps,
	) {}

	/** Does what a button says; a run that is gone meanwhile has none. */
	async perform(id: string, action: RunAction): Promise<void> {
		const run = this.runs.get(id);
		if (run) {
			await this.actions[action](run);
		}
	}

	/** Does what a remedy of the run's problem says. The remedies come from the table of problems, never from the page. */
	async remedy(id: string, index: number): Promise<void> {
		const run = this.runs.get(id);
		if (run?.state.type !== 'failed') {
			return;
		}
		const remedy = wordProblem(run.state.problem).remedies[index];
		if (remedy && 'command' in remedy && remedy.command === 'hfWorkbench.runAgain') {
			await this.perform(id, 'runAgain');
		} else if (remedy && 'command' in remedy && remedy.command === 'hfWorkbench.runWith') {
			await this.perform(id, 'runWith');
		} else if (remedy) {
			await openRemedy(remedy);
		}
	}

	/** A code block's own buttons. */
	async code(action: 'copy' | 'insert', text: string): Promise<void> {
		await (action === 'copy' ? this.copy(text) : insertAtCursor(text, this.deps.currentEditor()));
	}

	private async withAnotherModel(run: Run): Promise<void> {
		const request = await this.deps.chooseAnotherModel(run.request);
		if (request) {
			await this.deps.start(request);
		}
	}

	/** Beside the panel, not on top of it. */
	private get editorColumn(): vscode.ViewColumn | undefined {
		return this.deps.currentEditor()?.viewColumn;
	}

	private async copy(text: string): Promise<void> {
		await vscode.env.clipboard.writeText(text);
		vscode.window.setStatusBarMessage('$(check) Copied', 2000);
	}
}
