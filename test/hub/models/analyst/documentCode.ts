import { type CodeFunction, inspectCode } from './inspectCode';
import type { Language } from './language';

/** The words of a name: `parseHttpHeader` and `parse_http_header` are “parse http header”. */
export function nameInWords(name: string): string {
	return name
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replace(/[_$-]+/g, ' ')
		.trim()
		.toLowerCase();
}

function summary(block: CodeFunction): string {
	const text = nameInWords(block.name);
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function blockComment(block: CodeFunction): readonly string[] {
	const parameters = block.parameters.map(name => ` * @param ${name} - the ${nameInWords(name)}`);
	const returns = block.returnsValue ? [` * @returns the result of ${nameInWords(block.name)}`] : [];
	return [
		'/**',
		` * ${summary(block)}`,
		...(parameters.length + returns.length > 0 ? [' *'] : []),
		...parameters,
		...returns,
		' */',
	];
}

function docstring(block: CodeFunction): readonly string[] {
	const parameters = block.parameters.map(name => `    ${name}: the ${nameInWords(name)}`);
	return [
		`"""${summary(block)}`,
		...(parameters.length > 0 ? ['', 'Args:', ...parameters] : []),
		...(block.returnsValue ? ['', 'Returns:', `    the result of ${nameInWords(block.name)}`] : []),
		'"""',
	];
}

function lineComment(mark: string): (block: CodeFunction) => readonly string[] {
	return block => [
		`${mark} ${block.name}: ${summary(block)}`,
		...block.parameters.map(name => `${mark} - ${name}: the ${nameInWords(name)}`),
	];
}

const styles = {
	javascript: blockComment,
	typescript: blockComment,
	java: blockComment,
	c: blockComment,
	python: docstring,
	go: lineComment('//'),
	rust: lineComment('///'),
	ruby: lineComment('#'),
	shell: lineComment('#'),
	text: lineComment('#'),
} as const satisfies Record<Language, (block: CodeFunction) => readonly string[]>;

function isDocumented(lines: readonly string[], block: CodeFunction, language: Language): boolean {
	return language === 'python'
		? /^\s*(?:"""|''')/.test(lines[block.firstLine] ?? '')
		: /^\s*(?:\*\/|\/\/|#|\/\*\*)/.test(lines[block.firstLine - 2] ?? '');
}

export interface DocumentedCode {
	readonly source: string;
	readonly functions: readonly string[];
}

/** Puts the skeleton of a doc comment, in the manner of the language, at every function that has none. */
export function documentCode(source: string, language: Language): DocumentedCode {
	const { lines, functions } = inspectCode(source, language);
	const bare = functions.filter(block => !isDocumented(lines, block, language));
	const documented = [...lines];
	for (const block of bare.toReversed()) {
		const inside = language === 'python';
		const indent = inside ? (/^\s*/.exec(lines[block.firstLine] ?? '')?.[0] ?? '    ') : block.indent;
		const comment = styles[language](block).map(line => (line === '' ? '' : indent + line));
		documented.splice(inside ? block.firstLine : block.firstLine - 1, 0, ...comment);
	}
	return { source: documented.join('\n'), functions: bare.map(({ name }) => name) };
}
