import { describe } from 'mocha';
import { readAnswers } from '../../../../src/inference/outputs/readAnswers';
import { readBoxes } from '../../../../src/inference/outputs/readBoxes';
import { readClips } from '../../../../src/inference/outputs/readClips';
import { readCompletion } from '../../../../src/inference/outputs/readCompletion';
import { readFills } from '../../../../src/inference/outputs/readFills';
import { readMasks } from '../../../../src/inference/outputs/readMasks';
import { readPictureAnswers } from '../../../../src/inference/outputs/readPictureAnswers';
import { readPredictions } from '../../../../src/inference/outputs/readPredictions';
import { readTableAnswer } from '../../../../src/inference/outputs/readTableAnswer';
import { readTranscript } from '../../../../src/inference/outputs/readTranscript';
import { readZeroShot } from '../../../../src/inference/outputs/readZeroShot';
import { type IllegalAnswers, type ReadAnswers, testReaders } from './testReaders';

const picture = { mimeType: 'image/png', bytes: Uint8Array.of(1, 2) };
const table = { columns: ['a', 'b'], rows: [['1', '2']] };

const READ: readonly ReadAnswers[] = [
	[
		'a completion',
		readCompletion,
		[
			{ id: '1', choices: [{ text: 'on', finish_reason: 'stop' }] },
			{ choices: [{ message: { role: 'assistant', content: 'on' } }] },
			[{ generated_text: 'on' }],
			{ generated_text: 'on' },
		],
		{ kind: 'text', text: 'on' },
	],
	[
		'own labels',
		readZeroShot,
		[
			[
				{ label: 'a', score: 0.75 },
				{ label: 'b', score: 0.25 },
			],
			{ sequence: 's', labels: ['a', 'b'], scores: [0.75, 0.25] },
			[{ sequence: 's', labels: ['b', 'a'], scores: [0.25, 0.75] }],
		],
		{
			kind: 'labels',
			labels: [
				{ label: 'a', score: 0.75 },
				{ label: 'b', score: 0.25 },
			],
		},
	],
	[
		'a fill',
		answer => readFills(answer, 'I <mask>.'),
		[
			[{ score: 0.5, token: 7, token_str: ' am', sequence: 'I am.' }],
			[[{ score: 0.5, token: 7, token_str: 'am', sequence: 'I am.' }]],
		],
		{
			kind: 'fills',
			text: 'I <mask>.',
			mask: '<mask>',
			fills: [{ token: 'am', score: 0.5, sequence: 'I am.' }],
		},
	],
	[
		'a fill of a model that knows no capitals',
		answer => readFills(answer, 'Ada is [MASK].\nSo  it [MASK].'),
		[[{ score: 0.5, token: 7, token_str: 'Here', sequence: 'ada is Here. so it [MASK].' }]],
		{
			kind: 'fills',
			text: 'Ada is [MASK].\nSo  it [MASK].',
			mask: '[MASK]',
			fills: [{ token: 'Here', score: 0.5, sequence: 'Ada is Here.\nSo  it [MASK].' }],
		},
	],
	[
		'a fill that is a piece of a word',
		answer => readFills(answer, 'Quick [MASK].'),
		[[{ score: 0.5, token: 7, token_str: '##ly', sequence: 'quickly.' }]],
		{
			kind: 'fills',
			text: 'Quick [MASK].',
			mask: '[MASK]',
			fills: [{ token: '##ly', score: 0.5, sequence: 'Quickly.' }],
		},
	],
	[
		'a fill whose blank cannot be found',
		answer => readFills(answer, 'I _.'),
		[[{ score: 0.5, token: 7, token_str: 'am', sequence: 'i am.' }]],
		{
			kind: 'fills',
			text: 'I _.',
			mask: '[MASK]',
			fills: [{ token: 'am', score: 0.5, sequence: 'i am.' }],
		},
	],
	[
		'an answer, counted in code points, in UTF-16 or wrongly',
		answer => readAnswers(answer, 'Who?', '🤗 Ada is.'),
		[
			{ answer: 'Ada', score: 0.5, start: 2, end: 5 },
			[{ answer: 'Ada', score: 0.5, start: 3, end: 6 }],
			{ answer: 'Ada', score: 0.5, start: 99, end: 102 },
			{ answer: 'Ada', score: 0.5 },
		],
		{
			kind: 'answer',
			context: '🤗 Ada is.',
			question: 'Who?',
			answers: [{ text: 'Ada', score: 0.5, start: 3, end: 6 }],
		},
	],
	[
		'no answer',
		answer => readAnswers(answer, 'Who?', 'Text'),
		[{ answer: '', score: 0.5, start: 0, end: 0 }],
		{
			kind: 'answer',
			context: 'Text',
			question: 'Who?',
			answers: [{ text: '', score: 0.5, start: 0, end: 0 }],
		},
	],
	[
		'answers from a picture, with a score or without',
		readPictureAnswers,
		[[{ answer: '2', score: 1 }], [[{ answer: '2' }]], { answer: '2', score: 1, start: 0, end: 1 }],
		{ kind: 'labels', labels: [{ label: '2', score: 1 }] },
	],
	[
		'an answer from a table, with an aggregator or without',
		answer => readTableAnswer(answer, table),
		[
			{ answer: '2', coordinates: [[0, 1]], cells: ['2'], aggregator: 'NONE' },
			[
				{
					answer: '2',
					coordinates: [
						[0, 1],
						[9, 9],
					],
					cells: ['2'],
				},
			],
		],
		{ kind: 'table', ...table, cells: [[0, 1]], answer: '2' },
	],
	[
		'predictions',
		answer => readPredictions(answer, table, 'class'),
		[[5], ['5']],
		{ kind: 'table', columns: ['a', 'b', 'class'], rows: [['1', '2', '5']], cells: [[0, 2]] },
	],
	[
		'a box',
		answer => readBoxes(answer, picture),
		[[{ label: 'cat', score: 0.5, box: { xmin: 1, ymin: 2, xmax: 3, ymax: 4 } }]],
		{
			kind: 'boxes',
			image: picture,
			boxes: [{ label: 'cat', score: 0.5, xmin: 1, ymin: 2, xmax: 3, ymax: 4 }],
		},
	],
	['no box', answer => readBoxes(answer, picture), [[]], { kind: 'boxes', image: picture, boxes: [] }],
	[
		'a mask without a score',
		answer => readMasks(answer, picture),
		[[{ label: 'sky', mask: 'AQI=' }], [{ label: 'sky', mask: 'data:image/png;base64,AQI=', score: null }]],
		{ kind: 'masks', image: picture, masks: [{ label: 'sky', mask: picture }] },
	],
	[
		'a sound',
		readClips,
		[[{ label: 'voice', 'content-type': 'audio/flac', blob: 'AQI=' }]],
		{
			kind: 'audio',
			clips: [{ label: 'voice', audio: { mimeType: 'audio/flac', bytes: Uint8Array.of(1, 2) } }],
		},
	],
	[
		'a transcript',
		answer => readTranscript(answer, picture),
		[{ text: ' Hello' }, { output: 'Hello' }, { output: { transcription: 'Hello' } }, { output: ['Hello'] }],
		{ kind: 'transcript', text: 'Hello', audio: picture },
	],
	[
		'a transcript with times',
		answer => readTranscript(answer, picture),
		[
			{
				text: 'a b',
				chunks: [
					{ text: 'a', timestamp: [0, 1] },
					{ text: 'b', timestamp: [1, null] },
				],
			},
			{
				text: 'a b',
				segments: [
					{ text: 'a', start: 0, end: 1 },
					{ text: 'b', start: 1 },
				],
			},
		],
		{
			kind: 'transcript',
			text: 'a b',
			audio: picture,
			chunks: [
				{ text: 'a', start: 0, end: 1 },
				{ text: 'b', start: 1 },
			],
		},
	],
];

