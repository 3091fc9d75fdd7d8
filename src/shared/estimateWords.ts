import type { Estimate } from './draft';
import { formatCost } from './formatCost';
import { lazily } from './lazily';

const NUMBER = lazily(() => new Intl.NumberFormat('en'));

/** What a run will be, in a few words: `≈ 345 tokens in · ≈ $0.0003`. */
export function estimateWords({ promptTokens, isCounted, cost }: Estimate): string {
	const unit = promptTokens === 1 ? 'token' : 'tokens';
	const tokens = `${isCounted ? '' : '≈ '}${NUMBER().format(promptTokens)} ${unit} in`;
	return cost === undefined ? tokens : `${tokens} · ≈ ${formatCost(cost)}`;
}
