import type { Language } from './language';

export interface CodeFunction {
	readonly name: string;
	/** Names of the parameters, without types and defaults. */
	readonly parameters: readonly string[];
	/** Lines count from 1; both ends are inside. */
	readonly firstLine: number;
	readonly lastLine: number;
	readonly isAsync: boolean;
	readonly returnsValue: boolean;
	/** What stands before the first line's text. */
	readonly indent: string;
	/** The class that the function is a method of. */
	readonly owner: string | undefined;
}

export interface CodeType {
	/** `class`, `interface`, `struct` and so on. */
	readonly kind: string;
	readonly name: string;
	readonly firstLine: number;
	readonly lastLine: number;
}

export interface CodeLine {
	readonly line: number;
	readonly text: string;
}

/** What can be read off a piece of code without understanding it. */
export interface CodeFacts {
	readonly lines: readonly string[];
	readonly functions: readonly CodeFunction[];
	readonly types: readonly CodeType[];
	readonly loops: readonly CodeLine[];
	readonly conditions: readonly CodeLine[];
	readonly comments: readonly CodeLine[];
	readonly imports: readonly string[];
	/** Functions that are called but not defined here, in the order of their first call. */
	readonly calls: readonly string[];
}

const javascriptFunctions = [
	/^\s*(?:export\s+)?(?:default\s+)?(?:async\s+)?function\s*\*?\s*([\w$]+)\s*(?:<[^>]*>)?\s*\(([^)]*)\)/,
	/^\s*(?:export\s+)?(?:const|let|var)\s+([\w$]+)\s*(?::[^=]+)?=\s*(?:async\s*)?\(([^)]*)\)\s*(?::[^=]+)?=>/,
	/^\s*(?:export\s+)?(?:const|let|var)\s+([\w$]+)\s*=\s*(?:async\s+)?function\s*\(([^)]*)\)/,
	/^\s*(?:public\s+|private\s+|protected\s+|static\s+|async\s+|readonly\s+)*(?!if\b|for\b|while\b|switch\b|catch\b|return\b|function\b)([\w$]+)\s*\(([^)]*)\)\s*(?::\s*[^{]+)?\{.*$/,
];

const typedFunctions = [
	/^\s*(?:[\w<>[\],*&]+\s+)+\*?(?!if\b|for\b|while\b|switch\b)(\w+)\s*\(([^)]*)\)\s*(?:throws [\w, ]+)?\{?\s*$/,
];

const functionPatterns = {
	javascript: javascriptFunctions,
	typescript: javascriptFunctions,
	python: [/^\s*(?:async\s+)?def\s+(\w+)\s*\(([^)]*)\)/],
	java: typedFunctions,
	c: typedFunctions,
	go: [/^\s*func\s+(?:\([^)]*\)\s*)?(\w+)\s*\(([^)]*)\)/],
	rust: [/^\s*(?:pub(?:\([^)]*\))?\s+)?(?:async\s+)?fn\s+(\w+)\s*(?:<[^>]*>)?\s*\(([^)]*)\)/],
	ruby: [/^\s*def\s+([\w?!.]+)\s*(?:\(([^)]*)\))?/],
	shell: [/^\s*(?:function\s+)?([\w-]+)\s*\(()\)\s*\{?/],
	text: [],
} as const satisfies Record<Language, readonly RegExp[]>;

function parameterName(parameter: string, language: Language): string {
	const bare = parameter.replace(/=.*$/s, '').trim();
	const typesFirst = language === 'java' || language === 'c';
	const name = typesFirst
		? /(\w+)(?:\[\])?$/.exec(bare)
		: /^(?:(?:public|private|protected|readonly)\s+)*(?:\.\.\.|&?mut\s+|\*{1,2})?([^\s:?]+)/.exec(bare);
	return name?.[1] ?? '';
}

const receivers = ['self', '&self', '&mut self', 'cls', 'this', ''];

function parameterNames(list: string, language: Language): readonly string[] {
	return list
		.split(/,(?![^<{[(]*[>}\])])/)
		.map(parameter => parameter.trim())
		.filter(parameter => !receivers.includes(parameter))
		.map(parameter => parameterName(parameter, language))
		.filter(name => !receivers.includes(name));
}

const indentOf = (line: string) => /^\s*/.exec(line)?.[0] ?? '';

