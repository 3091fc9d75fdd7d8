import type { Answer } from './answerText';
import { documentCode } from './documentCode';
import { explainCode } from './explainCode';
import { fixCode } from './fixCode';
import { fixText } from './fixText';
import { inspectCode } from './inspectCode';
import { plural } from './plural';
import type { Instruction, Prompt, PromptCode } from './readPrompt';
import { testCode } from './testCode';

/** Code in a fence that is longer than any fence inside of it. */
function fenced(source: string, languageName: string): readonly string[] {
	const longest = Math.max(2, ...[...source.matchAll(/`{3,}/g)].map(match => match[0].length));
	const fence = '`'.repeat(longest + 1);
	return [`${fence}${languageName}`, source, fence];
}

const names = (list: readonly string[]) => list.map(name => `\`${name}\``).join(', ');

function fix({ source, language, languageName }: PromptCode): readonly string[] {
	const fixed = language === 'text' ? fixText(source) : fixCode(source, language);
	if (fixed.fixes.length === 0) {
		return [
			language === 'text'
				? 'I see no mistake of the kinds that I know: doubled words, stray blanks, small letters at the start of a sentence.'
				: 'I see no mistake of the kinds that I know: loops past the end, comparisons that convert, conditions that assign, results that are not returned.',
			'',
			'That is not to say that there is none.',
		];
	}
	return [
		`I changed ${plural(fixed.fixes.length, 'thing')}:`,
		'',
		...fixed.fixes.map(({ line, reason }) => `- Line ${line}: ${reason}`),
		'',
		...fenced(fixed.source, languageName),
	];
}

function document({ source, language, languageName }: PromptCode): readonly string[] {
	const documented = documentCode(source, language);
	return documented.functions.length === 0
		? ['There is no function here that lacks a doc comment.']
		: [
				`Doc comments for ${names(documented.functions)}. They say what the names say; add what the names do not.`,
				'',
				...fenced(documented.source, languageName),
			];
}

function test({ source, language, languageName }: PromptCode): readonly string[] {
	const tests = testCode(source, language);
	if (tests.source === undefined) {
		return tests.functions.length === 0
			? ['There is no function here to write a test for.']
			: [
					`I can write tests in JavaScript, TypeScript, Python, Go and Rust, and this looks like ${languageName}.`,
				];
	}
	return [
		`Tests for ${names(tests.functions)}: one each, with the simplest input. Replace the expectations with what you know.`,
		'',
		...fenced(tests.source, languageName),
	];
}

const answers = {
	explain: explainCode,
	fix,
	document,
	test,
	summarize: code => explainCode(code).slice(0, 1),
	chat: explainCode,
} as const satisfies Record<Instruction, (code: PromptCode) => readonly string[]>;

/** An answer to a question about code, read off the code itself. */
export function answerCode({ instruction, text }: Prompt, code: PromptCode): Answer {
	const facts = inspectCode(code.source, code.language);
	return {
		reasoning: [
			`The request comes with ${plural(facts.lines.length, 'line')} of ${code.languageName}.`,
			`What is wanted looks like: ${instruction === 'chat' ? `“${text.replace(/\s+/g, ' ').slice(0, 120)}”` : instruction}.`,
			`I find ${plural(facts.functions.length, 'function')}: ${facts.functions.map(({ name }) => name).join(', ') || 'none'}.`,
		],
		content: answers[instruction](code).join('\n'),
	};
}
