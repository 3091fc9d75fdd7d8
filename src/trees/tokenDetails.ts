import { payersOf } from '../tokens/canBill';
import { canRunInference } from '../tokens/canRunInference';
import { tokenAge } from '../tokens/tokenAge';
import type { TokenHost } from '../tokens/tokenHosts';
import type { TokenRecord } from '../tokens/tokenRecord';
import { ageWords } from '../ui/ageWords';
import { abilities } from '../ui/tokenWords';

/** A row below a token: what it may do, whose organisations pay, where it may be sent. Commands know it by what it carries. */
export interface TokenDetail {
	readonly id: string;
	readonly label: string;
	readonly description?: string;
	/** A codicon's name. */
	readonly icon: string;
	readonly contextValue: string;
	readonly tooltip: string;
	/** The name of an organisation. */
	readonly organization?: string;
	/** An origin that is not Hugging Face's own, and the token that it is about. */
	readonly host?: string;
	readonly tokenKey?: string;
}

/** What the details depend on beside the token. */
export interface DetailsContext {
	/** Epoch milliseconds. */
	readonly now: number;
	readonly remindAfterDays: number;
	/** The organisation that pays for runs in this workspace, as it is set. */
	readonly billTo: string | undefined;
}

/** What there is to know about a token of the vault: its age where that is worth a word, then what it may do, then for whom. */
export function recordDetails(record: TokenRecord, context: DetailsContext): readonly TokenDetail[] {
	const id = `vault/${record.id}`;
	const message = (name: string, label: string, icon: string, tooltip: string): TokenDetail => ({
		id: `${id}/${name}`,
		label,
		icon,
		contextValue: 'hfWorkbench.tokenFact',
		tooltip,
	});
	const age = tokenAge(record, context.now, context.remindAfterDays);
	const may = abilities(record);
	return [
		...(age
			? [message('age', ageWords(age), 'history', 'Replace a token from time to time, in place.')]
			: []),
		...(may ?? []).map(words =>
			message(`may/${words}`, `Can ${words}`, 'pass', `“${record.name}” can ${words}.`),
		),
		...(may === undefined
			? [message('unknown', 'Rights unknown', 'question', 'The Hub does not tell what this token may do.')]
			: []),
		...(canRunInference(record)
			? []
			: [
					message(
						'mayNot',
						'Cannot run inference',
						'circle-slash',
						`To run models for ${record.user}, a token needs the permission to make calls to Inference Providers.`,
					),
				]),
		...organizationDetails(id, record, context.billTo),
	];
}

function organizationDetails(
	id: string,
	record: TokenRecord,
	billTo: string | undefined,
): readonly TokenDetail[] {
	const payers = payersOf(record);
	return record.organisations.map(({ name }) => {
		const canPay = payers.includes(name);
		const pays = canPay && name === billTo;
		return {
			id: `${id}/organization/${name}`,
			label: name,
			description: ['organization', ...(pays ? ['pays for runs here'] : canPay ? ['can pay'] : [])].join(
				' · ',
			),
			icon: pays ? 'credit-card' : 'organization',
			contextValue: canPay && !pays ? 'hfWorkbench.organization.payer' : 'hfWorkbench.organization',
			tooltip: canPay
				? `${name} can pay for runs.${pays ? ' It does in this workspace.' : ''}`
				: `${name} cannot pay for runs.`,
			organization: name,
		};
	});
}

const HOSTS: Readonly<Record<TokenHost['standing'], { readonly words: string; readonly icon: string }>> = {
	allowed: { words: 'allowed', icon: 'globe' },
	setting: { words: 'allowed by a setting', icon: 'globe' },
	denied: { words: 'never allowed', icon: 'circle-slash' },
	unasked: { words: 'not allowed yet', icon: 'question' },
};

/** Where a token may go beside huggingface.co. */
export function hostDetails(tokenKey: string, hosts: readonly TokenHost[]): readonly TokenDetail[] {
	return hosts.map(({ origin, standing }) => {
		const { words, icon } = HOSTS[standing];
		return {
			id: `${tokenKey}/host/${origin}`,
			label: new URL(origin).host,
			description: words,
			icon,
			contextValue: `hfWorkbench.host.${standing}`,
			tooltip: `${origin}: ${words}.`,
			host: origin,
			tokenKey,
		};
	});
}
