import type { EnvFileToken } from '../../tokens/ambientToken';
import type { TokenOrigin } from '../../tokens/resolution';
import { originWords, sourceWords, tokenName } from '../../ui/tokenWords';
import type { CheckContext } from '../check';
import type { TokenFinding } from '../findings/tokenFinding';
import { placeOf } from '../placeOf';
import { type CheckedToken, tokenFindings } from './tokenFindings';

/** Every token of the vault, of the environment, of the command line and of `.env` files. One that fails does not keep the others. */
export async function checkTokens(
	context: CheckContext,
	signal: AbortSignal,
): Promise<readonly TokenFinding[]> {
	const { tokens, answers, now, settings } = context;
	const [origins, envFileTokens] = await Promise.all([allOrigins(context), loneEnvFileTokens(context)]);
	const found = await Promise.all([
		...origins.map(async origin => {
			const answer = await answers.of(origin, signal);
			// The check may have learnt what it is called.
			return tokenFindings(checkedToken(origin, tokens.records), answer, now(), settings.remindAfterDays);
		}),
		...envFileTokens.map(async token => {
			const answer = await answers.ofEnvFile(token, signal);
			const { path, variable } = token;
			const name = sourceWords({ kind: 'envFile', path, variable });
			return tokenFindings({ name, place: 'envFile' }, answer, now(), settings.remindAfterDays);
		}),
	]);
	return found.length > 0 ? found.flat() : [{ kind: 'tokens.none' }];
}

/** The vault's in the order of its list, then the others by how near they are to being used. */
async function allOrigins({ tokens }: CheckContext): Promise<readonly TokenOrigin[]> {
	const { origin, passedOver } = await tokens.resolve();
	const outside = [...(origin ? [origin] : []), ...passedOver].filter(({ kind }) => kind !== 'vault');
	return [
		...tokens.records.map(({ id, name, user }) => ({ kind: 'vault', id, name, user }) as const),
		...outside,
	];
}

function checkedToken(origin: TokenOrigin, records: CheckContext['tokens']['records']): CheckedToken {
	if (origin.kind === 'vault') {
		const name = tokenName(records.find(({ id }) => id === origin.id) ?? origin);
		return { name, tokenId: origin.id, place: 'vault' };
	}
	return {
		name: originWords(origin),
		place: placeOf(origin),
		...(origin.kind === 'stored' && { section: origin.name }),
		// However soon it ends, the command line renews it.
		...(origin.kind !== 'environment' && origin.isOAuth && { renewsItself: true }),
	};
}

/** Those that are not the vault's as well, which are told of there; of several with one value, the first. */
async function loneEnvFileTokens({ tokens, envFiles }: CheckContext): Promise<readonly EnvFileToken[]> {
	const all = await envFiles();
	const lone = all.filter((one, at) => all.findIndex(({ value }) => value === one.value) === at);
	const holders = await Promise.all(lone.map(({ value }) => tokens.holder(value)));
	return lone.filter((_, at) => holders[at] === undefined);
}
