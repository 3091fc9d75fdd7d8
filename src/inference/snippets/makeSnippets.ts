import { type InferenceProvider, snippets } from '@huggingface/inference';
import { MODEL_LIBRARIES_UI_ELEMENTS, type ModelDataMinimal, type PipelineType } from '@huggingface/tasks';
import { isTask } from '../../shared/task';
import { answerShape } from '../answerShape';
import { buildMessages } from '../buildMessages';
import { canCall } from '../callSingle';
import { completionSnippets } from './completionSnippets';
import { fillSnippet } from './fillSnippet';
import type { Snippet, SnippetSubject } from './snippet';
import { snippetTexts } from './snippetTexts';
import { withParameters } from './withParameters';

const LANGUAGES = {
	python: { name: 'Python', languageId: 'python' },
	js: { name: 'JavaScript', languageId: 'javascript' },
	sh: { name: 'Shell', languageId: 'shellscript' },
} as const;

/** What the generator calls its clients, and what they are called where one gets them. */
const CLIENTS: Readonly<Record<string, string>> = {
	'huggingface.js': '@huggingface/inference',
	curl: 'cURL',
};

/** A chat's parameters that the generator has options for. */
const OPTIONS: ReadonlySet<string> = new Set(['temperature', 'max_tokens', 'top_p']);

/** What stands for a message until the code is made: a text that no generator escapes. */
const PLACE = 'hf-workbench-message-';

/**
 * Code that does the same as a run, or runs a model, from the client package's own generator, and from that of
 * `@huggingface/tasks` for transformers. The token is always `HF_TOKEN` of the environment: none is given to the generators.
 * They put texts into code as they are, which a quotation mark would end; so the texts are put in afterwards.
 */
export function makeSnippets(subject: SnippetSubject): readonly Snippet[] {
	const { model, pipelineTag, billTo, request } = subject;
	const isCompletion = request?.task === 'text-generation';
	const data: ModelDataMinimal = {
		id: model,
		pipeline_tag: pipelineTag as PipelineType,
		tags: pipelineTag === 'text-generation' && !isCompletion ? ['conversational'] : [],
		inference: '',
		mask_token: '[MASK]',
		library_name: 'transformers',
	};
	if (isCompletion) {
		return [...completionSnippets(subject, request), ...transformersSnippet(data)];
	}
	const messages = request?.task === 'conversational' ? buildMessages(request) : [];
	const options = {
		streaming: true,
		...(billTo && { billTo }),
		...(messages.length > 0 && {
			messages: messages.map(({ role }, at) => ({ role, content: `${PLACE}${at}` })),
		}),
		...request?.parameters,
	};
	const made = generate(subject, data, options);
	const texts = [
		...messages.map(({ content }, at) => ({ from: `"${PLACE}${at}"`, to: JSON.stringify(content) })),
		...(request ? snippetTexts(data, request) : []),
	];
	const own = made.map(({ language, client, content }): Snippet => {
		const { name, languageId } = LANGUAGES[language];
		const { code, left } = parametrized(content, client, subject);
		return {
			title: language === 'sh' ? 'cURL' : `${name} · ${CLIENTS[client] ?? client}`,
			languageId,
			code: noted(importing(fillSnippet(code, texts, language === 'sh')), languageId, left),
		};
	});
	const fetched = pipelineTag === 'text-generation' ? [fetchSnippet(subject, messages)] : [];
	return [...own, ...fetched, ...transformersSnippet(data)];
}

/** Of providers that the package cannot call for the task, the generator writes to the console; some forms it cannot make from an example. */
function generate(
	{ model, pipelineTag, provider, providerId }: SnippetSubject,
	data: ModelDataMinimal,
	options: Readonly<Record<string, unknown>>,
): ReturnType<typeof snippets.getInferenceSnippets> {
	const task = pipelineTag === 'text-generation' ? 'conversational' : pipelineTag;
	if (!isTask(task) || (provider !== 'auto' && !canCall(provider, task))) {
		// The router takes policies and providers that the package does not know, behind the name of a chat model.
		return task === 'conversational'
			? generate(
					{ model, pipelineTag, provider: 'auto', providerId: model },
					{ ...data, id: `${model}:${provider}` },
					options,
				)
			: [];
	}
	const mapping = {
		provider: provider as InferenceProvider,
		providerId,
		hfModelId: model,
		status: 'live',
		task,
	} as const;
	try {
		return snippets.getInferenceSnippets(data, provider as InferenceProvider, mapping, options);
	} catch {
		return [];
	}
}

