import type { Remedy } from '../ui/remedy';
import type { TokenPlace } from './placeOf';

/** The buttons that several findings share. */
export const ADD_TOKEN: Remedy = { label: 'Add Token…', command: 'hfWorkbench.addToken' };
export const CREATE_TOKEN: Remedy = { label: 'Create Token on the Hub', command: 'hfWorkbench.createToken' };
export const SWITCH_TOKEN: Remedy = { label: 'Switch Token…', command: 'hfWorkbench.switchToken' };
export const CHECK_TOKENS: Remedy = { label: 'Check Tokens', command: 'hfWorkbench.checkTokens' };
export const SIGN_IN: Remedy = { label: 'Sign In with Browser…', command: 'hfWorkbench.signIn' };
export const IMPORT_TOKENS: Remedy = { label: 'Import Tokens…', command: 'hfWorkbench.importTokens' };
export const GIVE_TO_TERMINALS: Remedy = {
	label: 'Give Token to Terminals…',
	command: 'hfWorkbench.giveTokenToTerminals',
};
export const ABOUT_HF_LOGIN: Remedy = {
	label: 'About hf auth login',
	url: 'https://huggingface.co/docs/huggingface_hub/guides/cli#hf-auth-login',
};
export const SHOW_LOG: Remedy = { label: 'Show Log', command: 'hfWorkbench.showLog' };

/** Opens the settings at one of them, ours or the editor's. */
export function openSetting(key: string): Remedy {
	return { label: 'Open Setting', command: 'hfWorkbench.openSettings', args: [key] };
}

export function aboutVariable(name: string): Remedy {
	const anchor = name.toLowerCase().replaceAll('_', '');
	return {
		label: `About ${name}`,
		url: `https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables#${anchor}`,
	};
}

/** A command on one token of the vault, or on one that is picked. */
export function onToken(
	label: string,
	command: 'hfWorkbench.replaceToken' | 'hfWorkbench.useToken' | 'hfWorkbench.checkToken',
	tokenId: string | undefined,
): Remedy {
	return { label, command, ...(tokenId !== undefined && { args: [{ tokenId }] }) };
}

/** What puts another token in the place of one that works no longer, by where that lies. */
export function insteadOf({
	tokenId,
	place,
}: {
	readonly tokenId: string | undefined;
	readonly place: TokenPlace;
}): readonly Remedy[] {
	switch (place) {
		case 'vault':
			return [onToken('Replace Token…', 'hfWorkbench.replaceToken', tokenId), CREATE_TOKEN];
		case 'environment':
		case 'envFile':
			return [ADD_TOKEN, CREATE_TOKEN];
		case 'cli':
			return [ADD_TOKEN, ABOUT_HF_LOGIN];
	}
}
