import * as vscode from 'vscode';
import type { FinishedRun } from '../api';
import type { RunRequest } from '../inference/runRequest';
import { type Handlers, dispatch } from '../shared/handlers';
import type { Problem } from '../shared/problem';
import type { FromPage } from '../shared/protocol';
import { showProblem } from '../ui/showProblem';
import { Disposable } from '../util/disposable';
import type { Event } from '../util/emitter';
import { problemOf } from '../util/problemOf';
import { AnswerDocuments } from './answerDocuments';
import { openLink } from './openLink';
import type { ResultsDeps } from './resultsDeps';
import { ResultsPanel, type ResultsPanelDeps } from './resultsPanel';
import { RunActions } from './runActions';
import { RunningStatus } from './runningStatus';
import { RunStore } from './runStore';
import { Runs } from './runs';

/** The window's runs and the one panel that shows them. */
export class Results extends Disposable {
	/** Registered before the runs, which are written once more when the window goes away. */
	private readonly store: RunStore;
	readonly runs: Runs;
	private readonly actions: RunActions;
	readonly onDidFinishRun: Event<FinishedRun>;
	/** Not disposed with the rest: a window that is reloaded brings it back. */
	private panel: ResultsPanel | undefined;

	private readonly handlers: Handlers<Exclude<FromPage, { readonly type: 'ready' }>> = {
		action: ({ id, action }) => this.handle(() => this.actions.perform(id, action)),
		remedy: ({ id, index }) => this.handle(() => this.actions.remedy(id, index)),
		select: ({ id }) => this.runs.lookAt(id),
		code: ({ action, text }) => this.handle(() => this.actions.code(action, text)),
		link: ({ href }) => this.handle(() => openLink(href)),
		start: () => this.handle(() => vscode.commands.executeCommand('hfWorkbench.run')),
	};

	constructor(private readonly deps: ResultsDeps) {
		super();
		const folder = vscode.Uri.joinPath(deps.storageUri, 'runs').fsPath;
		this.store = this.register(new RunStore(folder, problem => this.report(problem)));
		this.runs = this.register(new Runs(deps.inference, this.store));
		this.onDidFinishRun = this.runs.onDidFinish;
		this.register(new RunningStatus(this.runs));
		this.actions = new RunActions(this.runs, this.register(new AnswerDocuments()), {
			currentEditor: () => deps.currentEditor(),
			chooseAnotherModel: request => deps.chooseAnotherModel(request),
			start: request => this.start(request),
		});
	}

	/** Starts a run and shows it beside the code, without taking the focus. Resolves when it has ended. */
	start(request: RunRequest): Promise<FinishedRun> {
		this.show().reveal();
		return this.runs.start(request);
	}

	/** The same request with a model that the user chooses; nothing if they leave. */
	chooseAnotherModel(request: RunRequest): Promise<RunRequest | undefined> {
		return this.deps.chooseAnotherModel(request);
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
		});
		return panel;
	}

	private get panelDeps(): ResultsPanelDeps {
		return {
			extensionUri: this.deps.extensionUri,
			runs: this.runs,
			onMessage: message => dispatch(this.handlers, message),
		};
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
