import type { RunRequest } from '../../../src/inference/runRequest';

/** A request with all that one can have, short of parameters. */
export const EXPLAIN: RunRequest = {
	task: 'conversational',
	model: 'a/one',
	text: 'let a;',
	instruction: { title: 'Explain', prompt: 'Explain it.' },
	source: {
		uri: 'file:///a.ts',
		fileName: 'a.ts',
		languageId: 'typescript',
		start: { line: 0, character: 0 },
		end: { line: 0, character: 6 },
	},
};
export const METRICS = { durationMs: 5, firstTokenMs: 2 };
