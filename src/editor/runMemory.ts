import type { Task } from '../shared/task';
import { isTask } from '../shared/task';
import { isRecord } from '../util/isRecord';
import type { ModelChoice } from './modelChoice';

/** Where small values are kept between windows; the shape of the editor's own. */
export interface Memento {
	get(key: string): unknown;
	update(key: string, value: unknown): PromiseLike<void>;
}

/** The languages that a multilingual model translates between, as codes of ISO 639-1. */
export interface LanguagePair {
	readonly from: string;
	readonly to: string;
}

const LAST = 'hfWorkbench.run.last';
const CHOICES = 'hfWorkbench.run.models';
const LANGUAGES = 'hfWorkbench.run.languages';
const MOST_RECENT = 5;

/** What the user chose before, so that it is asked once. Each key holds only choices, never text; a broken one counts as empty. */
export class RunMemory {
	constructor(private readonly memento: Memento) {}

	get lastTask(): Task | undefined {
		const task = this.record(LAST).task;
		return isTask(task) ? task : undefined;
	}

	/** The id of the instruction. */
	get lastInstruction(): string | undefined {
		const instruction = this.record(LAST).instruction;
		return typeof instruction === 'string' ? instruction : undefined;
	}

	get languages(): LanguagePair | undefined {
		const { from, to } = this.record(LANGUAGES);
		return typeof from === 'string' && typeof to === 'string' ? { from, to } : undefined;
	}

	/** The models chosen for a task, the last one first. */
	recent(task: Task): readonly ModelChoice[] {
		const choices = this.record(CHOICES)[task];
		return Array.isArray(choices) ? choices.flatMap(readChoice).slice(0, MOST_RECENT) : [];
	}

	async rememberTask(task: Task): Promise<void> {
		await this.memento.update(LAST, { ...this.record(LAST), task });
	}

	async rememberInstruction(instruction: string): Promise<void> {
		await this.memento.update(LAST, { ...this.record(LAST), instruction });
	}

	async rememberModel(task: Task, choice: ModelChoice): Promise<void> {
		const others = this.recent(task).filter(
			({ model, provider }) => model !== choice.model || provider !== choice.provider,
		);
		const recent = [choice, ...others].slice(0, MOST_RECENT);
		await this.memento.update(CHOICES, { ...this.record(CHOICES), [task]: recent });
	}

	async rememberLanguages({ from, to }: LanguagePair): Promise<void> {
		await this.memento.update(LANGUAGES, { from, to });
	}

	private record(key: string): Readonly<Record<string, unknown>> {
		const value = this.memento.get(key);
		return isRecord(value) ? value : {};
	}
}

function readChoice(value: unknown): ModelChoice[] {
	if (!isRecord(value) || typeof value.model !== 'string') {
		return [];
	}
	const { model, provider } = value;
	return [typeof provider === 'string' ? { model, provider } : { model }];
}