/** A chat by `fetch` alone, for which the generator has no template. */
function fetchSnippet(
	{ model, provider, billTo, request }: SnippetSubject,
	messages: ReadonlyArray<{ readonly role: string; readonly content: unknown }>,
): Snippet {
	const body = {
		model: provider === 'auto' ? model : `${model}:${provider}`,
		messages: messages.length > 0 ? messages : [{ role: 'user', content: 'What is the capital of France?' }],
		...request?.parameters,
		...(request && answerShape(request)),
	};
	const code = [
		'const response = await fetch("https://router.huggingface.co/v1/chat/completions", {',
		'\tmethod: "POST",',
		'\theaders: {',
		'\t\tAuthorization: `Bearer ${process.env.HF_TOKEN}`,',
		'\t\t"Content-Type": "application/json",',
		...(billTo ? [`\t\t"X-HF-Bill-To": ${JSON.stringify(billTo)},`] : []),
		'\t},',
		`\tbody: JSON.stringify(${JSON.stringify(body, null, '\t').replaceAll('\n', '\n\t')}),`,
		'});',
		'const { choices } = await response.json();',
		'console.log(choices[0].message.content);',
	];
	return { title: 'JavaScript · fetch', languageId: 'javascript', code: code.join('\n') };
}

/** The generator has options for some of a chat's parameters alone, and takes a zero for none. */
function parametrized(
	content: string,
	client: string,
	{ provider, request }: SnippetSubject,
): ReturnType<typeof withParameters> {
	if (!request) {
		return { code: content, left: {} };
	}
	const { task, parameters = {} } = request;
	return task === 'conversational'
		? { code: content, left: withoutOptions({ ...parameters, ...answerShape(request) }) }
		: withParameters(content, { client, provider, task, parameters });
}

/** The ones of a chat that the generator passes over. */
function withoutOptions(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	return Object.fromEntries(Object.entries(values).filter(([name, value]) => !OPTIONS.has(name) || !value));
}

/** Parameters that there is no place for are named above the code. */
function noted(
	code: string,
	languageId: Snippet['languageId'],
	left: Readonly<Record<string, unknown>>,
): string {
	if (Object.keys(left).length === 0) {
		return code;
	}
	const mark = languageId === 'javascript' ? '//' : '#';
	// In JavaScript these two end a line, and with it the note.
	const written = JSON.stringify(left).replace(
		/[\u2028\u2029]/g,
		end => `\\u${end.charCodeAt(0).toString(16)}`,
	);
	return `${mark} The run's parameters, to be added: ${written}\n${code}`;
}

/** The generator's JavaScript reads files with a module that it does not import. */
function importing(code: string): string {
	return code.includes('fs.readFileSync') ? `import fs from "node:fs";\n${code}` : code;
}

/** For models that transformers can load on this machine; the generator says of the others that it does not know them. */
function transformersSnippet(data: ModelDataMinimal): readonly Snippet[] {
	const { pipeline_tag: tag } = data;
	const loading =
		MODEL_LIBRARIES_UI_ELEMENTS.transformers.snippets?.({
			...data,
			private: false,
			gated: false,
			likes: 0,
			downloads: 0,
			spaces: [],
			transformersInfo: { auto_model: 'AutoModel', ...(tag && { pipeline_tag: tag }) },
		} as never) ?? [];
	const code = loading.find(snippet => snippet.includes('pipeline('));
	return code === undefined ? [] : [{ title: 'Python · transformers', languageId: 'python', code }];
}
