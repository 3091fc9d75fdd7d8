import * as vscode from 'vscode';
import type { FinishedRun } from '../api';
import type { CommandHandler, CommandId } from '../commandId';
import { guarded } from '../ui/guarded';
import { isRecord } from '../util/isRecord';
import type { EditorDeps } from './editorDeps';
import { fileOf } from './fileOf';
import { isUri } from './isUri';
import type { Material } from './material';
import { readDocument } from './readDocument';
import { readFileMaterial } from './readFileMaterial';
import { chooseDefaultProvider } from './chooseDefaultProvider';
import { createPrompt } from './prompts/createPrompt';
import { pickPrompt } from './prompts/pickPrompt';
import { usePrompt } from './prompts/usePrompt';
import { pickOtherModels } from './pickOtherModels';
import { readRunArguments } from './runArguments';
import { runOnSelection } from './runOnSelection';
import { RunQuestions, type Wish } from './runQuestions';

/** What each command fixes; its arguments may give more, and the rest is remembered or asked for. */
const WISHES = {
	'hfWorkbench.run': {},
	'hfWorkbench.explain': { task: 'conversational', instruction: 'explain' },
	'hfWorkbench.fix': { task: 'conversational', instruction: 'fix' },
	'hfWorkbench.document': { task: 'conversational', instruction: 'document' },
	'hfWorkbench.writeTests': { task: 'conversational', instruction: 'writeTests' },
	'hfWorkbench.ask': { task: 'conversational', ask: true },
	'hfWorkbench.summarize': { task: 'summarization' },
	'hfWorkbench.translate': { task: 'translation' },
	'hfWorkbench.classify': { task: 'text-classification' },
	'hfWorkbench.tagEntities': { task: 'token-classification' },
	'hfWorkbench.runWithForm': { form: true },
	'hfWorkbench.classifyByLabels': { task: 'zero-shot-classification' },
	'hfWorkbench.continueText': { task: 'text-generation' },
	'hfWorkbench.fillMask': { task: 'fill-mask' },
	'hfWorkbench.answerFromText': { task: 'question-answering' },
	'hfWorkbench.answerFromTable': { task: 'table-question-answering' },
	'hfWorkbench.compareMeanings': { task: 'sentence-similarity' },
	'hfWorkbench.embed': { task: 'feature-extraction' },
	'hfWorkbench.createImage': { task: 'text-to-image' },
	'hfWorkbench.createVideo': { task: 'text-to-video' },
	'hfWorkbench.readAloud': { task: 'text-to-speech' },
	'hfWorkbench.runOnFile': {},
	'hfWorkbench.describeImage': { task: 'image-to-text' },
	'hfWorkbench.classifyImage': { task: 'image-classification' },
	'hfWorkbench.findObjects': { task: 'object-detection' },
	'hfWorkbench.segmentImage': { task: 'image-segmentation' },
	'hfWorkbench.answerFromImage': { task: 'visual-question-answering' },
	'hfWorkbench.changeImage': { task: 'image-to-image' },
	'hfWorkbench.animateImage': { task: 'image-to-video' },
	'hfWorkbench.transcribe': { task: 'automatic-speech-recognition' },
	'hfWorkbench.classifySound': { task: 'audio-classification' },
	'hfWorkbench.cleanSound': { task: 'audio-to-audio' },
} as const satisfies Partial<Record<CommandId, Wish>>;

export type RunCommandId =
	| keyof typeof WISHES
	| 'hfWorkbench.runPrompt'
	| 'hfWorkbench.createPrompt'
	| 'hfWorkbench.chooseProvider'
	| 'hfWorkbench.compare';

/**
 * The file that a menu is about: of the Explorer, or of a tab; or a notebook's cell. Not the document that the user is in, whose selection is meant then.
 */
async function pointedAt(deps: EditorDeps, argument: unknown): Promise<Material | undefined> {
	const cell: unknown = isRecord(argument) && isRecord(argument.notebook) ? argument.document : undefined;
	if (isRecord(cell) && isUri(cell.uri)) {
		return readDocument(cell as unknown as vscode.TextDocument);
	}
	if (!isUri(argument)) {
		return undefined;
	}
	const uri = vscode.Uri.from(argument as vscode.Uri);
	const media = fileOf(uri);
	const isCurrent = deps.currentEditor()?.document.uri.toString() === uri.toString();
	return isCurrent && !media ? undefined : readFileMaterial(uri, media);
}

/** The commands that run a model on the selection or on a file. Each resolves with the finished run. */
export function runCommands(deps: EditorDeps): Readonly<Record<RunCommandId, CommandHandler>> {
	const run =
		(fixed: Wish): CommandHandler =>
		async argument => {
			const given = readRunArguments(argument);
			if ('error' in given) {
				void vscode.window.showErrorMessage(given.error);
				return undefined;
			}
			const material = await pointedAt(deps, argument);
			return runOnSelection(deps, { ...given.value, ...(material && { material }), ...fixed });
		};
	const handlers = Object.entries(WISHES).map(([id, fixed]) => [id, run(fixed)]);
	return guarded(deps.log, {
		...(Object.fromEntries(handlers) as Record<keyof typeof WISHES, CommandHandler>),
		'hfWorkbench.runPrompt': () => runPrompt(deps),
		'hfWorkbench.createPrompt': createPrompt,
		'hfWorkbench.compare': () => compareOnSelection(deps),
		'hfWorkbench.chooseProvider': () => chooseDefaultProvider(deps),
	});
}

/** Runs one of the folder's prompts on the selection. */
async function runPrompt(deps: EditorDeps): Promise<FinishedRun | undefined> {
	const prompt = await pickPrompt();
	const used = prompt && (await usePrompt(prompt, deps.currentEditor()));
	return used && runOnSelection(deps, { task: prompt.task, prompt: used });
}

/** Runs several models on the selection at once. */
async function compareOnSelection(deps: EditorDeps): Promise<readonly FinishedRun[] | undefined> {
	deps.preload();
	const request = await new RunQuestions(deps).request({});
	const others = request && (await pickOtherModels(deps.inference, request));
	return others && deps.compare([request, ...others]);
}
