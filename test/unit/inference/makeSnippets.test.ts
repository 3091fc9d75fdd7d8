import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'mocha';
import type { RunRequest } from '../../../src/inference/runRequest';
import { makeSnippets } from '../../../src/inference/snippets/makeSnippets';
import { TASKS, type Task } from '../../../src/shared/task';

const HOSTILE = `It's "so" $HOME \`id\` $(id)\n\\ end '; touch /tmp/x; '`;

function tagOf(task: Task): string {
	return task === 'conversational' ? 'text-generation' : task;
}

function snippetsOf(request: RunRequest, provider = 'hf-inference') {
	const { model, task } = request;
	return makeSnippets({ model, pipelineTag: tagOf(task), provider, providerId: model, request });
}

function codeOf(request: RunRequest, title: string): string {
	const found = snippetsOf(request).find(snippet => snippet.title === title);
	assert.ok(found, title);
	return found.code;
}

const ask: RunRequest = {
	task: 'conversational',
	model: 'acme/chat',
	text: HOSTILE,
	parameters: { temperature: 0.5 },
};

describe('code for a run', () => {
	it('is there for each client of a chat', () => {
		assert.deepEqual(
			snippetsOf(ask).map(({ title }) => title),
			[
				'Python · openai',
				'Python · huggingface_hub',
				'Python · requests',
				'JavaScript · openai',
				'JavaScript · @huggingface/inference',
				'cURL',
				'JavaScript · fetch',
				'Python · transformers',
			],
		);
		for (const { title } of snippetsOf(ask).filter(one => one.title !== 'Python · transformers')) {
			assert.ok(codeOf(ask, title).includes('0.5'), title);
		}
	});

	for (const provider of ['fastest', 'quantumleap']) {
		it(`is there for each client of a chat that the router gives to ${provider}`, () => {
			const made = snippetsOf(ask, provider).filter(({ title }) => title !== 'Python · transformers');
			assert.equal(made.length, 7);
			for (const { code, title } of made) {
				assert.ok(code.includes(`"acme/chat:${provider}"`), `${title}:\n${code}`);
			}
		});
	}

	it('takes the token from the environment, whatever the task and the provider', () => {
		for (const task of TASKS) {
			for (const provider of ['hf-inference', 'auto', 'fal-ai', 'together']) {
				const made = makeSnippets({ model: 'a/b', pipelineTag: tagOf(task), provider, providerId: 'a/b' });
				for (const { title, code } of made.filter(({ code: one }) =>
					/router\.huggingface|InferenceClient/.test(one),
				)) {
					assert.ok(code.includes('HF_TOKEN'), `${task} ${provider} ${title}:\n${code}`);
					assert.ok(!/hf_token_placeholder|hf_[A-Za-z0-9]{8}/.test(code), `${task} ${provider} ${title}`);
				}
			}
		}
	});

	it('is a command of the shell that no text can break out of', () => {
		const code = codeOf(ask, 'cURL');
		const command = code.replace(/^curl/, 'printf "%s\\0"');
		const args = execFileSync('bash', ['-c', command], {
			encoding: 'utf8',
			env: { HF_TOKEN: 'x' },
			stdio: ['ignore', 'pipe', 'ignore'],
		}).split('\0');
		const body = JSON.parse(args[args.indexOf('-d') + 1] ?? '') as { messages: Array<{ content: string }> };
		assert.equal(body.messages.at(-1)?.content, HOSTILE);
	});

	it('is Python in which a text stays a text', () => {
		const code = codeOf({ task: 'summarization', model: 'a/b', text: HOSTILE }, 'Python · huggingface_hub');
		assert.ok(code.includes(JSON.stringify(HOSTILE)), code);
		assert.ok(!code.includes('Eiffel'), code);
	});

	for (const provider of ['hf-inference', 'featherless-ai', 'auto', 'fastest']) {
		it(`continues the run’s own text, and asks nothing as a chat: ${provider}`, () => {
			const request: RunRequest = {
				task: 'text-generation',
				model: 'a/b',
				text: HOSTILE,
				parameters: { max_new_tokens: 20, stop: ['END'] },
			};
			const made = snippetsOf(request, provider);
			assert.deepEqual(
				made.map(({ title }) => title),
				['Python · huggingface_hub', 'JavaScript · @huggingface/inference', 'Python · transformers'],
			);
			const [python = { code: '' }, js = { code: '' }, local = { code: '' }] = made;
			const named = provider === 'fastest' ? 'auto' : provider;
			for (const { code } of [python, js]) {
				assert.ok(code.includes(JSON.stringify(HOSTILE)) && code.includes(`"${named}"`), code);
			}
			assert.match(python.code, /client\.text_generation\(/);
			assert.match(python.code, /\n    max_new_tokens=20,\n    stop=\["END"\],\n\)/);
			assert.match(js.code, /client\.textGeneration\(/);
			assert.ok(js.code.includes('parameters: {"max_new_tokens":20,"stop":["END"]},'), js.code);
			assert.doesNotMatch(made.map(({ code }) => code).join('\n'), /capital of France|messages/);
			assert.match(local.code, /pipeline\(/);
		});
	}

	it('says what the answer of a chat must look like, the tools, and all parameters', () => {
		const request: RunRequest = {
			...ask,
			parameters: { temperature: 0, seed: 3, max_tokens: 9 },
			schema: { name: 'city', schema: { type: 'object' } },
			tools: [{ type: 'function', function: { name: 'get_weather' } }],
		};
		for (const { title, code } of snippetsOf(request).filter(one => one.title !== 'Python · transformers')) {
			for (const part of [
				'"json_schema"',
				'"city"',
				'"get_weather"',
				'"tools"',
				'"response_format"',
				'"seed"',
			]) {
				assert.ok(code.includes(part), `${part} ${title}:\n${code}`);
			}
			assert.equal(code.includes('to be added'), title !== 'JavaScript · fetch', title);
			assert.ok(code.includes('"temperature":0') || code.includes('"temperature": 0'), title);
		}
	});

	it('has no line end in a note, whatever is in the parameters', () => {
		const request: RunRequest = { ...ask, parameters: { stop: ['a\u2028alert(1)\nb'] } };
		const code = codeOf(request, 'JavaScript · openai');
		assert.match(code.split(/[\n\u2028\u2029]/, 1)[0] ?? '', /alert\(1\)\\nb"\]\}$/);
	});

	it('asks the run’s own question of its own text', () => {
		const request: RunRequest = {
			task: 'question-answering',
			model: 'a/b',
			text: 'Ada lives in Bath.',
			inputs: { question: 'Where?' },
		};
		for (const { title, code } of snippetsOf(request).filter(one => one.title !== 'Python · transformers')) {
			assert.ok(code.includes('Ada lives in Bath.') && code.includes('Where?'), `${title}:\n${code}`);
			assert.ok(!code.includes('Clara'), title);
		}
	});

	it('names the run’s own labels, file and table', () => {
		const labels = codeOf(
			{ task: 'zero-shot-classification', model: 'a/b', text: 'x', inputs: { labels: ['money', 'weather'] } },
			'Python · requests',
		);
		assert.ok(labels.includes('["money","weather"]') && !labels.includes('refund'), labels);
		const image = { uri: 'file:///a/it’s.png', name: "it's.png", mimeType: 'image/png' };
		const file: RunRequest = { task: 'image-classification', model: 'a/b', text: '', inputs: { image } };
		assert.ok(codeOf(file, 'Python · huggingface_hub').includes(`"it's.png"`));
		assert.ok(codeOf(file, 'cURL').includes(String.raw`@'it'\''s.png'`), codeOf(file, 'cURL'));
		const table = codeOf(
			{
				task: 'table-question-answering',
				model: 'a/b',
				text: '',
				inputs: { question: 'How many?', table: { columns: ['a'], rows: [['1']] } },
			},
			'Python · huggingface_hub',
		);
		assert.ok(
			table.includes('{"a":["1"]}') && table.includes('How many?') && !table.includes('Repository'),
			table,
		);
	});

	const summary: RunRequest = {
		task: 'summarization',
		model: 'a/b',
		text: 'x',
		parameters: { max_length: 9 },
	};
	const labels: RunRequest = {
		task: 'zero-shot-classification',
		model: 'a/b',
		text: 'x',
		inputs: { labels: ['money'] },
		parameters: { multi_label: true, hypothesis_template: "It's {}." },
	};
	const picture: RunRequest = {
		task: 'text-to-image',
		model: 'a/b',
		text: 'x',
		parameters: { seed: 3 },
	};
	const changed: RunRequest = {
		task: 'image-to-image',
		model: 'a/b',
		text: '',
		inputs: { image: { uri: 'file:///a.png', name: 'a.png', mimeType: 'image/png' }, prompt: 'night' },
		parameters: { guidance_scale: 2 },
	};
	const PLACES: ReadonlyArray<readonly [RunRequest, title: string, provider: string, written: string]> = [
		[summary, 'Python · huggingface_hub', 'hf-inference', 'generate_parameters={"max_length": 9},\n)'],
		[summary, 'Python · requests', 'hf-inference', '"parameters": {"max_length": 9},\n    "inputs": "x"'],
		[summary, 'JavaScript · @huggingface/inference', 'hf-inference', '\tparameters: {"max_length":9},\n'],
		[summary, 'JavaScript · fetch', 'hf-inference', 'query({ parameters: {"max_length":9}, inputs: "x" })'],
		[summary, 'cURL', 'hf-inference', '"parameters": {"max_length":9},\n        "inputs": "x"'],
		[
			labels,
			'Python · requests',
			'hf-inference',
			'"parameters": {"multi_label": True, "hypothesis_template": "It\'s {}.", "candidate_labels": ["money"]}',
		],
		[
			labels,
			'cURL',
			'hf-inference',
			String.raw`"hypothesis_template":"It'\''s {}.", "candidate_labels": ["money"]}`,
		],
		[picture, 'Python · huggingface_hub', 'fal-ai', '    seed=3,\n)'],
		[picture, 'JavaScript · @huggingface/inference', 'fal-ai', 'parameters: {"seed":3},'],
		[
			changed,
			'JavaScript · @huggingface/inference',
			'hf-inference',
			'parameters: { "guidance_scale":2, prompt: "night", }',
		],
		[changed, 'Python · huggingface_hub', 'hf-inference', '    guidance_scale=2,\n)'],
	];
	for (const [request, title, provider, written] of PLACES) {
		it(`has the run’s parameters where they belong: ${request.task}, ${title}`, () => {
			const code = snippetsOf(request, provider).find(snippet => snippet.title === title)?.code ?? '';
			assert.ok(code.includes(written), code);
			assert.ok(!code.includes('to be added'), code);
		});
	}

	it('says which parameters it leaves out: other providers’ bodies have names of their own for them', () => {
		const code = snippetsOf(picture, 'fal-ai').find(({ title }) => title === 'JavaScript · fetch')?.code;
		assert.match(code ?? '', /^\/\/ The run's parameters, to be added: \{"seed":3\}/);
	});

	it('imports what it reads files with', () => {
		assert.match(codeOf(changed, 'JavaScript · fetch'), /^import fs from "node:fs";/);
	});
});
