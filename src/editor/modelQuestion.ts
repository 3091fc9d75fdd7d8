import type { Task } from '../shared/task';
import { estimateRun } from './estimateRun';
import type { EditorDeps } from './editorDeps';
import type { RunRequest } from '../inference/runRequest';
import { type ModelChoice, parseModelChoice } from './modelChoice';
import { pickModel } from './pickModel';
import type { RunMemory } from './runMemory';

/** What a command says of the model. */
interface ModelWish {
	readonly model?: string;
	readonly target?: string;
}

/** What it is asked for, by which a run on each model can be estimated. */
type Asked = Omit<RunRequest, 'task' | 'model' | 'provider'>;

/** On which model a task runs: the one that is wished for, set or remembered, else one that the user chooses. */
export class ModelQuestion {
	constructor(
		private readonly deps: EditorDeps,
		private readonly memory: RunMemory,
	) {}

	/** Asks only where nothing says it, or where another one is wanted; nothing if the user leaves. */
	async of(task: Task, wish: ModelWish, asked: Asked, isAnother: boolean): Promise<ModelChoice | undefined> {
		const known = named(wish) ?? (isAnother ? undefined : this.known(task, wish));
		return known ?? at(await this.ask(task, asked), wish);
	}

	/** Without a question. */
	known(task: Task, wish: ModelWish = {}): ModelChoice | undefined {
		const setting = this.deps.settings.models[task];
		const usual = setting === undefined ? this.memory.recent(task)[0] : parseModelChoice(setting);
		return named(wish) ?? at(usual, wish);
	}

	/** Lets the user choose, and remembers it. Nothing if they leave. */
	async ask(task: Task, asked: Asked): Promise<ModelChoice | undefined> {
		const choice = await pickModel(this.deps, task, this.memory.recent(task), one =>
			estimateRun(this.deps.inference, { ...asked, task, ...one }),
		);
		if (choice) {
			await this.memory.rememberModel(task, choice);
		}
		return choice;
	}
}

function named(wish: ModelWish): ModelChoice | undefined {
	return wish.model === undefined ? undefined : at(parseModelChoice(wish.model), wish);
}

/** At the provider that is wished for. */
function at(choice: ModelChoice | undefined, { target }: ModelWish): ModelChoice | undefined {
	return choice && target !== undefined ? { ...choice, provider: target } : choice;
}
