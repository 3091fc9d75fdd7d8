import { canRunInference } from '../tokens/canRunInference';
import type { TokenRecord } from '../tokens/tokenRecord';
import { roleWords, tokenName } from '../ui/tokenWords';

/** `“vscode” of ada (fine-grained, can run inference).` after the verb; and what else there is to know about it. */
export function addedMessage(verb: 'Added' | 'Replaced', record: TokenRecord): string {
	const can = canRunInference(record);
	const facts = `${roleWords(record.role)}, ${can ? 'can' : 'cannot'} run inference`;
	const kept = record.isSessionOnly ? ' It is kept for this window only, until it closes or reloads.' : '';
	const sentence = `${verb} ${tokenName(record)} (${facts}).${kept}`;
	return can
		? sentence
		: `${sentence} To run models, a token needs the permission to make calls to Inference Providers.`;
}
