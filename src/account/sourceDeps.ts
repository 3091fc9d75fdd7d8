import type { TokenFiles } from '../tokens/tokenFiles';
import type { OAuthClient } from '../tokens/oauth/oauthClient';
import type { AccountDeps } from './accountDeps';
import type { TerminalTokens } from './terminalTokens';

/** What the commands stand on that are about tokens of elsewhere: a browser, the command line, terminals, notebooks. */
export interface SourceDeps extends Omit<AccountDeps, 'settings'> {
	readonly settings: AccountDeps['settings'] & {
		/** The app that signs in with the browser, where the user has registered one. */
		readonly oauthClientId: string | undefined;
	};
	readonly oauth: OAuthClient;
	readonly files: TokenFiles;
	readonly terminals: TerminalTokens;
}
