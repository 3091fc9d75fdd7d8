import * as vscode from 'vscode';

/** What the user says about sending a token to hosts that are not Hugging Face's own; nothing if it is left open. */
export type HostAnswer = 'allowed' | 'denied' | undefined;

interface AnswerButton extends vscode.MessageItem {
	readonly answer: HostAnswer;
}

/** Asks whether a token, in words, may go to the given origins; with `never`, it can be denied for good. */
export async function askForHosts(
	token: string,
	origins: readonly string[],
	never?: 'never',
): Promise<HostAnswer> {
	const hosts = origins.map(origin => new URL(origin).host);
	const insecure = origins.some(origin => origin.startsWith('http:'));
	const allow: AnswerButton = { title: 'Allow', answer: 'allowed' };
	const deny: AnswerButton = { title: 'Never Send It There', answer: 'denied' };
	const pressed = await vscode.window.showWarningMessage(
		`Send ${token} to ${hosts.join(' and ')}?`,
		{
			modal: true,
			detail: [
				'This is not huggingface.co, but where your settings, HF_ENDPOINT or a sign-in say that the Hub or the router is.',
				'Whoever runs that host can do all that the token may do. Allow it only for a host that you trust.',
				...(insecure ? ['The connection is not encrypted (http).'] : []),
				'The Tokens view shows what you have allowed, and takes it back.',
			].join('\n\n'),
		},
		allow,
		...(never ? [deny] : []),
	);
	return pressed?.answer;
}