const ILLEGAL: readonly IllegalAnswers[] = [
	[readCompletion, [{}, { choices: [] }, [], null, 'secret']],
	[readZeroShot, [[], { labels: ['secret'], scores: [] }, [{ label: 'secret', score: 7 }]]],
	[answer => readFills(answer, 't'), [[], {}, [{ token_str: 'secret' }]]],
	[answer => readAnswers(answer, 'q', 'c'), [[], null, { answer: 'secret', score: 3 }]],
	[readPictureAnswers, [[], [{ score: 1 }], 'secret']],
	[answer => readTableAnswer(answer, table), [{}, [], 'secret', { answer: 7 }]],
	[answer => readPredictions(answer, table, 'c'), [[], [1, 2], [['secret']], {}]],
	[
		answer => readBoxes(answer, picture),
		[{}, [{ label: 'secret', score: 0.5 }], [{ label: 'a', score: 0.5, box: {} }]],
	],
	[answer => readMasks(answer, picture), [{}, [{ label: 'secret', mask: '<svg>' }], [{ mask: 'AQI=' }]]],
	[readClips, [{}, [], [{ label: 'secret' }], [{ blob: '' }]]],
	[answer => readTranscript(answer, picture), [{}, null, [], { output: {} }]],
];

describe('readers of the other answers', () => testReaders(READ, ILLEGAL));
