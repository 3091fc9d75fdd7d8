import { cleanToken } from './tokenFormat';

/** What stands around a token where it is kept. Some tools take it off, others send it along and are refused. */
export type Wrapping = 'blanks' | 'lineBreaks' | 'quotes' | 'invisible' | 'assignment' | 'bearer';

const LOOKS: Readonly<Record<Exclude<Wrapping, 'lineBreaks'>, RegExp>> = {
	blanks: /^[ \t]|[ \t]$/,
	quotes: /["'`“”„‘’‚«»]/,
	invisible: /[\u00ad\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2064\ufeff]/,
	assignment: /(?:HF_TOKEN|HUGGING_FACE_HUB_TOKEN|HUGGINGFACEHUB_API_TOKEN)\s*[=:]/i,
	bearer: /\bBearer\s/i,
};

/**
 * What has to be taken off a value to come to the token in it. One line break at the end of a file belongs there
 * (`isFile`); in a variable it does not.
 */
export function wrappingOf(value: string, isFile: boolean): readonly Wrapping[] {
	const shown = isFile ? value.replace(/\r?\n$/, '') : value;
	if (shown === cleanToken(shown)) {
		return [];
	}
	const looks = (Object.keys(LOOKS) as Array<keyof typeof LOOKS>).filter(name => LOOKS[name].test(shown));
	return [...looks, ...(/[\r\n]/.test(shown) ? ['lineBreaks' as const] : [])];
}
