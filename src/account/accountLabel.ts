import { canRunInference } from '../tokens/canRunInference';
import { canBill } from '../tokens/canBill';
import { sameOrigin } from '../tokens/sameOrigin';
import type { Ambient } from '../tokens/ambientUse';
import type { Resolution, TokenOrigin } from '../tokens/resolution';
import type { TokenRecord } from '../tokens/tokenRecord';
import { ambientFact, ambientWarning } from '../ui/ambientWords';
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

/** What runs of models use here. */
export interface Running {
	/** Which token, and why. */
	readonly runs: Resolution;
	/** The organisation that pays, where it is not the account itself. */
	readonly billTo: string | undefined;
}

/** `ambient`: what the programs outside use, where that is known. */
export function accountLabel(
	resolution: Resolution,
	records: readonly TokenRecord[],
	ambient?: Ambient,
	running?: Running,
): AccountLabel {
	const { origin, passedOver } = resolution;
	const elsewhere = ambient && ambientWarning(ambient);
	const note = [usedWords(resolution), ...(elsewhere === undefined ? [] : [elsewhere])].join(' ');
	const facts = [
		...(running ? runningFacts(resolution, records, running) : []),
		...(ambient ? ambientFacts(ambient) : []),
	];
	const hasTokens = records.length > 0 || origin !== undefined || passedOver.length > 0;
	const command = hasTokens ? 'hfWorkbench.switchToken' : 'hfWorkbench.addToken';
	if (origin === undefined) {
		return {
			text: '$(account) Sign In to Hugging Face',
			spoken: 'Sign in to Hugging Face',
			card: { title: 'Hugging Face', facts, note },
			warning: resolution.missing !== undefined,
			command,
		};
	}
	const record = origin.kind === 'vault' ? records.find(({ id }) => id === origin.id) : undefined;
	const isRefused = record !== undefined && record.state !== 'valid';
	const warning = isRefused || resolution.missing !== undefined;
	return {
		text: `$(${warning ? 'warning' : 'account'}) ${shortName(origin)}${elsewhere === undefined ? '' : ' $(terminal)'}`,
		spoken: [
			`Hugging Face account: ${originWords(origin)}`,
			...(isRefused ? ['refused at its last check'] : []),
			...(resolution.missing ? ['not the one that this workspace has chosen'] : []),
			...(elsewhere === undefined ? [] : ['terminals or notebooks use another token']),
		].join(', '),
		card: { title: 'Hugging Face', facts: [...(record ? recordFacts(record) : []), ...facts], note },
		warning,
		command,
	};
}

function shortName(origin: TokenOrigin): string {
	switch (origin.kind) {
		case 'vault':
			return origin.user || origin.name;
		case 'environment':
			return origin.variable;
		case 'cli':
			return origin.name ?? 'hf';
		case 'stored':
			return origin.name;
	}
}

/** Only what is not as one would think: another token that runs the models, or somebody else who pays. */
function runningFacts(
	{ origin: used }: Resolution,
	records: readonly TokenRecord[],
	{ runs: { origin, reason }, billTo }: Running,
): Card['facts'] {
	const record = origin?.kind === 'vault' ? records.find(({ id }) => id === origin.id) : undefined;
	const fits = record === undefined || billTo === undefined || canBill(record, billTo);
	return [
		...(origin && !sameOrigin(origin, used)
			? ([
					[
						'Runs models',
						`${originWords(origin)}, which ${reason === 'standIn' ? 'still works' : 'may do the least'}`,
					],
				] as const)
			: []),
		...(billTo === undefined ? [] : ([['Paid by', fits ? billTo : `${billTo}, which cannot`]] as const)),
	];
}

function ambientFacts({ terminals, notebooks }: Ambient): Card['facts'] {
	return [
		['Terminals', ambientFact(terminals)],
		['Notebooks', ambientFact(notebooks)],
	];
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
