import { describe } from 'mocha';
import { readSimilarity } from '../../../../src/inference/outputs/readSimilarity';
import { readVector } from '../../../../src/inference/outputs/readVector';
import { readVectors } from '../../../../src/inference/outputs/readVectors';
import { type IllegalAnswers, type ReadAnswers, testReaders } from './testReaders';

const READ: readonly ReadAnswers[] = [
	[
		'a vector, pooled, in a list, or as embedding',
		readVector,
		[[1, 2], [[1, 2]], { data: [{ index: 0, embedding: [1, 2] }] }],
		{ kind: 'vector', values: [1, 2] },
	],
	[
		'the mean of a vector per token, and of how many it is',
		readVector,
		[
			[
				[0, 0],
				[2, 4],
			],
			[
				[
					[0, 0],
					[2, 4],
				],
			],
		],
		{ kind: 'vector', values: [1, 2], tokens: 2 },
	],
	[
		'the vectors of two texts, pooled, or as embeddings in any order',
		answer => readVectors(answer, ['a', 'b']),
		[
			[
				[1, 2],
				[3, 4],
			],
			{
				data: [
					{ index: 1, embedding: [3, 4] },
					{ index: 0, embedding: [1, 2] },
				],
			},
		],
		{
			kind: 'vectors',
			texts: ['a', 'b'],
			vectors: [
				[1, 2],
				[3, 4],
			],
		},
	],
	[
		'the vectors of two texts, one of them per token',
		answer => readVectors(answer, ['a', 'b']),
		[
			[
				[
					[0, 0],
					[2, 4],
				],
				[[3, 4]],
			],
		],
		{
			kind: 'vectors',
			texts: ['a', 'b'],
			vectors: [
				[1, 2],
				[3, 4],
			],
			tokens: [2, 1],
		},
	],
	[
		'likenesses',
		answer => readSimilarity(answer, ['a', 'b', 'c']),
		[[0.5, 0.25]],
		{ kind: 'similarity', source: 'a', sentences: ['b', 'c'], scores: [0.5, 0.25] },
	],
];

const ILLEGAL: readonly IllegalAnswers[] = [
	[readVector, [[], [[]], [[1], [1, 2]], ['secret'], [[[[[1]]]]], { data: [] }, [null]]],
	[
		answer => readVectors(answer, ['a', 'b']),
		[[], [1, 2], [[1]], [[1], [1, 2]], [['secret'], [1]], { data: [{ embedding: [1] }] }, null],
	],
	[answer => readSimilarity(answer, ['a', 'b']), [[], [1, 2], ['secret']]],
];

describe('readers of vectors', () => testReaders(READ, ILLEGAL));
