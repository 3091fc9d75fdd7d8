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
	'acme/gated-support-chat': { bram: 'accepted', chiara: 'pending' },
	'bigcode/the-stack-v2': { ada: 'accepted' },
};

/** One request for access to one repository. */
export interface AccessEntry {
	readonly account: AccountName;
	readonly state: Exclude<AccessState, 'none'>;
	/** ISO 8601. */
	readonly timestamp: string;
	/** The account that let it in, where one did. */
	readonly grantedBy?: string;
}

const madeAt = '2026-03-04T05:06:07.890Z';

/** The requests of one running Hub: those of the catalogue, and what has been asked and answered since. */
export class AccessRequests {
	private readonly entries = new Map<string, AccessEntry>();

	constructor() {
		this.reset();
	}

	/** Forgets every change. */
	reset(): void {
		this.entries.clear();
		for (const [id, states] of Object.entries(requests)) {
			for (const [account, state] of Object.entries(states) as Array<[AccountName, AccessState]>) {
				this.set(id, account, state);
			}
		}
	}

	state(id: string, account: string): AccessState {
		return this.entries.get(`${id} ${account}`)?.state ?? 'none';
	}

	/** Those in one state, in the order in which they were made. */
	list(id: string, state: AccessState): readonly AccessEntry[] {
		return [...this.entries]
			.filter(([key, entry]) => key.startsWith(`${id} `) && entry.state === state)
			.map(([, entry]) => entry);
	}

	set(id: string, account: AccountName, state: AccessState, grantedBy?: string): void {
		if (state === 'none') {
			this.entries.delete(`${id} ${account}`);
			return;
		}
		const timestamp = this.entries.get(`${id} ${account}`)?.timestamp ?? madeAt;
		this.entries.set(`${id} ${account}`, {
			account,
			state,
			timestamp,
			...(grantedBy === undefined ? {} : { grantedBy }),
		});
	}
}
