import type { ToPage } from '../../src/shared/protocol';
import type { RunView } from '../../src/shared/run';
import { chat, run } from './runs';

const ANSWERS = [
	'It retries a call that fails. The wait doubles each time, up to the last attempt, whose failure is raised.',
	'It calls the function again after a failure. The wait doubles each time, and the last failure is raised.',
	'Retries.',
];
const MODELS = [
	['openai/gpt-oss-120b', 'cerebras'],
	['Qwen/Qwen3-235B-A22B-Instruct-2507', 'fireworks-ai'],
	['openai/gpt-oss-120b', 'groq'],
] as const;

/** Runs of one input that are compared, each with what is different about it. */
export function comparison(...own: ReadonlyArray<Partial<RunView>>): readonly RunView[] {
	return own.map((one, at) => {
		const [model, provider] = MODELS[at] ?? MODELS[0];
		return chat(ANSWERS[at] ?? '', {
			id: `compared-${at}`,
			group: 'group',
			model,
			provider,
			startedAt: run().startedAt + at,
			metrics: {
				durationMs: 1_200 + 700 * at,
				firstTokenMs: 130 + 210 * at,
				tokensPerSecond: 412 - 160 * at,
				usage: { promptTokens: 412, completionTokens: 288 + 40 * at },
				...(at < 2 && { cost: 0.000_2 * (at + 1) }),
			},
			...one,
		});
	});
}

const state = (...runs: readonly RunView[]): ToPage => ({ type: 'state', runs, selected: runs[0]?.id });

/** Comparisons, each as the messages that bring it about. */
export const COMPARISONS = {
	comparison: [state(...comparison({}, {}))],
	comparisonOfThree: [
		state(
			...comparison(
				{},
				{},
				{
					output: { kind: 'chat', content: 'It retries a', reasoning: '' },
					state: {
						type: 'failed',
						problem: {
							code: 'rateLimited',
							title: 'The rate limit is reached.',
							explanation: 'Try again in 55 seconds.',
							remedies: ['Run Again', 'Run with Another Model…'],
						},
					},
				},
			),
			chat('Another answer.', { id: 'other', title: 'Fix', startedAt: 1 }),
		),
	],
	comparisonRunning: [
		state(...comparison({ state: { type: 'running' } }, { state: { type: 'running' } })),
		{ type: 'delta', id: 'compared-0', channel: 'content', text: ' And so on.' },
	],
	comparisonOfLabels: [
		state(
			...[0.91, 0.55].map((score, at) =>
				run({
					id: `labels-${at}`,
					group: 'labels',
					task: 'text-classification',
					title: 'Classify',
					model: `a/model-${at}`,
					startedAt: at + 1,
					output: {
						kind: 'labels',
						labels: [
							{ label: 'POSITIVE', score },
							{ label: 'NEGATIVE', score: 1 - score },
						],
					},
					metrics: { durationMs: 90 + at },
				}),
			),
		),
	],
} as const satisfies Readonly<Record<string, readonly ToPage[]>>;
