import * as vscode from 'vscode';
import type { RunRequest } from '../inference/runRequest';
import type { CodeAction, CopyFormat, RunAction } from '../shared/protocol';
import { openRemedy } from '../ui/openRemedy';
import { wordProblem } from '../ui/wordProblem';
import { isRecord } from '../util/isRecord';
import type { AnswerDocuments } from './answerDocuments';
import { applyCode } from './applyCode';
import { attachOutput } from './attachOutput';
import { formatOutput } from './formatOutput';
import { insertAtCursor } from './insertAtCursor';
import { insertableText } from './insertableText';
import { openAnswer } from './openAnswer';
import { exportRun } from './replay';
import { replaceInput } from './replaceInput';
import type { ResultsDeps } from './resultsDeps';
import { revealSource } from './revealSource';
import type { Run, RunPlace } from './run';
import type { Runs } from './runs';
import { saveOutput } from './saveOutput';

/** What the buttons need beside the history. */
interface RunActionsDeps extends Pick<
	ResultsDeps,
	'currentEditor' | 'chooseAnotherModel' | 'changeInputs' | 'revisionOf'
> {
	goOn(run: Run): Promise<unknown>;
	compareWithOthers(request: RunRequest): Promise<unknown>;
	start(request: RunRequest, place?: RunPlace): Promise<unknown>;
}

/** `choice`: the word or answer that is chosen on the page, where there are several. */
type Actions = Readonly<Record<RunAction, (run: Run, choice?: number) => unknown>>;

/** What the buttons of a result do. */
export class RunActions {
	private readonly actions: Actions = {
		stop: run => this.runs.stop(run.id),
		goOn: run => this.deps.goOn(run),
		compare: run => this.deps.compareWithOthers(run.request),
		export: run =>
			exportRun(run, this.runs.wholeRequest(run), () => this.deps.revisionOf(run.model), this.editorColumn),
		runAgain: run => this.deps.start(run.request, placeAgain(run)),
		runWith: run =>
			this.startAnother(run, this.deps.chooseAnotherModel(run.request, this.runs.wholeRequest(run))),
		change: run => this.startAnother(run, this.deps.changeInputs(run.request, this.runs.wholeRequest(run))),
		copyCode: run => vscode.commands.executeCommand('hfWorkbench.copyCode', run.id),
		copy: (run, choice) => run.output && this.copy(insertableText(run.output, choice)),
		insert: (run, choice) =>
			run.output && insertAtCursor(insertableText(run.output, choice), this.deps.currentEditor()),
		replace: (run, choice) => replaceInput(run, this.answers, choice),
		save: run => run.output && saveOutput(run.output, run.title),
		attach: run => run.output && attachOutput(run.output, run.title, this.deps.currentEditor()),
		open: run => run.output && openAnswer(run.output, this.editorColumn),
		reveal: run => revealSource(run, this.editorColumn),
		remove: run => this.remove(run),
		removeAll: run => this.removeAll(run),
	};

	constructor(
		private readonly runs: Runs,
		private readonly answers: AnswerDocuments,
		private readonly deps: RunActionsDeps,
	) {}

	/** Does what a button says, and answers with what came of it; a run that is gone meanwhile has none. */
	async perform(id: string, action: RunAction, choice?: number): Promise<unknown> {
		const run = this.runs.get(id);
		return run && this.actions[action](run, choice);
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
			const [change] = remedy.args ?? [];
			await (isRecord(change)
				? this.deps.start(changed(run.request, change), placeAgain(run))
				: this.perform(id, 'runWith'));
		} else if (remedy) {
			await openRemedy(remedy);
		}
	}

	/** Puts a whole answer on the clipboard in a format that another program takes. */
	async copyAs(id: string, format: CopyFormat): Promise<void> {
		const output = this.runs.get(id)?.output;
		if (output) {
			await this.copy(formatOutput(output, format));
		}
	}

	/** The buttons of a part of an answer, such as a code block. */
	async code(id: string, action: CodeAction, text: string): Promise<void> {
		const run = this.runs.get(id);
		const editor = this.deps.currentEditor();
		switch (action) {
			case 'copy':
				return this.copy(text);
			case 'insert':
				return insertAtCursor(text, editor);
			case 'apply':
				return run && applyCode(text, this.runs.conversation(run), editor, this.answers);
		}
	}

	/** A question that others came after takes them along, so the user is asked. */
	private async remove(run: Run): Promise<void> {
		const { length } = this.runs.after(run.id);
		const what = length === 1 ? 'the one question' : `the ${length} questions`;
		if (length === 0 || (await isSureToRemove(`Remove this question and ${what} after it?`))) {
			await this.runs.remove(run.id);
		}
	}

	/** An entry of the history with all that is in it. */
	private async removeAll(run: Run): Promise<void> {
		const all = this.runs.together(run);
		const isCompared = all.filter(({ group }) => group !== undefined).length > 1;
		const what = isCompared ? `comparison of ${all.length} runs` : `conversation of ${all.length} questions`;
		if (all.length === 1 || (await isSureToRemove(`Remove this ${what}?`))) {
			await this.runs.remove(...all.map(({ id }) => id));
		}
	}

	private async startAnother(run: Run, asking: Promise<RunRequest | undefined>): Promise<unknown> {
		const request = await asking;
		return request && this.deps.start(request, placeAgain(run));
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

/**
 * In a conversation, the same question again is another branch of it; a conversation's first question begins another one,
 * and what is compared stays in its comparison.
 */
function placeAgain({ parent, group }: Run): RunPlace | undefined {
	return parent !== undefined ? { parent } : group === undefined ? undefined : { group };
}

async function isSureToRemove(question: string): Promise<boolean> {
	const remove = 'Remove';
	const detail = 'They are deleted from this machine. This cannot be undone.';
	return (await vscode.window.showWarningMessage(question, { modal: true, detail }, remove)) === remove;
}

/** A request with what a remedy changes of it. */
function changed(
	request: RunRequest,
	{ model, provider, unlisted }: Readonly<Record<string, unknown>>,
): RunRequest {
	const { provider: before, ...rest } = request;
	return {
		...rest,
		...(typeof model === 'string' ? { model } : before !== undefined && { provider: before }),
		...(typeof provider === 'string' && { provider }),
		...(unlisted === true && { unlisted }),
	};
}
