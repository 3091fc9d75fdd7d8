import { type CodeFunction, inspectCode } from './inspectCode';
import type { Language } from './language';

export interface Fix {
	/** In the code as it was given, counted from 1. */
	readonly line: number;
	readonly reason: string;
}

export interface FixedCode {
	readonly source: string;
	readonly fixes: readonly Fix[];
}

interface LineRule {
	readonly languages: readonly Language[];
	readonly pattern: RegExp;
	readonly replacement: string;
	readonly reason: string;
}

const scripts: readonly Language[] = ['javascript', 'typescript'];
const braces: readonly Language[] = ['javascript', 'typescript', 'java', 'c', 'go'];

/** Mistakes that can be seen on one line, in the order in which they are mended. */
const lineRules: readonly LineRule[] = [
	{
		languages: braces,
		pattern: /(\b\w+\s*)<=(\s*[\w.]+\.(?:length|size\(\)|length\(\)))(?!\s*-)/g,
		replacement: '$1<$2',
		reason: 'The loop went one element past the end: `<= length` became `< length`.',
	},
	{
		languages: ['go'],
		pattern: /(\b\w+\s*)<=(\s*len\([^)]*\))(?!\s*-)/g,
		replacement: '$1<$2',
		reason: 'The loop went one element past the end: `<= len(…)` became `< len(…)`.',
	},
	{
		languages: ['python'],
		pattern: /range\(len\((\w+)\)\s*\+\s*1\)/g,
		replacement: 'range(len($1))',
		reason: 'The loop went one element past the end: `range(len(…) + 1)` became `range(len(…))`.',
	},
	{
		languages: scripts,
		pattern: /\bif\s*\(\s*([\w.]+)\s=\s([^=][^)]*)\)/g,
		replacement: 'if ($1 === $2)',
		reason: 'The condition assigned a value; it now compares.',
	},
	{
		languages: scripts,
		pattern: /([^=!<>])==(?!=)(?!\s*null\b)/g,
		replacement: '$1===',
		reason: '`==` converts types before it compares; `===` does not.',
	},
	{
		languages: scripts,
		pattern: /!=(?!=)(?!\s*null\b)/g,
		replacement: '!==',
		reason: '`!=` converts types before it compares; `!==` does not.',
	},
	{
		languages: ['python'],
		pattern: /\s==\s*None\b/g,
		replacement: ' is None',
		reason: '`None` is compared by identity: `is None`.',
	},
	{
		languages: ['python'],
		pattern: /\s!=\s*None\b/g,
		replacement: ' is not None',
		reason: '`None` is compared by identity: `is not None`.',
	},
	{
		languages: ['python'],
		pattern: /^(\s*)except:\s*$/g,
		replacement: '$1except Exception:',
		reason: 'A bare `except` also swallows the keyboard interrupt; it now catches `Exception`.',
	},
];

/** The value that a function builds up but never returns: a variable that it starts and then adds to. */
function forgottenResult(lines: readonly string[], block: CodeFunction): string | undefined {
	const body = lines.slice(block.firstLine, block.lastLine);
	const started = body.flatMap(
		line => /^\s*(?:let|var|const|int|double|mut|auto)?\s*(\w+)\s*:?=(?!=)/.exec(line)?.[1] ?? [],
	);
	return started.find(name =>
		body.some(line =>
			new RegExp(
				`\\b${name}\\s*(?:[-+*/|]=|\\.(?:push|append|add)\\()|\\b${name}\\[[^\\]]+\\]\\s*=(?!=)`,
			).test(line),
		),
	);
}

interface Insertion {
	/** The line after which `text` goes, counted from 1. */
	readonly after: number;
	readonly text: string;
	readonly fix: Fix;
}

function missingReturns(source: string, language: Language): readonly Insertion[] {
	const { lines, functions } = inspectCode(source, language);
	return functions.flatMap(block => {
		const result =
			block.returnsValue || block.lastLine === block.firstLine ? undefined : forgottenResult(lines, block);
		if (result === undefined) {
			return [];
		}
		const inner = /^\s*/.exec(lines[block.firstLine] ?? '')?.[0] ?? block.indent;
		const end = scripts.includes(language) ? ';' : '';
		return {
			after: language === 'python' ? block.lastLine : block.lastLine - 1,
			text: `${inner}return ${result}${end}`,
			fix: {
				line: block.lastLine,
				reason: `\`${block.name}\` worked out \`${result}\` and never returned it.`,
			},
		};
	});
}

/** Mends what can be recognized as a mistake without running the code; the rest stays as it was. */
export function fixCode(source: string, language: Language): FixedCode {
	const fixes: Fix[] = [];
	const rules = lineRules.filter(({ languages }) => languages.includes(language));
	const lines = source.split('\n').map((line, index) =>
		rules.reduce((text, { pattern, replacement, reason }) => {
			const mended = text.replace(pattern, replacement);
			if (mended !== text) {
				fixes.push({ line: index + 1, reason });
			}
			return mended;
		}, line),
	);
	const insertions =
		scripts.includes(language) || language === 'python' ? missingReturns(source, language) : [];
	for (const { after, text, fix } of insertions.toReversed()) {
		lines.splice(after, 0, text);
		fixes.push(fix);
	}
	return { source: lines.join('\n'), fixes: fixes.toSorted((a, b) => a.line - b.line) };
}
