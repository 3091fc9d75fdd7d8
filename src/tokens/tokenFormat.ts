import { isAccessToken } from '../util/isAccessToken';

/** What is wrong with a token as it is being typed; `ok` when nothing is. */
export type TokenFormat = 'ok' | 'empty' | 'orgToken' | 'notHf' | 'badCharacter' | 'tooShort';

/** Line breaks and characters without width, which come along from terminals and chats, wherever they are. */
const INVISIBLE = /[\r\n\u00ad\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2064\ufeff]/g;
const ASSIGNMENT =
	/^(?:export\s*|set\s+|\$env:)?(?:HF_TOKEN|HUGGING_FACE_HUB_TOKEN|HUGGINGFACEHUB_API_TOKEN)\s*[=:]/i;
const HEADER = /^(?:Authorization\s*:\s*)?Bearer\s+/i;
const QUOTES = '"\'`“”„‘’‚«»;,';
const QUOTED = new RegExp(`^[${QUOTES}]+|[${QUOTES}]+$`, 'g');

/** Takes off what people copy along with a token: blanks, quotes, line breaks, `HF_TOKEN=`, `Bearer`. A valid token stays as it is. */
export function cleanToken(typed: string): string {
	let text = typed;
	for (let before = ''; before !== text;) {
		before = text;
		text = text.replace(INVISIBLE, '').trim().replace(ASSIGNMENT, '').replace(HEADER, '').replace(QUOTED, '');
	}
	return text;
}

/** Checks a cleaned token, so that each keystroke can be answered. */
export function checkToken(token: string): TokenFormat {
	if (token === '') {
		return 'empty';
	}
	if (isAccessToken(token)) {
		return 'ok';
	}
	if (token.startsWith('api_org_')) {
		return 'orgToken';
	}
	if (!token.startsWith('hf_')) {
		return 'hf_'.startsWith(token) ? 'tooShort' : 'notHf';
	}
	const issued = /^hf_(?:oauth|jwt)_/.test(token);
	return (issued ? /[^A-Za-z0-9._-]/ : /[^A-Za-z0-9]/).test(token.slice('hf_'.length))
		? 'badCharacter'
		: 'tooShort';
}
