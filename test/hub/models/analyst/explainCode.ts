import { nameInWords } from './documentCode';
import { fixCode } from './fixCode';
import { type CodeFunction, type CodeFacts, type CodeLine, inspectCode } from './inspectCode';
import { plural } from './plural';
import type { PromptCode } from './readPrompt';

const code = (text: string) => `\`${text.replace(/`/g, "'")}\``;

function list(names: readonly string[]): string {
	return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? 'none');
}

function describeFunction(block: CodeFunction): string {
	const parameters =
		block.parameters.length > 0 ? `takes ${list(block.parameters.map(code))}` : 'takes nothing';
	const result = block.returnsValue ? 'returns a value' : 'returns nothing';
	const lines =
		block.firstLine === block.lastLine
			? `line ${block.firstLine}`
			: `lines ${block.firstLine}–${block.lastLine}`;
	return `- **${block.name}** (${lines}): ${block.isAsync ? 'asynchronous; ' : ''}${parameters}, ${result}. The name says: *${nameInWords(block.name)}*.`;
}

const describeLine = (what: string) => (found: CodeLine) =>
	`${what} on line ${found.line}: ${code(found.text)}`;

/** The steps that can be read off a piece of code, in the order of its lines. */
function steps(facts: CodeFacts): readonly string[] {
	const all = [
		...facts.loops.map(found => ({ found, text: describeLine('Repeats')(found) })),
		...facts.conditions.map(found => ({ found, text: describeLine('Decides')(found) })),
		...facts.lines.flatMap((text, index) =>
			/^\s*return\b/.test(text)
				? [
						{
							found: { line: index + 1, text },
							text: describeLine('Returns')({ line: index + 1, text: text.trim() }),
						},
					]
				: [],
		),
	];
	return all
		.toSorted((a, b) => a.found.line - b.found.line)
		.map(({ text }, index) => `${index + 1}. ${text}`);
}

const section = (title: string, lines: readonly string[]) =>
	lines.length > 0 ? ['', `### ${title}`, '', ...lines] : [];

/** What a piece of code is made of and what it does step by step, as markdown lines. */
export function explainCode({ source, language, languageName }: PromptCode): readonly string[] {
	const facts = inspectCode(source, language);
	const { functions, types, loops, conditions } = facts;
	const size = plural(facts.lines.filter(line => line.trim() !== '').length, 'line');
	const parts = [
		plural(functions.length, 'function'),
		plural(loops.length, 'loop'),
		plural(conditions.length, 'condition'),
	];
	return [
		`This is ${size} of ${languageName} with ${list(parts)}.`,
		...section(
			'Types',
			types.map(({ kind, name, firstLine }) => `- the ${kind} **${name}**, from line ${firstLine} on`),
		),
		...section('Functions', functions.map(describeFunction)),
		...section('Step by step', steps(facts)),
		...section('It relies on', [
			...facts.imports.map(name => `- the module ${code(name)}`),
			...facts.calls.slice(0, 8).map(name => `- a call of ${code(name)}`),
		]),
		...section(
			'Its own comments say',
			facts.comments.map(({ line, text }) => `- line ${line}: ${text}`),
		),
		...section(
			'Easily overlooked',
			fixCode(source, language).fixes.map(({ line, reason }) => `- line ${line}: ${reason}`),
		),
	];
}
