import type { ToPage } from '../../src/shared/protocol';
import type { RunView } from '../../src/shared/run';
import { COMPARISONS } from './comparisons';
import { FORMS } from './forms';
import { OUTPUTS } from './outputs';
import { chat, run, runningChat } from './runs';

const metrics = {
	durationMs: 2_340,
	firstTokenMs: 312,
	tokensPerSecond: 96.4,
	usage: { promptTokens: 412, completionTokens: 1_188 },
	cost: 0.000_12,
};

const answer = `This decorator **retries** a call that fails, with a wait that doubles each time.

## How it works

1. \`retry(times, wait)\` takes its settings and gives the decorator.
2. The wrapper calls \`fn\`:
   - a success is returned at once,
   - a failure waits \`wait * 2 ** n\` seconds.

\`\`\`python
import functools
import time


def retry(times: int = 3, wait: float = 0.5):
    """Call the function again after a failure."""  # the last failure is raised

    def decorate(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            for attempt in range(times):
                try:
                    return fn(*args, **kwargs)
                except ConnectionError as error:
                    if attempt == times - 1:
                        raise RuntimeError(f"gave up after {times} attempts") from error
                    time.sleep(wait * 2**attempt)

        return wrapper

    return decorate
\`\`\`

| Attempt | Wait | Total |
|:--------|:----:|------:|
| 1 | 0.5 s | 0.5 s |
| 2 | 1 s | 1.5 s |
| 3 | – | 1.5 s |

> **Note** Jitter keeps clients from coming back together; see [the paper](https://example.org/backoff) or https://example.org/jitter.

![A curve of the waits](https://example.org/curve.png)

---

Without a limit on the total time, \`times=20\` would wait for *six days*.`;

const reasoning = `The user wants an explanation of \`retry\`. Let me look at the parts:

- the decorator takes \`times\` and \`wait\`,
- the inner loop sleeps \`wait * 2**attempt\`.

I should mention jitter.`;

const english =
	'Ada Lovelace met Charles Babbage in London in 1833. She later worked with the Analytical Engine, ' +
	'which IBM and the Science Museum in South Kensington honoured much later.';

function spanOf(word: string, label: string, score: number) {
	const start = english.indexOf(word);
	return { start, end: start + word.length, label, score };
}

const spans: RunView = run({
	id: 'spans',
	task: 'token-classification',
	title: 'Find Entities',
	model: 'dslim/bert-base-NER',
	provider: 'hf-inference',
	input: english,
	output: {
		kind: 'spans',
		text: english,
		spans: [
			spanOf('Ada Lovelace', 'PER', 0.9991),
			spanOf('Charles Babbage', 'PER', 0.998),
			spanOf('London', 'LOC', 0.9997),
			spanOf('1833', 'DATE', 0.91),
			spanOf('Analytical Engine', 'MISC', 0.88),
			spanOf('IBM', 'ORG', 0.997),
			spanOf('Science Museum in South Kensington', 'ORG', 0.93),
			spanOf('South Kensington', 'LOC', 0.97),
			spanOf('much later', 'TIME', 0.4),
		],
	},
	metrics: { durationMs: 187 },
	canInsert: true,
	canReplace: false,
});

const labels: RunView = run({
	id: 'labels',
	task: 'text-classification',
	title: 'Classify',
	model: 'SamLowe/roberta-base-go_emotions',
	provider: 'hf-inference',
	input: 'I did not expect this to work so well!',
	output: {
		kind: 'labels',
		labels: [
			{ label: 'surprise', score: 0.7312 },
			{ label: 'admiration', score: 0.1954 },
			{ label: 'joy', score: 0.0418 },
			{ label: 'a label that is so long that it has to be broken over several lines', score: 0.0311 },
			{ label: 'grief', score: 0.0001 },
		],
	},
	metrics: { durationMs: 95, cost: 0 },
	canInsert: true,
	canReplace: false,
});

const translation: RunView = run({
	id: 'translation',
	task: 'translation',
	title: 'Translate to German',
	model: 'facebook/nllb-200-distilled-600M',
	provider: 'hf-inference',
	input: 'Good morning.\n\n\tHow are you?',
	output: { kind: 'text', text: 'Guten Morgen.\n\n\tWie geht es Ihnen?' },
	metrics: { durationMs: 430, usage: { promptTokens: 9, completionTokens: 12 } },
});

const failed = (own: Partial<RunView>): RunView =>
	run({
		id: 'failed',
		title: 'Write Tests',
		model: 'meta-llama/Llama-3.3-70B-Instruct',
		state: {
			type: 'failed',
			problem: {
				code: 'credits',
				title: 'The account’s credits are used up.',
				explanation:
					'You have exceeded your monthly included credits for Inference Providers. Buy credits, or choose who pays.',
				remedies: ['Buy Credits', 'Run with Another Model…', 'Switch Token…'],
			},
		},
		...own,
	});

const state = (...runs: readonly RunView[]): ToPage => ({
	type: 'state',
	runs,
	selected: runs[0]?.id,
});

const others: readonly RunView[] = [
	translation,
	labels,
	failed({ startedAt: run().startedAt - 86_400_000 }),
	run({ id: 'stopped', title: 'Document', state: { type: 'stopped' }, startedAt: run().startedAt - 120_000 }),
];

