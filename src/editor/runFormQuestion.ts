import type { Task } from '../shared/task';
import { readInputValues } from '../inference/inputs/readInputValues';
import { omit } from '../util/omit';
import { besideMain } from './besideMain';
import type { RunRequest } from '../inference/runRequest';
import type { EditorDeps } from './editorDeps';
import type { GivenInputs } from './inputsOf';
import { LANGUAGE_PARAMETERS } from './languageParameters';
import { requestParts } from './requestParts';
import { runForm } from './runForm';
import type { RunFormAnswer } from './runFormParts';
import type { RunMemory } from './runMemory';
import { languageOptions, languagePair, languageParameters, needsLanguages } from './translationLanguages';

type FormSubject = Omit<RunRequest, 'text' | 'system' | 'inputs' | 'parameters'>;

/** What a task is given beside its model: what is known without a question, and the form that asks for the rest. */
export class RunFormQuestion {
	constructor(
		private readonly deps: Pick<EditorDeps, 'askForm' | 'inference'>,
		private readonly memory: RunMemory,
	) {}

	/**
	 * The parameters of a run without the form: the given ones, and the languages for a translation model with several, as they were
	 * chosen before. Nothing where those have to be asked for, which they are once, and again with a new model.
	 */
	known(
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

	/**
	 * Asks for all inputs and parameters on the page. What was put in the last time is there again, where nothing else is given. The
	 * `subject` is all of the request that is not asked for.
	 */
	async ask(
		subject: FormSubject,
		{ text, inputs }: GivenInputs,
		given: Readonly<Record<string, unknown>>,
	): Promise<RunFormAnswer | undefined> {
		const { task, model } = subject;
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
				estimate: read => this.deps.inference.estimate({ ...subject, ...requestParts(read) }),
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
