import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { FinishedRun } from '../api';
import { isFileInput } from '../inference/inputs/isFileInput';
import type { RunRequest } from '../inference/runRequest';
import { type Handlers, dispatch } from '../shared/handlers';
import type { Problem } from '../shared/problem';
import type { FormQuestion } from '../ui/formQuestion';
import type { DraftAction, FromPage, RunAction } from '../shared/protocol';
import { showProblem } from '../ui/showProblem';
import { Disposable } from '../util/disposable';
import type { Event } from '../util/emitter';
import { problemOf } from '../util/problemOf';
import { AnswerDocuments } from './answerDocuments';
import { Drafts } from './drafts';
import { EarlierAnswers } from './earlierAnswers';
import { MediaActions } from './mediaActions';
import { InputFiles } from './inputFiles';
import { InputForms } from './inputForms';
import { openLink } from './openLink';
import { Questions } from './questions';
import type { ResultsDeps } from './resultsDeps';
import { ResultsPanel, type ResultsPanelDeps } from './resultsPanel';
import type { Run, RunPlace } from './run';
import { refusePastedImage } from './refusePastedImage';
import { SpendingGuard } from './spendingGuard';
import { UsageLedger } from './usageLedger';
import { UsagePage } from './usagePage';
import { RunActions } from './runActions';
import { RunningStatus } from './runningStatus';
import { RunStore } from './runStore';
import { Runs } from './runs';

const DRAFT_ACTIONS: Readonly<Record<DraftAction, (drafts: Drafts, run: Run) => Promise<void>>> = {
	show: (drafts, run) => drafts.show(run),
	attach: (drafts, run) => drafts.attach(run),
	model: (drafts, run) => drafts.chooseModel(run),
};

/** The window's runs and the one panel that shows them. */
export class Results extends Disposable {
	/** Registered before the runs, which are written once more when the window goes away. */
	private readonly store: RunStore;
	readonly runs: Runs;
	private readonly drafts: Drafts;
	private readonly questions: Questions;
	private readonly spending: SpendingGuard;
	private readonly usage: UsagePage;
	private readonly answers = this.register(new AnswerDocuments());
	private readonly actions: RunActions;
	private readonly media: MediaActions;
	private readonly files: InputFiles;
	private readonly forms: InputForms;
	readonly onDidFinishRun: Event<FinishedRun>;
	/** Not disposed with the rest: a window that is reloaded brings it back. */
	private panel: ResultsPanel | undefined;

	private readonly handlers: Handlers<Exclude<FromPage, { readonly type: 'ready' }>> = {
		action: ({ id, action, choice }) => this.handle(() => this.actions.perform(id, action, choice)),
		remedy: ({ id, index }) => this.handle(() => this.actions.remedy(id, index)),
		select: ({ id }) => this.runs.lookAt(id),
		copyAs: ({ id, format }) => this.handle(() => this.actions.copyAs(id, format)),
		code: ({ id, action, text }) => this.handle(() => this.actions.code(id, action, text)),
		ask: message => this.handle(() => this.questions.ask(message)),
		draft: ({ id, action }) => this.withRun(id, run => DRAFT_ACTIONS[action](this.drafts, run)),
		estimate: message => this.withRun(message.id, run => this.questions.estimate(run, message)),
		attachImage: ({ id, mimeType, data }) =>
			this.withRun(id, run => this.drafts.attachImage(run, mimeType, data)),
		refuseImage: ({ mimeType, why }) => refusePastedImage(mimeType, why),
		detach: ({ id, index }) => this.withRun(id, run => this.drafts.detach(run, index)),
		media: ({ id, name, action }) => this.handle(() => this.media.perform(id, name, action)),
		link: ({ href }) => this.handle(() => openLink(href)),
		start: () => this.handle(() => vscode.commands.executeCommand('hfWorkbench.run')),
		submitForm: ({ id, inputs, parameters }) => this.forms.submit(id, inputs, parameters),
		estimateForm: ({ id, inputs, parameters }) => void this.forms.estimate(id, inputs, parameters),
		cancelForm: ({ id }) => this.forms.cancel(id),
		chooseFile: ({ id, field }) => this.handle(() => this.forms.choose(id, field)),
		refuseFile: ({ id, field, why }) => this.forms.refuse(id, field, why),
		giveFile: ({ id, field, data, ...file }) =>
			this.handle(() => this.forms.give(id, field, { ...file, bytes: Buffer.from(data, 'base64') })),
	};

