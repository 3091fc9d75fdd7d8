import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { DeviceGrant } from '../tokens/oauth/deviceGrant';
import type { OAuthSession } from '../tokens/oauth/oauthSession';
import { scopesFor, scopesKept } from '../tokens/oauth/scopes';
import { signIn } from '../tokens/oauth/signIn';
import { vaultKey } from '../tokens/originKey';
import type { TokenRecord } from '../tokens/tokenRecord';
import { announce } from '../ui/announce';
import { abilityWords, tokenName } from '../ui/tokenWords';
import { withSignal } from '../ui/withSignal';
import { askForClientId } from './askForClientId';
import { askForPurposes } from './askForPurposes';
import { keepToken } from './keepToken';
import { knownSignIn } from './knownSignIn';
import type { SourceDeps } from './sourceDeps';
import { tokenFacts } from './tokenFacts';
import { suggestedName } from './tokenNames';
import { untilDone } from './untilDone';

/**
 * Signs in with the browser: what for, a code that is approved on the Hub's page, and a token that renews itself. Whoever
 * signs in again with the same account renews what is there. Answers with the record; nothing if the user leaves.
 *
 * @param asked the Hub's scopes that another extension asks for
 */
export async function signInWithBrowser(
	deps: SourceDeps,
	asked: readonly string[] = [],
): Promise<TokenRecord | undefined> {
	const clientId = deps.settings.oauthClientId ?? (await askForClientId(deps));
	if (clientId === undefined) {
		return undefined;
	}
	const earlier = earlierScopes(deps);
	const permissions = await askForPurposes(asked, earlier);
	if (permissions === undefined) {
		return undefined;
	}
	const scopes = [
		...new Set([...scopesFor(permissions), ...asked, ...scopesKept(earlier ?? [], permissions)]),
	];
	const app = { clientId, hub: deps.settings.endpoints.hub };
	const session = await vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title: 'Hugging Face sign-in', cancellable: true },
		(progress, cancellation) =>
			withSignal(cancellation, async signal => {
				const left = new AbortController();
				const show = (grant: DeviceGrant) => {
					progress.report({ message: `waiting for you to approve ${grant.userCode} in the browser` });
					void showCode(grant).then(
						opened => (opened ? undefined : left.abort()),
						// The code is in the progress message as well, and can be approved without us.
						() => undefined,
					);
				};
				return signIn(
					{ client: deps.oauth, app, scopes, show, pause: waited, now: Date.now },
					AbortSignal.any([signal, left.signal]),
				);
			}),
	);
	// What was approved is not lost for a Hub or a keyring that fails now.
	return untilDone('The sign-in was approved, but could not be kept yet.', () => store(deps, session));
}

/** What the one sign-in may do that a new one would take the place of; of several, nobody knows which it will be. */
function earlierScopes({ tokens }: SourceDeps): readonly string[] | undefined {
	const signIns = tokens.records.flatMap(({ signIn }) => (signIn ? [signIn.scopes] : []));
	return signIns.length === 1 ? signIns[0] : undefined;
}

/** Shows the code before the page, so that the user can compare the two. Answers whether the page was opened. */
async function showCode({ userCode, page }: DeviceGrant): Promise<boolean> {
	const open = 'Copy Code and Open Browser';
	const pressed = await vscode.window.showInformationMessage(
		`Your code is ${userCode}`,
		{
			modal: true,
			detail:
				'The Hub’s page asks you to approve this sign-in. Approve it only where it shows the same code.',
		},
		open,
	);
	if (pressed !== open) {
		return false;
	}
	await vscode.env.clipboard.writeText(userCode);
	await vscode.env.openExternal(vscode.Uri.parse(page, true));
	return true;
}

async function store(deps: SourceDeps, session: OAuthSession): Promise<TokenRecord | undefined> {
	const { tokens, hub, log } = deps;
	const origin = new URL(session.hub).origin;
	// The Hub that gave a token may have it back.
	const offered = tokens.offered(session.accessToken, '', [origin]);
	const identity = await hub.whoAmI(offered, new AbortController().signal, 'fresh');
	const taken = tokens.records.map(({ name }) => name);
	const facts = tokenFacts(identity, suggestedName(identity.user, taken));
	const record = await keepToken(tokens, {
		facts,
		value: session,
		words: 'the sign-in that you have approved',
		unused: takesPlaceOfDefault(tokens, identity.user) ? undefined : 'unused',
		store: async () => {
			const known = await knownSignIn(tokens, identity.user, origin);
			return known
				? tokens.replace(known.id, tokenFacts(identity, known.name), session)
				: tokens.add(facts, session);
		},
	});
	if (record === undefined) {
		return undefined;
	}
	const asked = tokens.hostsOf(vaultKey(record.id)).filter(host => host.origin === origin);
	if (asked.some(({ standing }) => standing === 'unasked')) {
		await tokens.answerHosts(vaultKey(record.id), [origin], 'allowed');
	}
	const resolution = await tokens.resolve();
	const isUsed = resolution.origin?.kind === 'vault' && resolution.origin.id === record.id;
	announce(
		log,
		'information',
		`Signed in: ${tokenName(record)} (${abilityWords(record)}). It ${record.isSessionOnly ? 'is kept for this window only' : 'renews itself'}.`,
		...(isUsed
			? []
			: [{ label: 'Use It Here', act: () => tokens.setWorkspaceChoice({ kind: 'vault', id: record.id }) }]),
	);
	return record;
}

/** A new sign-in is used where there was none, or where one of the same account is the default. */
function takesPlaceOfDefault({ records, defaultId }: SourceDeps['tokens'], user: string): boolean {
	const used = records.find(({ id }) => id === defaultId);
	return used === undefined || (used.signIn !== undefined && used.user === user);
}

async function waited(milliseconds: number, signal: AbortSignal): Promise<void> {
	await pause(milliseconds, undefined, { signal });
}
