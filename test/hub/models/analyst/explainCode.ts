import { nameInWords } from './documentCode';
import type { CodeFacts, CodeFunction, CodeLine } from './inspectCode';

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
	return `- **${block.name}** (${lines}): ${block.isAsync ? 'asynchronous; ' : ''}${parameters}, ${result}. By its name it is there to *${nameInWords(block.name)}*.`;
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
export function explainCode(facts: CodeFacts, languageName: string): readonly string[] {
	const { functions, loops, conditions } = facts;
	const count = facts.lines.filter(line => line.trim() !== '').length;
	return [
		`This is ${count} line(s) of ${languageName} with ${functions.length} function(s), ${loops.length} loop(s) and ${conditions.length} condition(s).`,
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
	];
}