function withoutSource(view: RunView): RunView {
	return Object.fromEntries(Object.entries(view).filter(([key]) => key !== 'source')) as unknown as RunView;
}

const turn = (id: string, after: number, own: Partial<RunView>): RunView => {
	const plain = chat('', {
		id,
		parent: 'run-1',
		input: '',
		startedAt: run().startedAt + after,
		canReplace: false,
	});
	return { ...withoutSource(plain), ...own };
};

/** A selection explained, and asked about in two branches. */
export const CONVERSATION: readonly RunView[] = [
	chat(answer.slice(0, 420), { metrics, prompt: 'Explain this passage.' }),
	turn('branch-1', 60_000, {
		title: 'What if it never succeeds?',
		prompt: 'What if it never succeeds?',
		output: { kind: 'chat', content: 'Then the last failure is raised.', reasoning: '' },
	}),
	turn('branch-2', 120_000, {
		title: 'What if it never succeeds, and the caller has a deadline of its…',
		prompt:
			'What if it never succeeds, and the caller has a deadline of its own?\n\nSee the test that is attached.',
		attachments: [
			{ kind: 'text', name: 'test_retry.py:12–31', detail: '20 lines' },
			{ kind: 'image', name: 'waits.png', detail: '34 kB' },
		],
		settings: { system: 'Be brief.' },
		output: {
			kind: 'chat',
			content: 'It waits past the deadline.\n\n```python\nraise TimeoutError\n```',
			reasoning: '',
		},
		metrics,
	}),
];

export const DRAFT: ToPage = {
	type: 'draft',
	id: 'branch-2',
	draft: {
		model: 'Qwen/Qwen3-8B',
		provider: 'nscale',
		attachments: [{ kind: 'text', name: 'retry.py', detail: '80 lines' }],
		fields: [
			{
				name: 'max_tokens',
				type: 'integer',
				title: 'Longest answer',
				help: 'In tokens, reasoning included. At most 40,960.',
				minimum: 1,
				maximum: 40_960,
			},
			{
				name: 'temperature',
				type: 'number',
				title: 'Temperature',
				help: '0 is the most predictable.',
				minimum: 0,
				maximum: 2,
			},
			{
				name: 'reasoning_effort',
				type: 'choice',
				title: 'Reasoning effort',
				help: 'How long the model thinks; only for models that do.',
				choices: ['low', 'high'],
			},
			{ name: 'stop', type: 'list', title: 'Stop at', help: 'Ends before the first.', maximum: 4 },
		],
		hints: ['This provider does not say that it supports tools.'],
	},
};

/** Every kind of output and every state, each as the messages that bring it about. */
export const SCENARIOS = {
	empty: [{ type: 'state', runs: [], selected: undefined }],
	chat: [state(chat(answer, { metrics }, reasoning), ...others)],
	reasoning: [
		state(runningChat(), translation),
		{ type: 'delta', id: 'run-1', channel: 'reasoning', text: reasoning },
	],
	streaming: [
		state(runningChat({ estimate: { promptTokens: 1240, isCounted: false, cost: 0.0004 } })),
		{ type: 'delta', id: 'run-1', channel: 'reasoning', text: reasoning },
		{ type: 'delta', id: 'run-1', channel: 'content', text: answer.slice(0, 700) },
	],
	waiting: [
		state(
			runningChat({ state: { type: 'running', waiting: { why: 'loading', until: Date.now() + 42_000 } } }),
		),
	],
	conversation: [{ type: 'state', runs: CONVERSATION, selected: 'branch-2' }, DRAFT],
	toolCalls: [
		state(
			run({
				title: 'Is it raining in Bath?',
				prompt: 'Is it raining in Bath?',
				input: '',
				state: { type: 'finished', reason: 'toolCalls' },
				output: {
					kind: 'chat',
					content: '',
					reasoning: '',
					toolCalls: [{ id: '1', name: 'weather', arguments: '{"place":"Bath"}' }],
				},
			}),
		),
	],
	checked: [
		state(
			chat('```json\n{"name": 3}\n```', {
				check: { complaints: ['name: Instance type "number" is invalid. Expected "string".'] },
			}),
		),
	],
	text: [state(translation)],
	labels: [state(labels, translation)],
	spans: [state(spans)],
	...OUTPUTS,
	...COMPARISONS,
	...FORMS,
	stopped: [state(chat(answer.slice(0, 420), { state: { type: 'stopped' } }))],
	cutOff: [state(chat(answer.slice(0, 420), { state: { type: 'finished', reason: 'length' }, metrics }))],
	failed: [state(failed({}))],
	failedLate: [
		state(
			failed({ output: { kind: 'chat', content: answer.slice(0, 180), reasoning: '' } }),
			...others.slice(0, 2),
		),
	],
	emptyAnswer: [state(chat(''))],
	rightToLeft: [
		state(
			chat('هذا **مثال** على نص عربي مع `code` في السطر.\n\n- أول\n- ثان\n\n```js\nconst x = 1;\n```', {
				title: 'اشرح',
			}),
		),
	],
} as const satisfies Readonly<Record<string, readonly ToPage[]>>;
