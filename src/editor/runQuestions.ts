import type { RunArguments } from '../api';
import { askInstruction } from '../inference/askInstruction';
import { readInputValues } from '../inference/inputs/readInputValues';
import type { InputValues } from '../inference/inputs/inputValue';
import type { RunRequest } from '../inference/runRequest';
import type { Task } from '../shared/task';
import { omit } from '../util/omit';
import type { EditorDeps } from './editorDeps';
import { estimateRun } from './estimateRun';
import { inputsOf } from './inputsOf';
import { LANGUAGE_PARAMETERS } from './languageParameters';
import type { Material } from './material';
import { missingInputs } from './missingInputs';
import { ModelQuestion } from './modelQuestion';
import { namedInstruction } from './namedInstruction';
import { askForInstruction, pickInstruction } from './pickInstruction';
import { pickTask, type TaskChoice } from './pickTask';
import { readMaterial } from './readMaterial';
import { requestParts } from './requestParts';
import type { UsedPrompt } from './prompts/usePrompt';
import { RunFormQuestion } from './runFormQuestion';
import { RunMemory } from './runMemory';
import { withoutTokens } from './withoutTokens';

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
	private readonly models: ModelQuestion;
	private readonly forms: RunFormQuestion;

	constructor(private readonly deps: EditorDeps) {
		this.memory = new RunMemory(deps.memento);
		this.models = new ModelQuestion(deps, this.memory);
		this.forms = new RunFormQuestion(deps, this.memory);
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
		const main = inputsOf(task, material);
		if (!asked) {
			return undefined;
		}
		const { text, inputs } = main;
		const question = {
			text,
			inputs,
			...(asked.system !== undefined && { system: asked.system }),
			...(asked.instruction && { instruction: asked.instruction }),
		};
		const model = await this.models.of(task, withPromptsModel(wish, asked), question, chosen.newModel);
		if (!model) {
			return undefined;
		}
		const given = {
			text,
			inputs: {
				...inputs,
				...(asked.system !== undefined && { system: asked.system }),
				...readInputValues(wish.inputs),
			},
		};
		const fixed = parametersOf(asked, wish);
		const known = this.forms.known(task, model.model, fixed, chosen.newModel);
		const needsForm =
			wish.form === true ||
			known === undefined ||
			// Whoever gives inputs by an argument has left out what is not among them.
			missingInputs(task, given, wish.inputs === undefined).length > 0;
		const answer = needsForm
			? await this.forms.ask(
					{ task, ...model, ...(asked.instruction && { instruction: asked.instruction }) },
					given,
					known ?? fixed ?? {},
				)
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

	/**
	 * The same request with a model that the user chooses; languages are told to each model in its own spelling. `whole`: with what was
	 * said before it, which is read by the model, too.
	 */
	async withAnotherModel(request: RunRequest, whole: RunRequest): Promise<RunRequest | undefined> {
		const { task, text, parameters = {} } = request;
		const inputs = formInputs(request);
		const choice = await this.models.ask(task, whole);
		if (!choice) {
			return undefined;
		}
		const given = omit(parameters, ...LANGUAGE_PARAMETERS);
		const known = this.forms.known(task, choice.model, given, false);
		const answer = known
			? { text, inputs, parameters: known }
			: await this.forms.ask({ ...withoutAnswered(whole, text), ...choice }, { text, inputs }, given);
		return (
			answer && {
				...withoutAnswered(request, answer.text),
				...choice,
				...requestParts(answer),
			}
		);
	}

	/** The same request with the inputs and parameters that the user changes in the form; `whole` as above. */
	async changed(request: RunRequest, whole: RunRequest): Promise<RunRequest | undefined> {
		const { text, provider, parameters = {} } = request;
		const inputs = formInputs(request);
		const from = provider === undefined ? {} : { provider };
		const subject = { ...withoutAnswered(whole, text), ...from };
		const answer = await this.forms.ask(subject, { text, inputs }, parameters);
		return (
			answer && {
				...withoutAnswered(request, answer.text),
				...from,
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

	private async task(wish: Wish, material: Material): Promise<TaskChoice | undefined> {
		if (wish.task) {
			return { task: wish.task, newModel: false };
		}
		const choice = await pickTask(this.memory.lastTask, material, {
			model: task => this.models.known(task, wish)?.model,
			estimate: task => this.estimate(task, wish, material),
		});
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
			const instruction = await askForInstruction(this.chatEstimate(wish, material));
			return instruction && { instruction };
		}
		if (text !== undefined) {
			return {};
		}
		const picked = await pickInstruction(
			this.memory.lastInstruction,
			this.deps.currentEditor(),
			this.chatEstimate(wish, material),
		);
		if (picked) {
			await this.memory.rememberInstruction(picked.label);
		}
		return picked;
	}

	/** What a run on the material will be, in words, where its model is known already. */
	private async estimate(task: Task, wish: Wish, material: Material): Promise<string | undefined> {
		const choice = this.models.known(task, wish);
		const given = inputsOf(task, material);
		return choice && given.text !== ''
			? estimateRun(this.deps.inference, { task, ...choice, ...given })
			: undefined;
	}

	/** The same of a chat, with its model: no other row of the question says it. */
	private async chatEstimate(wish: Wish, material: Material): Promise<string | undefined> {
		const words = await this.estimate('conversational', wish, material);
		const model = this.models.known('conversational', wish)?.model;
		return words && model && `${model} · ${words}`;
	}
}

/** What a form asks for, of a request that there is. */
function formInputs({ inputs, system }: RunRequest): InputValues {
	return { ...inputs, ...(system !== undefined && { system }) };
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