	constructor(private readonly deps: ResultsDeps) {
		super();
		const folder = vscode.Uri.joinPath(deps.storageUri, 'runs').fsPath;
		this.store = this.register(new RunStore(folder, problem => this.report(problem)));
		this.runs = this.register(new Runs(deps.inference, this.store));
		this.onDidFinishRun = this.runs.onDidFinish;
		this.files = new InputFiles(vscode.Uri.joinPath(deps.storageUri, 'inputs').fsPath);
		this.forms = this.register(new InputForms(this.files));
		void this.pruneFiles();
		this.register(new RunningStatus(this.runs));
		this.media = new MediaActions(this.runs, this.store.media, {
			currentEditor: () => deps.currentEditor(),
			send: message => this.panel?.send(message),
		});
		this.drafts = this.register(
			new Drafts(deps, {
				answers: run => this.answersBeside(run),
				exchanges: run => this.runs.earlierOf(run),
			}),
		);
		this.questions = new Questions({
			runs: this.runs,
			drafts: this.drafts,
			start: (request, place, onStart) => this.start(request, place, onStart),
			send: message => this.panel?.send(message),
		});
		this.register(
			this.runs.onDidChange(event => {
				if (event.type === 'remove') {
					this.drafts.drop(event.id);
				}
			}),
		);
		const ledger = new UsageLedger(deps.usageFile);
		this.register(
			this.runs.onDidSpend(({ run, metrics }) => {
				// What was not sent has cost nothing.
				if (metrics.tokenName !== undefined) {
					const { provider, arrived, answered } = run;
					const request = {
						...this.runs.wholeRequest(run),
						...(provider !== undefined && { provider }),
						...(answered !== undefined && { answered }),
					};
					const answer = metrics.uncounted ? arrived : undefined;
					const expect = () => deps.inference.estimate(request, answer);
					void ledger.add(run.model, provider, metrics, expect);
				}
			}),
		);
		this.spending = new SpendingGuard(ledger, deps);
		this.usage = this.register(new UsagePage(ledger));
		this.actions = new RunActions(this.runs, this.answers, {
			currentEditor: () => deps.currentEditor(),
			chooseAnotherModel: (request, whole) => deps.chooseAnotherModel(request, whole),
			changeInputs: (request, whole) => deps.changeInputs(request, whole),
			start: (request, place) => this.start(request, place),
			goOn: run => this.guarded([this.runs.wholeRequest(run)], () => this.runs.goOn(run)),
			compareWithOthers: async request => {
				const others = await deps.chooseOthers(request);
				return others && this.compare([request, ...others]);
			},
			revisionOf: model => deps.revisionOf(model),
		});
	}

	/** Starts a run and shows it beside the code, without taking the focus. Resolves when it has ended. */
	async start(request: RunRequest, place?: RunPlace, onStart?: () => void): Promise<FinishedRun | undefined> {
		return this.guarded([this.runs.wholeAt(request, place)], () => {
			onStart?.();
			return this.begin(request, place);
		});
	}

	/** Starts runs of one input at once, to be compared. Answers with none where the user leaves. */
	async compare(requests: readonly RunRequest[]): Promise<readonly FinishedRun[]> {
		const group = randomUUID();
		const begin = () => Promise.all(requests.map(request => this.begin(request, { group })));
		return (await this.guarded(requests, begin)) ?? [];
	}

	private begin(request: RunRequest, place?: RunPlace): Promise<FinishedRun> {
		// Whoever starts something else has left the form.
		this.forms.cancel();
		this.show().reveal();
		return this.runs.start(request, place);
	}

	/** Within the day's spending limit, or after the user has said so. Nothing if they leave. */
	private async guarded<T>(requests: readonly RunRequest[], run: () => Promise<T>): Promise<T | undefined> {
		const allowed = await this.spending.allows(requests);
		try {
			return allowed && (await run());
		} finally {
			allowed?.ended();
		}
	}

	/** Does what a button of a run does. Resolves with the run that came of it, where one did. */
	perform(id: string, action: RunAction): Promise<unknown> {
		return this.actions.perform(id, action);
	}

	/** What was used, by day, model and token. */
	showUsage(): Promise<void> {
		return this.usage.open();
	}

	/** Does, or gives up, what the comparison in front proposes. */
	get comparison(): Pick<AnswerDocuments, 'apply' | 'discard'> {
		return this.answers;
	}

	/** Asks for what is missing in a form on the page. Closing the panel leaves it. */
	async askForm<T>(question: FormQuestion<T>): Promise<T | undefined> {
		const asking = this.forms.ask(question);
		this.show().focus();
		return asking;
	}

	/** Shows the panel and goes there. */
	open(): void {
		this.show().focus();
	}

	/** Takes over the panel that the editor brought back; a second one is closed, for there is only one. */
	revive(panel: vscode.WebviewPanel): void {
		if (this.panel) {
			panel.dispose();
		} else {
			this.keep(ResultsPanel.revive(panel, this.panelDeps));
		}
	}

	private show(): ResultsPanel {
		return this.panel ?? this.keep(ResultsPanel.create(this.panelDeps));
	}

	private keep(panel: ResultsPanel): ResultsPanel {
		this.panel = panel;
		panel.onDidDispose(() => {
			this.panel = undefined;
			this.forms.cancel();
		});
		return panel;
	}

	private get panelDeps(): ResultsPanelDeps {
		return {
			extensionUri: this.deps.extensionUri,
			mediaUri: vscode.Uri.file(this.store.media.folder),
			runs: this.runs,
			drafts: this.drafts,
			forms: this.forms,
			onMessage: message => dispatch(this.handlers, message),
		};
	}

	/** What its conversation has said is told to the model anyway. */
	private answersBeside(run: Run): EarlierAnswers {
		const said = new Set(this.runs.conversation(run));
		return new EarlierAnswers(
			this.runs.all.filter(one => !said.has(one)),
			this.store.media,
		);
	}

	private withRun(id: string, work: (run: Run) => Promise<unknown>): void {
		const run = this.runs.get(id);
		if (run) {
			this.handle(() => work(run));
		}
	}

	/** Not before the history is known: its runs need their files. */
	private async pruneFiles(): Promise<void> {
		await this.runs.load();
		const used = this.runs.all.flatMap(({ request }) =>
			Object.values(request.inputs ?? {}).flatMap(input => (isFileInput(input) ? [input.uri] : [])),
		);
		await this.files.prune(new Set(used), Date.now()).catch(() => undefined);
	}

	/** Whatever a button of the page does; nobody waits for it, so what goes wrong is shown here. */
	private handle(work: () => Thenable<unknown>): void {
		void (async () => {
			try {
				await work();
			} catch (error) {
				this.report(problemOf(error));
			}
		})();
	}

	private report(problem: Problem): void {
		if (problem.code === 'unexpected') {
			this.deps.log.error(`Results: ${problem.detail}`);
		} else {
			this.deps.log.warn(`Results: ${problem.code}`);
		}
		void showProblem(problem);
	}
}
