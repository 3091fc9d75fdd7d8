import { isTexts } from '../inference/inputs/isTexts';
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

/** The small texts and the parameters of a form. */
export interface RememberedForm {
	readonly inputs: Readonly<Record<string, unknown>>;
	readonly parameters: Readonly<Record<string, unknown>>;
}

const LAST = 'hfWorkbench.run.last';
const CHOICES = 'hfWorkbench.run.models';
const LANGUAGES = 'hfWorkbench.run.languages';
const FORMS = 'hfWorkbench.run.forms';
const MOST_RECENT = 5;
/** In UTF-16 units: questions, labels and wishes, not documents. */
const LONGEST_TEXT = 2000;

/**
 * What the user chose before, so that it is asked once. Of texts, only what was put into a form beside the text that was run on, such as
 * a question; a broken key counts as empty.
 */
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

	/** What a task's form was filled in with the last time. */
	form(task: Task): RememberedForm {
		const form = this.record(FORMS)[task];
		const { inputs, parameters } = isRecord(form) ? form : {};
		return {
			inputs: isRecord(inputs) ? Object.fromEntries(Object.entries(inputs).filter(isShortText)) : {},
			parameters: isRecord(parameters) ? parameters : {},
		};
	}

	async rememberForm(task: Task, { inputs, parameters }: RememberedForm): Promise<void> {
		const short = Object.fromEntries(Object.entries(inputs).filter(isShortText));
		await this.memento.update(FORMS, { ...this.record(FORMS), [task]: { inputs: short, parameters } });
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

function isShortText(entry: [name: string, value: unknown]): entry is [string, string | readonly string[]] {
	const [, value] = entry;
	return (typeof value === 'string' || isTexts(value)) && JSON.stringify(value).length <= LONGEST_TEXT;
}

function readChoice(value: unknown): ModelChoice[] {
	if (!isRecord(value) || typeof value.model !== 'string') {
		return [];
	}
	const { model, provider } = value;
	return [typeof provider === 'string' ? { model, provider } : { model }];
}
