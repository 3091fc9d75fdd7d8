import type { RunArguments } from '../api';
import { askInstruction } from '../inference/askInstruction';
import type { Instruction, RunRequest } from '../inference/runRequest';
import type { Task } from '../shared/task';
import type { EditorDeps } from './editorDeps';
import { type ModelChoice, parseModelChoice } from './modelChoice';
import { namedInstruction } from './namedInstruction';
import { askForInstruction, pickInstruction } from './pickInstruction';
import { pickLanguages } from './pickLanguages';
import { pickModel } from './pickModel';
import { pickTask } from './pickTask';
import { type Input, readEditor } from './readEditor';
import { RunMemory } from './runMemory';
import { languageParameters, needsLanguages } from './translationLanguages';
import { withoutTokens } from './withoutTokens';

const LANGUAGE_PARAMETERS: ReadonlySet<string> = new Set(['src_lang', 'tgt_lang']);

/** What a command fixes beside its arguments: `ask` lets the user write the instruction. */
export interface Wish extends RunArguments {
	readonly ask?: true;
}

/** Asks the user for what a run still needs, and remembers the answers. Each method answers with nothing if they leave. */
export class RunQuestions {
	private readonly memory: RunMemory;

	constructor(private readonly deps: EditorDeps) {
		this.memory = new RunMemory(deps.memento);
	}

	/** The whole request. */
	async request(wish: Wish): Promise<RunRequest | undefined> {
		const input = await this.input(wish);
		const chosen = input && (await this.task(wish));
		if (!input || !chosen) {
			return undefined;
		}
		const { task } = chosen;
		const asked = task === 'conversational' ? await this.instruction(wish) : {};
		const model = asked && (await this.model(task, wish, chosen.newModel));
		if (!asked || !model) {
			return undefined;
		}
		return this.withLanguages(
			{
				task,
				...model,
				...input,
				...asked,
				...(wish.parameters && { parameters: wish.parameters }),
			},
			chosen.newModel,
		);
	}

	/** The same request with a model that the user chooses; languages are told to each model in its own spelling. */
	async withAnotherModel({
		task,
		text,
		instruction,
		source,
		parameters,
	}: RunRequest): Promise<RunRequest | undefined> {
		const choice = await this.chooseModel(task);
		const kept = Object.entries(parameters ?? {}).filter(([name]) => !LANGUAGE_PARAMETERS.has(name));
		return (
			choice &&
			this.withLanguages(
				{
					task,
					text,
					...choice,
					...(instruction && { instruction }),
					...(source && { source }),
					...(kept.length > 0 && { parameters: Object.fromEntries(kept) }),
				},
				false,
			)
		);
	}

	private async input({ text }: Wish): Promise<Input | undefined> {
		const input = text === undefined ? await readEditor(this.deps.currentEditor()) : { text };
		return input && withoutTokens(input);
	}

	private async task({ task }: Wish): Promise<{ task: Task; newModel: boolean } | undefined> {
		if (task) {
			return { task, newModel: false };
		}
		const choice = await pickTask(this.memory.lastTask, one => this.knownModel(one)?.model);
		if (choice) {
			await this.memory.rememberTask(choice.task);
		}
		return choice;
	}

	/** For a text that was given, none is fine: the text is then the whole message. */
	private async instruction({
		instruction: wished,
		ask,
		text,
	}: Wish): Promise<{ instruction?: Instruction } | undefined> {
		if (wished !== undefined) {
			return { instruction: namedInstruction(wished) ?? askInstruction(wished) };
		}
		if (ask) {
			const instruction = await askForInstruction();
			return instruction && { instruction };
		}
		if (text !== undefined) {
			return {};
		}
		const picked = await pickInstruction(this.memory.lastInstruction);
		if (picked) {
			await this.memory.rememberInstruction(picked.label);
		}
		return picked && { instruction: picked.instruction };
	}

	private async model(task: Task, wish: Wish, choose: boolean): Promise<ModelChoice | undefined> {
		const given = wish.model === undefined ? undefined : parseModelChoice(wish.model);
		const choice = given ?? (choose ? undefined : this.knownModel(task)) ?? (await this.chooseModel(task));
		return choice && wish.target !== undefined ? { ...choice, provider: wish.target } : choice;
	}

	private knownModel(task: Task): ModelChoice | undefined {
		const setting = this.deps.settings.models[task];
		return setting === undefined ? this.memory.recent(task)[0] : parseModelChoice(setting);
	}

	private async chooseModel(task: Task): Promise<ModelChoice | undefined> {
		const choice = await pickModel(this.deps, task, this.memory.recent(task));
		if (choice) {
			await this.memory.rememberModel(task, choice);
		}
		return choice;
	}

	/** A translation model with several languages is told which; the user is asked once, and again with a new model. */
	private async withLanguages(request: RunRequest, askAgain: boolean): Promise<RunRequest | undefined> {
		const { task, model, parameters } = request;
		const isTold = parameters?.tgt_lang !== undefined;
		if (task !== 'translation' || !needsLanguages(model) || isTold) {
			return request;
		}
		const known = this.memory.languages;
		const languages = known && !askAgain ? known : await pickLanguages(model, known);
		if (!languages) {
			return undefined;
		}
		await this.memory.rememberLanguages(languages);
		return { ...request, parameters: { ...parameters, ...languageParameters(model, languages) } };
	}
}
