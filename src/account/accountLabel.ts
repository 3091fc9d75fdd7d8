import { canRunInference } from '../tokens/canRunInference';
import type { Resolution } from '../tokens/resolution';
import type { TokenRecord } from '../tokens/tokenRecord';
import type { Card } from '../ui/card';
import { abilityWords, originWords, roleWords, usedWords } from '../ui/tokenWords';

/** What the status bar says about the account in use. */
export interface AccountLabel {
	readonly text: string;
	/** For screen readers: a whole sentence, without icons. */
	readonly spoken: string;
	readonly card: Card;
	/** Whether the token in use was refused at its last check. */
	readonly warning: boolean;
	readonly command: 'hfWorkbench.addToken' | 'hfWorkbench.switchToken';
}

export function accountLabel(resolution: Resolution, records: readonly TokenRecord[]): AccountLabel {
	const { origin } = resolution;
	const note = usedWords(resolution);
	if (origin === undefined) {
		const card = { title: 'Hugging Face', facts: [], note };
		return {
			text: '$(account) Sign In to Hugging Face',
			spoken: 'Sign in to Hugging Face',
			card,
			warning: false,
			command: records.length > 0 ? 'hfWorkbench.switchToken' : 'hfWorkbench.addToken',
		};
	}
	const record = origin.kind === 'vault' ? records.find(({ id }) => id === origin.id) : undefined;
	const warning = record !== undefined && record.state !== 'valid';
	const short = origin.kind === 'vault' ? origin.user : origin.kind === 'cli' ? 'hf' : origin.variable;
	return {
		text: `$(${warning ? 'warning' : 'account'}) ${short}`,
		spoken: `Hugging Face account: ${originWords(origin)}${warning ? ', refused at its last check' : ''}`,
		card: { title: 'Hugging Face', facts: record ? recordFacts(record) : [], note },
		warning,
		command: records.length > 0 ? 'hfWorkbench.switchToken' : 'hfWorkbench.addToken',
	};
}

function recordFacts(record: TokenRecord): Card['facts'] {
	const state =
		record.state === 'expired' ? 'Expired' : record.state === 'invalid' ? 'Refused by the Hub' : undefined;
	return [
		['User', record.user],
		['Token', `${record.name} (${roleWords(record.role)})`],
		['May', abilityWords(record)],
		...(canRunInference(record) ? [] : ([['May not', 'run inference']] as const)),
		...(state === undefined ? [] : ([['State', state]] as const)),
	];
}
