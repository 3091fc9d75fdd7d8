import { isOrganizationName, ORGANIZATIONS } from './accounts';
import { type Caller, invalidCredentials } from './authentication';
import { callerOf, type ExchangeContext } from './exchange';
import { HubError } from './hubError';
import { canInfer } from './permissions';

const outOfCredits =
	'You have depleted your monthly included credits. Purchase pre-paid credits to continue using Inference Providers. Alternatively, subscribe to PRO to get 20x more included usage.';

export type Payer = Extract<Caller, { kind: 'user' }>;

/**
 * Who pays for a routed inference. Throws 401 without a token that is taken, 403 when the token may not infer on
 * behalf of the payer (the account, or the organization in `X-HF-Bill-To`), 402 when the payer has nothing left.
 * The sentence of the 403 is known for users; for organizations it is made after the same pattern.
 */
export function payerOf(c: ExchangeContext): Payer {
	const caller = callerOf(c, 'api');
	if (caller.kind === 'anonymous') {
		throw invalidCredentials();
	}
	const billTo = c.req.header('X-HF-Bill-To');
	const payer = billTo ?? caller.account.name;
	if (!canInfer(caller, payer)) {
		const subject = billTo === undefined ? `user ${payer}` : `organization ${payer}`;
		throw new HubError(
			403,
			`This authentication method does not have sufficient permissions to call Inference Providers on behalf of ${subject}`,
		);
	}
	const solvent =
		billTo !== undefined && isOrganizationName(billTo)
			? ORGANIZATIONS[billTo].canPay
			: caller.account.hasCredits;
	if (!solvent) {
		throw new HubError(402, outOfCredits);
	}
	return caller;
}
