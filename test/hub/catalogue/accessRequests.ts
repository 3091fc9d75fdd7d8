import type { AccountName } from '../accounts';

/** What became of a request for access; `none` when it was never made. */
export type AccessState = 'none' | 'pending' | 'accepted' | 'rejected' | 'reset';

/** Requests by gated repository and account; whoever is not listed has not asked. */
const requests: Readonly<Record<string, Partial<Record<AccountName, AccessState>>>> = {
	'meta-llama/Llama-3.3-70B-Instruct': { ada: 'accepted', bram: 'pending' },
	'meta-llama/Llama-3.1-8B-Instruct': { ada: 'pending', bram: 'accepted' },
	'meta-llama/Llama-3.2-1B-Instruct': { ada: 'rejected', bram: 'accepted' },
	'meta-llama/Llama-Guard-4-12B': { ada: 'reset', bram: 'rejected' },
	'google/gemma-3-27b-it': { ada: 'accepted' },
	'google/gemma-3-4b-it': { bram: 'accepted' },
	'google/embeddinggemma-300m': { ada: 'pending' },
	'google/medgemma-4b-it': { ada: 'rejected', chiara: 'accepted' },
	'black-forest-labs/FLUX.1-dev': { ada: 'accepted', chiara: 'pending' },
	'acme/gated-support-chat': { bram: 'accepted', chiara: 'rejected' },
	'bigcode/the-stack-v2': { ada: 'accepted' },
};

export function accessState(id: string, account: string): AccessState {
	const states: Readonly<Partial<Record<string, AccessState>>> = requests[id] ?? {};
	return states[account] ?? 'none';
}
