import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fillPrompt, parsePrompt } from '../../../src/editor/prompts/parsePrompt';
import { readYaml } from '../../../src/util/readYaml';

const parse = (text: string) => parsePrompt('review', text, readYaml);

describe('a prompt of the user’s own', () => {
	it('is all that its file says', () => {
		assert.deepEqual(
			parse(`---
title: Review
description: Finds what is wrong
model: Qwen/Qwen3-32B:groq
system: You review code.
parameters:
  temperature: 0.2
  stop: [END]
variables:
  reader: Who reads it?
  depth:
    description: How deep?
    options: [quick, thorough]
    default: quick
  unused: Nobody asks
---

Review {{ file }} for {{reader}}, {{depth}}. {{more}}
`),
			{
				prompt: {
					title: 'Review',
					description: 'Finds what is wrong',
					task: 'conversational',
					model: 'Qwen/Qwen3-32B:groq',
					system: 'You review code.',
					parameters: { temperature: 0.2, stop: ['END'] },
					variables: [
						{ name: 'reader', description: 'Who reads it?', options: [] },
						{ name: 'depth', description: 'How deep?', options: ['quick', 'thorough'], default: 'quick' },
						{ name: 'more', description: '', options: [] },
					],
					text: 'Review {{ file }} for {{reader}}, {{depth}}. {{more}}',
				},
			},
		);
	});

	it('needs nothing but words', () => {
		assert.deepEqual(parse('Explain it.\n'), {
			prompt: {
				title: 'review',
				description: '',
				task: 'conversational',
				variables: [],
				text: 'Explain it.',
			},
		});
	});

	it('may be for another task, which needs no words', () => {
		const reading = parse('---\ntask: summarization\nparameters: {max_length: 60}\n---\n');
		assert.ok('prompt' in reading && reading.prompt.task === 'summarization');
	});

	const variablesOf = (text: string) => {
		const reading = parse(text);
		return 'prompt' in reading ? reading.prompt.variables.map(({ name }) => name) : reading.error;
	};

	it('asks for what only its system prompt names, too', () => {
		const head = '---\nsystem: You write for {{reader}} in {{language}}, {{tone}}.\n';
		assert.deepEqual(variablesOf(`${head}variables: {reader: Who?, unused: No?}\n---\nExplain {{what}}.`), [
			'reader',
			'tone',
			'what',
		]);
	});

	it('asks for nothing that another task has no use for', () => {
		const reading = parse(
			'---\ntask: summarization\nsystem: For {{a}}.\nvariables: {b: Which?}\n---\nOf {{b}}.',
		);
		assert.ok('prompt' in reading);
		assert.deepEqual([reading.prompt.variables, reading.prompt.system], [[], undefined]);
	});

	for (const [text, error] of [
		['---\na: [\n---\nHi', /^Its front matter is not YAML: /],
		['---\n- a\n---\nHi', /^Its front matter must have names/],
		['---\ntitle: x\n---\n', /^It says nothing/],
		['---\ntask: dancing\n---\nHi', /^“task” must be one of/],
		['---\nparameters: 3\n---\nHi', /^“parameters” must/],
	] as const) {
		it(`says why ${JSON.stringify(text)} is none`, () => {
			const reading = parse(text);
			assert.ok('error' in reading);
			assert.match(reading.error, error);
		});
	}

	it('takes a value as it is, though it looks like a variable', () => {
		assert.equal(fillPrompt('{{a}} {{ b }} {{c}}', { a: '{{b}}', b: '$1' }), '{{b}} $1 {{c}}');
	});
});
