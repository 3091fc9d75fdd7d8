import type { Estimate } from '../shared/draft';
import type { Output, ToolCall } from '../shared/output';
import type { Problem } from '../shared/problem';
import type { DeltaChannel } from '../shared/protocol';
import type { FinishReason, Metrics, Waiting } from '../shared/run';

/**
 * What a run tells while it goes on. It starts with `started` or `failed` and ends with exactly one of `finished` and
 * `failed`; a run that was stopped ends with `failed` and the problem `cancelled`. `finished` only after a real end.
 * `started` comes again where the router's policy was asked for and the provider that it chose becomes known later.
 * `estimated` comes soon after a run has been sent whose model reads texts, of a chat also before `started`: what it will be, as far as
 * that is at hand.
 * `output` is the answer of a task that gives it all at once; the output of a chat is the sum of its deltas, and the
 * `toolCalls` that come once at its end.
 */
export type RunEvent =
	| { readonly type: 'started'; readonly model: string; readonly provider: string }
	| { readonly type: 'estimated'; readonly estimate: Estimate }
	| { readonly type: 'waiting'; readonly waiting: Waiting | undefined }
	| { readonly type: 'delta'; readonly channel: DeltaChannel; readonly text: string }
	| { readonly type: 'toolCalls'; readonly calls: readonly ToolCall[] }
	| { readonly type: 'output'; readonly output: Output }
	| { readonly type: 'finished'; readonly reason: FinishReason; readonly metrics: Metrics }
	| { readonly type: 'failed'; readonly problem: Problem; readonly metrics: Metrics };
