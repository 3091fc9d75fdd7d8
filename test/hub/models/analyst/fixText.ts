import type { FixedCode } from './fixCode';

interface TextRule {
	readonly pattern: RegExp;
	readonly replacement: (found: string) => string;
	readonly reason: string;
}

const rules: readonly TextRule[] = [
	{
		pattern: /\b(\p{L}+) +\1\b/giu,
		replacement: found => found.slice(0, found.indexOf(' ')),
		reason: 'A word stood there twice.',
	},
	{
		pattern: /(?<=\S) {2,}(?=\S)/g,
		replacement: () => ' ',
		reason: 'There were several blanks between two words.',
	},
	{
		pattern: /(?<=\p{L}) +(?=[,.;:!?](?:\s|$))/gu,
		replacement: () => '',
		reason: 'There was a blank before a mark.',
	},
	{
		pattern: /(?<=[\s"“(]|^)i(?=['’ ,.])/g,
		replacement: () => 'I',
		reason: '“I” is written with a capital.',
	},
	{
		pattern: /(?<=[.!?]\s+)\p{Ll}/gu,
		replacement: found => found.toUpperCase(),
		reason: 'A sentence began with a small letter.',
	},
];

/** Mends what can be seen in prose without understanding it. */
export function fixText(source: string): FixedCode {
	const fixes: Array<{ readonly line: number; readonly reason: string }> = [];
	const lines = source.split('\n').map((line, index) =>
		rules.reduce((text, { pattern, replacement, reason }) => {
			const mended = text.replace(pattern, replacement);
			if (mended !== text) {
				fixes.push({ line: index + 1, reason });
			}
			return mended;
		}, line),
	);
	return { source: lines.join('\n'), fixes };
}
