import * as vscode from 'vscode';
import type { TokenOrigin } from '../tokens/resolution';
import { originKey } from '../tokens/originKey';
import { isRecord } from '../util/isRecord';
import { announce } from '../ui/announce';
import { originWords } from '../ui/tokenWords';
import type { AccountDeps } from './accountDeps';
import { askForHosts } from './askForHosts';
import { capital } from '../util/capital';

type Deps = Pick<AccountDeps, 'tokens' | 'log'>;

/**
 * Asks whether a token may be sent to the hosts that the Hub and the router are set to now. The token is the one that a
 * problem's button or a row names by its key, or the one in use.
 */
export async function allowHost({ tokens, log }: Deps, argument: unknown): Promise<void> {
	const { origin: used, passedOver } = await tokens.resolve();
	const all = [...(used ? [used] : []), ...passedOver];
	const token = isRecord(argument) ? all.find(one => originKey(one) === argument.tokenKey) : used;
	if (token === undefined) {
		await vscode.window.showInformationMessage(
			isRecord(argument)
				? 'That token is not there any more. Whatever took its place is asked about when it is used.'
				: 'No token is used here, so none is sent anywhere.',
		);
		return;
	}
	const open = tokens
		.hostsOf(originKey(token))
		.filter(({ standing }) => standing === 'unasked' || standing === 'denied')
		.map(({ origin }) => origin);
	if (open.length === 0) {
		await vscode.window.showInformationMessage(nothingToAsk(token));
		return;
	}
	const answer = await askForHosts(originWords(token), open, 'never');
	if (answer !== undefined) {
		await tokens.answerHosts(originKey(token), open, answer);
		const hosts = open.map(origin => new URL(origin).host).join(' and ');
		const verb = answer === 'allowed' ? 'may be sent' : 'is never sent';
		announce(log, 'information', `${capital(originWords(token))} ${verb} to ${hosts}.`);
	}
}

/** Takes an answer about a host back: a row of the Tokens view names the token and the origin. */
export async function forgetHost({ tokens }: Deps, argument: unknown): Promise<void> {
	const { tokenKey, host } = isRecord(argument) ? argument : {};
	if (typeof tokenKey === 'string' && typeof host === 'string') {
		await tokens.answerHosts(tokenKey, [host], 'forgotten');
	}
}

function nothingToAsk(token: TokenOrigin): string {
	return `${capital(originWords(token))} goes to huggingface.co and to hosts that you have allowed already; there is nothing to ask.`;
}