/** The last line of a block that is opened at `first`: by braces where there are any, else by indentation. */
function blockEnd(lines: readonly string[], first: number, language: Language): number {
	if (language === 'python') {
		const depth = indentOf(lines[first] ?? '').length;
		const next = lines.findIndex(
			(line, i) => i > first && line.trim() !== '' && indentOf(line).length <= depth,
		);
		const end = next < 0 ? lines.length : next;
		return lines.slice(0, end).findLastIndex((line, i) => i >= first && line.trim() !== '');
	}
	if (language === 'ruby') {
		const indent = indentOf(lines[first] ?? '');
		const end = lines.findIndex((line, i) => i > first && line.startsWith(`${indent}end`));
		return end < 0 ? lines.length - 1 : end;
	}
	let depth = 0;
	for (let i = first; i < lines.length; i++) {
		const bare = (lines[i] ?? '').replace(/(["'`])(?:\\.|(?!\1).)*\1/g, '').replace(/\/\/.*$/, '');
		depth += (bare.match(/\{/g)?.length ?? 0) - (bare.match(/\}/g)?.length ?? 0);
		if (depth <= 0 && (bare.includes('}') || /;\s*$/.test(bare) || i > first)) {
			return i;
		}
	}
	return lines.length - 1;
}

const typePattern =
	/^\s*(?:export\s+|default\s+|public\s+|abstract\s+|final\s+|pub\s+)*(class|interface|struct|enum|trait|impl|type)\s+([\w$]+)/;

function findTypes(lines: readonly string[], language: Language): readonly CodeType[] {
	return lines.flatMap((line, index) => {
		const [, kind, name] = (language === 'text' ? undefined : typePattern.exec(line)) ?? [];
		return kind !== undefined && name !== undefined
			? { kind, name, firstLine: index + 1, lastLine: blockEnd(lines, index, language) + 1 }
			: [];
	});
}

function findFunctions(
	lines: readonly string[],
	types: readonly CodeType[],
	language: Language,
): readonly CodeFunction[] {
	return lines.flatMap((line, index) => {
		const found = functionPatterns[language].map(pattern => pattern.exec(line)).find(match => match !== null);
		const name = found?.[1];
		if (name === undefined) {
			return [];
		}
		const last = blockEnd(lines, index, language);
		const body = lines.slice(index, last + 1).join('\n');
		const isArrowExpression = /=>\s*[^{\s]/.test(line);
		const isRuby = language === 'ruby';
		return {
			name,
			parameters: parameterNames(found?.[2] ?? '', language),
			firstLine: index + 1,
			lastLine: last + 1,
			isAsync: /\basync\b/.test(line),
			returnsValue:
				isArrowExpression ||
				isRuby ||
				/\breturn\s+[^;\s]/.test(body) ||
				(language === 'rust' && line.includes('->')),
			indent: indentOf(line),
			owner: types.findLast(({ firstLine, lastLine }) => firstLine < index + 1 && last + 1 <= lastLine)?.name,
		};
	});
}

const loopPattern = /^\s*(?:for|while|do|loop|until)\b|\.(?:forEach|map|filter|reduce)\(/;
const conditionPattern = /^\s*(?:\}?\s*else\s+)?(?:if|elif|switch|match|unless|case)\b/;
const commentPattern = /(?:^|\s)(?:\/\/|#(?!include\b|!)|\/\*+|\*(?=\s))\s?(.*?)(?:\*\/)?\s*$/;
const importPattern =
	/^\s*(?:import\b.*?from\s+['"]([^'"]+)['"]|import\s+['"]?([\w./]+)|from\s+([\w.]+)\s+import|#include\s+[<"]([^>"]+)|use\s+([\w:]+)|(?:const|var|let)\s.*require\(['"]([^'"]+)['"]\))/;
const keywords = new Set(
	'if for while switch catch return function def fn func match elif and or not in await new super constructor print typeof sizeof'.split(
		' ',
	),
);

function matching(lines: readonly string[], pattern: RegExp): readonly CodeLine[] {
	return lines.flatMap((text, index) => (pattern.test(text) ? [{ line: index + 1, text: text.trim() }] : []));
}

/** Lists functions, loops, conditions, comments, imports and calls of a piece of code. */
export function inspectCode(source: string, language: Language): CodeFacts {
	const lines = source.split('\n');
	const types = findTypes(lines, language);
	const functions = findFunctions(lines, types, language);
	const own = new Set(functions.map(({ name }) => name));
	const bare = lines.map(line => line.replace(/(?:\/\/|#).*$/, '')).join('\n');
	const calls = [...bare.matchAll(/([\w$.]+)\s*\(/g)]
		.map(match => match[1] ?? '')
		.filter(name => !keywords.has(name) && !own.has(name) && /[A-Za-z]/.test(name) && !name.startsWith('.'));
	return {
		lines,
		functions,
		types,
		loops: matching(lines, loopPattern),
		conditions: matching(lines, conditionPattern),
		comments: lines.flatMap((text, index) => {
			const comment = commentPattern.exec(text)?.[1]?.trim();
			return comment ? [{ line: index + 1, text: comment }] : [];
		}),
		imports: lines.flatMap(
			line =>
				importPattern
					.exec(line)
					?.slice(1)
					.find(name => name !== undefined) ?? [],
		),
		calls: [...new Set(calls)],
	};
}
