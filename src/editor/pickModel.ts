import * as vscode from 'vscode';
import type { Inference, ModelOffer } from '../inference/inference';
import { tasks } from '../inference/tasks';
import type { Task } from '../shared/task';
import { openRemedy } from '../ui/openRemedy';
import { wordProblemWithoutRun } from '../ui/wordProblemWithoutRun';
import type { Remedy } from '../ui/remedy';
import { STAYS_OPEN } from '../ui/staysOpen';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import { problemOf } from '../util/problemOf';
import type { ModelChoice } from './modelChoice';
import { modelRows } from './modelRows';
import { pickProvider } from './pickProvider';
import { tellActiveEstimate } from './tellActiveEstimate';

/** What the list of models needs to know. */
export interface ModelListDeps {
	readonly inference: Pick<Inference, 'offers' | 'providers' | 'refresh'>;
	readonly settings: { readonly provider: string; readonly preferredProviders: readonly string[] };
	/** The repo ids that the user has pinned. */
	pinnedModels(): readonly string[];
}

type Row = vscode.QuickPickItem & { readonly choice?: ModelChoice; readonly press?: () => void };

/** Milliseconds that typing must rest before the next search. */
const REST = 200;

/** Lets the user choose a model for a task, searching as they type; `estimate` says what a run will be. Nothing if they leave. */
export async function pickModel(
	deps: ModelListDeps,
	task: Task,
	recent: readonly ModelChoice[],
	estimate: (choice: ModelChoice) => Promise<string | undefined>,
): Promise<ModelChoice | undefined> {
	const { inference } = deps;
	const list = new ModelPick(task, recent, deps.pinnedModels(), {
		offers: (search, signal) => inference.offers(task, search, signal),
		refresh: () => inference.refresh(),
		estimate,
	});
	try {
		const choice = await list.choice;
		if (!choice?.askProvider) {
			return choice;
		}
		const provider = await pickProvider(deps, choice.model, choice.provider ?? deps.settings.provider);
		return provider === undefined ? undefined : { model: choice.model, provider };
	} finally {
		list.dispose();
	}
}

/** A model, and whether its provider is to be asked for. */
type Chosen = ModelChoice & { readonly askProvider?: true };

const REFRESH: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('refresh'),
	tooltip: 'Ask the Router Again',
};
const CHOOSE_PROVIDER: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('server'),
	tooltip: 'Choose How It Is Served…',
};

class ModelPick extends Disposable {
	readonly choice: Promise<Chosen | undefined>;
	private readonly pick = this.register(vscode.window.createQuickPick<Row>());
	private readonly searching = this.register(new Latest());
	private resting: NodeJS.Timeout | undefined;

	constructor(
		private readonly task: Task,
		private readonly recent: readonly ModelChoice[],
		private readonly pinned: readonly string[],
		private readonly source: {
			offers(search: string, signal: AbortSignal): Promise<readonly ModelOffer[]>;
			refresh(): void;
			estimate(choice: ModelChoice): Promise<string | undefined>;
		},
	) {
		super();
		const { pick } = this;
		pick.title = `Model for ${tasks[task].title}`;
		pick.placeholder = 'Search models by name';
		pick.matchOnDescription = true;
		pick.ignoreFocusOut = STAYS_OPEN.askedFromPage;
		pick.buttons = [REFRESH];
		this.register({ dispose: () => clearTimeout(this.resting) });
		this.register(tellActiveEstimate(pick, async ({ choice }) => choice && this.source.estimate(choice)));
		this.register(pick.onDidChangeValue(() => this.searchSoon()));
		this.choice = new Promise(resolve => {
			this.register(
				pick.onDidAccept(() => {
					const [row] = pick.selectedItems;
					row?.press?.();
					if (row?.choice) {
						resolve(row.choice);
						pick.hide();
					}
				}),
			);
			this.register(
				pick.onDidTriggerItemButton(({ item: { choice } }) => {
					resolve(choice && { ...choice, askProvider: true });
					pick.hide();
				}),
			);
			this.register(
				pick.onDidTriggerButton(() => {
					this.source.refresh();
					void this.search();
				}),
			);
			this.register(pick.onDidHide(() => resolve(undefined)));
		});
		this.show([]);
		pick.show();
		void this.search();
	}

	private searchSoon(): void {
		this.searching.abort();
		this.pick.busy = true;
		clearTimeout(this.resting);
		this.resting = setTimeout(() => void this.search(), REST);
	}

	private async search(): Promise<void> {
		this.pick.busy = true;
		const search = this.pick.value.trim();
		try {
			const found = await this.searching.run(signal => this.source.offers(search, signal));
			if (found && !this.isDisposed) {
				this.show(found.value);
				this.pick.busy = false;
			}
		} catch (error) {
			if (!this.isDisposed) {
				this.showProblem(error);
				this.pick.busy = false;
			}
		}
	}

	private show(offers: readonly ModelOffer[]): void {
		const { recent, pinned, pick } = this;
		pick.items = modelRows({ offers, pinned, recent, search: pick.value }).map((row): Row => {
			const { kind, ...words } = row;
			return kind === 'group'
				? { ...words, kind: vscode.QuickPickItemKind.Separator }
				: // The search has found it by more than its name, so the list must not filter it out again.
					{
						...words,
						alwaysShow: true,
						...(this.task === 'conversational' && { buttons: [CHOOSE_PROVIDER] }),
					};
		});
	}

	private showProblem(error: unknown): void {
		const { title, explanation, remedies } = wordProblemWithoutRun(problemOf(error));
		this.show([]);
		const own: Row[] = [
			{ label: `$(error) ${title}`, detail: explanation, alwaysShow: true, press: () => this.retry() },
			{ label: '$(refresh) Try Again', alwaysShow: true, press: () => this.retry() },
			...remedies.map(remedy => ({
				label: `$(lightbulb) ${remedy.label}`,
				alwaysShow: true,
				press: () => this.leaveFor(remedy),
			})),
		];
		this.pick.items = [...own, ...this.pick.items];
	}

	private retry(): void {
		this.show([]);
		void this.search();
	}

	private leaveFor(remedy: Remedy): void {
		this.pick.hide();
		void openRemedy(remedy);
	}
}
