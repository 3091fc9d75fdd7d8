import type { ModelRepo } from '../catalogue/repo';
import { HubError } from '../hubError';
import { answerQuestion } from './answerQuestion';
import { answerTable, type Table } from './answerTable';
import { type ClassifierName, CLASSIFIERS, classify } from './classify';
import { toCodePoints } from './codePoints';
import { cosine, embed } from './embed';
import { fillMask } from './fillMask';
import { recognizeEntities } from './recognizeEntities';
import { summarize } from './summarize';
import { classifyRows, type Columns, regress } from './tabular';
import { invalidInput, type Json, stringIn, TaskBody } from './taskBody';
import { type Language, readLanguage, translate } from './translate';
import { zeroShot } from './zeroShot';

function summarization(body: TaskBody, model: ModelRepo) {
	const isShort = model.variant === 'short';
	const maxWords = body.number('max_length', body.number('max_new_tokens', isShort ? 30 : 80));
	return body
		.texts()
		.map(text => ({ summary_text: summarize(text, { maxSentences: isShort ? 1 : 3, maxWords }) }));
}

/** The languages of a model: in its variant, or in the request for a model of many. */
function languagesOf(body: TaskBody, model: ModelRepo): readonly [Language, Language] {
	const [fixedFrom, fixedTo] = (model.variant ?? '').split('-').map(readLanguage);
	const from = fixedFrom ?? readLanguage(body.word('src_lang') ?? 'en');
	const to = fixedTo ?? readLanguage(body.word('tgt_lang') ?? 'fr');
	if (!from || !to) {
		throw invalidInput('`src_lang` and `tgt_lang` must be English, French, German or Spanish');
	}
	return [from, to];
}

function translation(body: TaskBody, model: ModelRepo) {
	const [from, to] = languagesOf(body, model);
	return body.texts().map(source => {
		const { text, unknown } = translate(source, from, to);
		const names = [...new Set(unknown)];
		const note = names.length === 0 ? '' : ` [not in the word list: ${names.join(', ')}]`;
		return { translation_text: text + note };
	});
}

function textClassification(body: TaskBody, model: ModelRepo) {
	const name = Object.hasOwn(CLASSIFIERS, model.variant ?? '')
		? (model.variant as ClassifierName)
		: 'sentiment';
	const topK = body.number('top_k', Infinity);
	return body.texts().map(text => classify(text, CLASSIFIERS[name]).slice(0, topK));
}

function tokenClassification(body: TaskBody) {
	const ignored = body.list('ignore_labels');
	const text = body.text();
	return recognizeEntities(text)
		.filter(({ entity_group: group }) => !ignored.includes(group))
		.map(entity => ({
			...entity,
			start: toCodePoints(text, entity.start),
			end: toCodePoints(text, entity.end),
		}));
}

function zeroShotClassification(body: TaskBody) {
	const labels = body.list('candidate_labels');
	if (labels.length === 0) {
		throw invalidInput('`parameters.candidate_labels` must not be empty');
	}
	return zeroShot(body.text(), labels, body.flag('multi_label'));
}

function fillMaskTask(body: TaskBody) {
	const fillings = fillMask(body.text(), body.number('top_k', 5), body.list('targets'));
	if (!fillings) {
		throw invalidInput('No mask_token ([MASK]) found on the input');
	}
	return fillings;
}

function questionAnswering(body: TaskBody) {
	const inputs = body.object();
	const context = stringIn(inputs, 'context');
	const found = answerQuestion(stringIn(inputs, 'question'), context);
	return { ...found, start: toCodePoints(context, found.start), end: toCodePoints(context, found.end) };
}

function tableQuestionAnswering(body: TaskBody) {
	const inputs = body.object();
	const { table } = inputs;
	if (typeof table !== 'object' || table === null) {
		throw invalidInput('`inputs.table` must be an object of columns');
	}
	const columns = Object.entries(table as Json).map(([name, cells]) => [
		name,
		Array.isArray(cells) ? cells.map(String) : [],
	]);
	return answerTable(stringIn(inputs, 'query', 'question'), Object.fromEntries(columns) as Table);
}

function featureExtraction(body: TaskBody) {
	const vectors = body.texts().map(text => embed(text));
	return body.isBatch ? vectors : vectors[0];
}

function sentenceSimilarity(body: TaskBody) {
	const inputs = body.object();
	const { sentences } = inputs;
	if (!Array.isArray(sentences)) {
		throw invalidInput('`inputs.sentences` must be a list of strings');
	}
	const source = embed(stringIn(inputs, 'source_sentence'));
	return sentences.map(sentence => cosine(source, embed(String(sentence))));
}

function columnsIn(body: TaskBody): Columns {
	const { data } = body.object();
	if (typeof data !== 'object' || data === null) {
		throw invalidInput('`inputs.data` must be an object of columns');
	}
	return data as Columns;
}

/** The tasks on texts and tables that are computed here. */
const tasks: Readonly<Record<string, (body: TaskBody, model: ModelRepo) => unknown>> = {
	'feature-extraction': featureExtraction,
	'fill-mask': fillMaskTask,
	'question-answering': questionAnswering,
	'sentence-similarity': sentenceSimilarity,
	summarization,
	'table-question-answering': tableQuestionAnswering,
	'tabular-classification': body => classifyRows(columnsIn(body)),
	'tabular-regression': body => regress(columnsIn(body)),
	'text-classification': textClassification,
	'token-classification': tokenClassification,
	translation,
	'zero-shot-classification': zeroShotClassification,
};

/** The answer of a model to the body of a task. Throws 400 for a task that is not computed here. */
export function runTask(task: string, model: ModelRepo, body: Json): unknown {
	const run = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
	if (!run) {
		throw new HubError(400, `Task ${task} is not supported by the loopback Hub`);
	}
	return run(new TaskBody(body), model);
}
