import type { RunArguments } from '../api';
import { askInstruction } from '../inference/askInstruction';
import { readInputValues } from '../inference/inputs/readInputValues';
import type { InputValues } from '../inference/inputs/inputValue';
import type { RunRequest } from '../inference/runRequest';
import { estimateWords } from '../shared/estimateWords';
import type { Task } from '../shared/task';
import { omit } from '../util/omit';
import type { EditorDeps } from './editorDeps';
import { besideMain } from './besideMain';
import { type GivenInputs, inputsOf } from './inputsOf';
import type { Material } from './material';
import { missingInputs } from './missingInputs';
import { type ModelChoice, parseModelChoice } from './modelChoice';
import { namedInstruction } from './namedInstruction';
import { askForInstruction, pickInstruction } from './pickInstruction';
import { pickModel } from './pickModel';
import { pickTask } from './pickTask';
import { readMaterial } from './readMaterial';
import { runForm } from './runForm';
import type { RunFormAnswer } from './runFormParts';
import type { UsedPrompt } from './prompts/usePrompt';
import { RunMemory } from './runMemory';
import { languageOptions, languagePair, languageParameters, needsLanguages } from './translationLanguages';
import { withoutTokens } from './withoutTokens';

const LANGUAGE_PARAMETERS = ['src_lang', 'tgt_lang'];

/** What a command fixes beside its arguments. */
export interface Wish extends RunArguments {
	/** Lets the user write the instruction. */
	readonly ask?: true;
	/** Instead of what the user looks at. */
	readonly material?: Material;
	/** Shows the form even if nothing is missing. */
	readonly form?: true;
	/** A prompt of the user's own, with its variables filled in. */
	readonly prompt?: UsedPrompt;
}

/** Asks the user for what a run still needs, and remembers the answers. Each method answers with nothing if they leave. */
export class RunQuestions {
	private readonly memory: RunMemory;

	constructor(private readonly deps: EditorDeps) {
		this.memory = new RunMemory(deps.memento);
	}

	/** The whole request. */
	async request(wish: Wish): Promise<RunRequest | undefined> {
		const material = await this.material(wish);
		const chosen = material && (await this.task(wish, material));
		if (!material || !chosen) {
			return undefined;
		}
		const { task } = chosen;
		const asked = wish.prompt ?? (task === 'conversational' ? await this.instruction(wish, material) : {});
		const model = asked && (await this.model(task, withPromptsModel(wish, asked), chosen.newModel));
		if (!asked || !model) {
			return undefined;
		}
		const { text, inputs } = inputsOf(task, material);
		const given = {
			text,
			inputs: {
				...inputs,
				...(asked.system !== undefined && { system: asked.system }),
				...readInputValues(wish.inputs),
			},
		};
		const fixed = parametersOf(asked, wish);
		const known = this.knownParameters(task, model.model, fixed, chosen.newModel);
		const needsForm =
			wish.form === true ||
			known === undefined ||
			// Whoever gives inputs by an argument has left out what is not among them.
			missingInputs(task, given, wish.inputs === undefined).length > 0;
		const answer = needsForm
			? await this.form(task, model.model, given, known ?? fixed ?? {})
			: { ...given, parameters: known ?? {} };
		return (
			answer && {
				task,
				...model,
				...requestParts(answer),
				// A text that was changed in the form is no longer that of the document.
				...(material.kind === 'text' && material.input.source && answer.text === text
					? { source: material.input.source }
					: {}),
				...(asked.instruction && { instruction: asked.instruction }),
			}
		);
	}

	/** The same request with a model that the user chooses; languages are told to each model in its own spelling. */
	async withAnotherModel(request: RunRequest): Promise<RunRequest | undefined> {
		const { task, text, parameters = {} } = request;
		const inputs = formInputs(request);
		const choice = await this.chooseModel(task);
		if (!choice) {
			return undefined;
		}
		const given = omit(parameters, ...LANGUAGE_PARAMETERS);
		const known = this.knownParameters(task, choice.model, given, false);
		const answer = known
			? { text, inputs, parameters: known }
			: await this.form(task, choice.model, { text, inputs }, given);
		return (
			answer && {
				...withoutAnswered(request, answer.text),
				...choice,
				...requestParts(answer),
			}
		);
	}

	/** The same request with the inputs and parameters that the user changes in the form. */
	async changed(request: RunRequest): Promise<RunRequest | undefined> {
		const { task, model, text, parameters = {} } = request;
		const inputs = formInputs(request);
		const answer = await this.form(task, model, { text, inputs }, parameters);
		return (
			answer && {
				...withoutAnswered(request, answer.text),
				...(request.provider !== undefined && { provider: request.provider }),
				...requestParts(answer),
			}
		);
	}

	private async material({ text, inputs, material, task }: Wish): Promise<Material | undefined> {
		if (text !== undefined) {
			const input = await withoutTokens({ text, parts: [text] });
			return input && { kind: 'text', input };
		}
		return material ?? (inputs ? { kind: 'none' } : readMaterial(this.deps, task));
	}

