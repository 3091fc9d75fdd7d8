import type { Metrics } from '../shared/run';

/** What an answer took that was gone on with: both parts together; the first token is that of the first part. */
export function addMetrics(first: Metrics, second: Metrics): Metrics {
	const firstTokenMs = first.firstTokenMs ?? second.firstTokenMs;
	const tokensPerSecond = second.tokensPerSecond ?? first.tokensPerSecond;
	const usage = first.usage &&
		second.usage && {
			promptTokens: first.usage.promptTokens + second.usage.promptTokens,
			completionTokens: first.usage.completionTokens + second.usage.completionTokens,
		};
	return {
		durationMs: first.durationMs + second.durationMs,
		...(firstTokenMs !== undefined && { firstTokenMs }),
		...(tokensPerSecond !== undefined && { tokensPerSecond }),
		...(usage && { usage }),
		...(second.tokenName !== undefined && { tokenName: second.tokenName }),
		...(first.cost !== undefined && second.cost !== undefined && { cost: first.cost + second.cost }),
	};
}