	private async task(
		{ task }: Wish,
		material: Material,
	): Promise<{ task: Task; newModel: boolean } | undefined> {
		if (task) {
			return { task, newModel: false };
		}
		const choice = await pickTask(this.memory.lastTask, material, one => this.knownModel(one)?.model);
		if (choice) {
			await this.memory.rememberTask(choice.task);
		}
		return choice;
	}

	/** For a text that was given, none is fine: the text is then the whole message. Without a text, the instruction is. */
	private async instruction(wish: Wish, material: Material): Promise<UsedPrompt | undefined> {
		const { instruction: wished, ask, text } = wish;
		if (wished !== undefined) {
			return { instruction: namedInstruction(wished) ?? askInstruction(wished) };
		}
		if (ask || material.kind === 'none') {
			const instruction = await askForInstruction(this.estimate(wish, material));
			return instruction && { instruction };
		}
		if (text !== undefined) {
			return {};
		}
		const picked = await pickInstruction(
			this.memory.lastInstruction,
			this.deps.currentEditor(),
			this.estimate(wish, material),
		);
		if (picked) {
			await this.memory.rememberInstruction(picked.label);
		}
		return picked;
	}

	/** What a chat about the text will be, in words, where its model is known already. */
	private async estimate(wish: Wish, material: Material): Promise<string | undefined> {
		const known = wish.model === undefined ? this.knownModel('conversational') : parseModelChoice(wish.model);
		const choice = known && wish.target !== undefined ? { ...known, provider: wish.target } : known;
		const { text } = inputsOf('conversational', material);
		if (!choice || text === '') {
			return undefined;
		}
		try {
			const estimate = await this.deps.inference.estimate({ task: 'conversational', ...choice, text });
			return `${choice.model} · ${estimateWords(estimate)}`;
		} catch {
			// Nobody has asked for it, and the run itself says what is wrong.
			return undefined;
		}
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

	/**
	 * The parameters of a run without the form: the given ones, and the languages for a translation model with several, as they were
	 * chosen before. Nothing where those have to be asked for, which they are once, and again with a new model.
	 */
	private knownParameters(
		task: Task,
		model: string,
		given: Readonly<Record<string, unknown>> = {},
		askAgain = false,
	): Readonly<Record<string, unknown>> | undefined {
		if (task !== 'translation' || !needsLanguages(model) || given.tgt_lang !== undefined) {
			return given;
		}
		const { languages } = this.memory;
		return languages && !askAgain ? { ...given, ...languageParameters(model, languages) } : undefined;
	}

	/** Asks for all inputs and parameters on the page. What was put in the last time is there again, where nothing else is given. */
	private async form(
		task: Task,
		model: string,
		{ text, inputs }: GivenInputs,
		given: Readonly<Record<string, unknown>>,
	): Promise<RunFormAnswer | undefined> {
		const remembered = this.memory.form(task);
		const languages = task === 'translation' ? languageOptions(model) : [];
		const spoken =
			languages.length > 0 && this.memory.languages ? languageParameters(model, this.memory.languages) : {};
		const others = omit(remembered.parameters, ...LANGUAGE_PARAMETERS);
		const answer = await this.deps.askForm(
			runForm({
				task,
				model,
				text,
				inputs: { ...readInputValues(remembered.inputs), ...inputs },
				parameters: { ...others, ...spoken, ...given },
				options: languages.length > 0 ? { src_lang: languages, tgt_lang: languages } : {},
			}),
		);
		if (answer) {
			await this.memory.rememberForm(task, {
				inputs: besideMain(task, answer),
				parameters: answer.parameters,
			});
			const pair = languagePair(model, answer.parameters);
			await (pair && this.memory.rememberLanguages(pair));
		}
		return answer;
	}
}

/** What a form asks for, of a request that there is. */
function formInputs({ inputs, system }: RunRequest): InputValues {
	return { ...inputs, ...(system !== undefined && { system }) };
}

/** As much of a request as a form answers. The system prompt is an input in the form only. */
function requestParts({
	text,
	inputs,
	parameters,
}: {
	readonly text: string;
	readonly inputs: InputValues;
	readonly parameters: Readonly<Record<string, unknown>>;
}): Pick<RunRequest, 'text' | 'system' | 'inputs' | 'parameters'> {
	const { system, ...others } = inputs;
	return {
		text,
		...(typeof system === 'string' && { system }),
		...(Object.keys(others).length > 0 && { inputs: others }),
		...(Object.keys(parameters).length > 0 && { parameters }),
	};
}

/** A request without what a form or a choice of another model answers. A text that was changed is no longer that of the document. */
function withoutAnswered(request: RunRequest, text: string) {
	return omit(
		request,
		'provider',
		'system',
		'inputs',
		'parameters',
		...(text === request.text ? [] : (['source'] as const)),
	);
}

/** A prompt's model, unless the caller names one. */
function withPromptsModel(wish: Wish, { model }: UsedPrompt): Wish {
	return { ...(model !== undefined && { model }), ...wish };
}

/** A caller's own parameters go before those of a prompt's file. */
function parametersOf(asked: UsedPrompt, wish: Wish): RunRequest['parameters'] {
	const parameters = { ...asked.parameters, ...wish.parameters };
	return Object.keys(parameters).length > 0 ? parameters : undefined;
}
