import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse, SIGNATURE } from '../../hub/models/analyst/analyse';
import { documentCode } from '../../hub/models/analyst/documentCode';
import { fixCode } from '../../hub/models/analyst/fixCode';
import { fixText } from '../../hub/models/analyst/fixText';
import { inspectCode } from '../../hub/models/analyst/inspectCode';
import { guessLanguage, type Language } from '../../hub/models/analyst/language';
import { type Instruction, readPrompt } from '../../hub/models/analyst/readPrompt';
import { testCode } from '../../hub/models/analyst/testCode';

const typescript = `import { readFile } from 'node:fs/promises';

// Counts words.
export class Counter {
	constructor(private readonly root: string) {}

	async count(path: string, options: { trim?: boolean } = {}): Promise<number> {
		const text = await readFile(path, 'utf8');
		return text.split(' ').length;
	}
}

export const add = (a: number, b: number): number => a + b;
`;

const python = `def average(values, start=0):
    total = start
    for i in range(len(values) + 1):
        if values[i] == None:
            continue
        total += values[i]

async def fetch(url: str, retries: int = 3) -> str:
    return await get(url)
`;

const languages: readonly Language[] = [
	'javascript',
	'typescript',
	'python',
	'java',
	'c',
	'go',
	'rust',
	'ruby',
	'shell',
	'text',
];
const anyCode = fc
	.array(
		fc.constantFrom(
			...typescript.split('\n'),
			...python.split('\n'),
			'',
			'}',
			'{',
			'/*',
			'`',
			'fn a(b: u8) -> u8 {',
		),
		{ maxLength: 25 },
	)
	.map(lines => lines.join('\n'));

describe('The analyst of the loopback Hub', () => {
	const signatures: ReadonlyArray<readonly [Language, string, string]> = [
		['javascript', 'function sum(xs, start = 0) {\n\treturn 1;\n}', 'sum(xs,start) 1-3 returns'],
		['javascript', 'const f = async (a, ...rest) => {\n\tawait a;\n};', 'f(a,rest) 1-3'],
		[
			'typescript',
			'\tpublic static of<T>(a: T) {\n\t\treturn a;\n\t}\n\tget(key: string): string {\n\t\treturn key;\n\t}',
			'get(key) 4-6 returns',
		],
		['python', 'def f(self, a: int, *args, **kw):\n    return a\n\nx = 1', 'f(a,args,kw) 1-2 returns'],
		['java', 'public static int add(int a, final int[] b) {\n\treturn a;\n}', 'add(a,b) 1-3 returns'],
		['c', 'static void swap(int *a, int *b)\n{\n\treturn;\n}', 'swap(a,b) 1-4'],
		['go', 'func (s *Stack) Push(x int, y string) {\n\ts.x = x\n}', 'Push(x,y) 1-3'],
		['rust', 'pub fn sum(&self, xs: &[i32], n: usize) -> i32 {\n\t0\n}', 'sum(xs,n) 1-3 returns'],
		['ruby', 'def greet(name)\n  puts name\nend', 'greet(name) 1-3 returns'],
	];
	for (const [language, source, expected] of signatures) {
		it(`reads ${language}: ${expected}`, () => {
			const found = inspectCode(source, language).functions.map(
				block =>
					`${block.name}(${block.parameters.join(',')}) ${block.firstLine}-${block.lastLine}${block.returnsValue ? ' returns' : ''}`,
			);
			assert.equal(found.at(-1), expected);
		});
	}

	it('knows classes and their methods, loops, conditions, imports, comments and calls', () => {
		const facts = inspectCode(typescript, 'typescript');
		assert.deepEqual(
			facts.functions.map(({ name, owner }) => [name, owner]),
			[
				['constructor', 'Counter'],
				['count', 'Counter'],
				['add', undefined],
			],
		);
		assert.deepEqual(facts.types, [{ kind: 'class', name: 'Counter', firstLine: 4, lastLine: 11 }]);
		assert.deepEqual(facts.imports, ['node:fs/promises']);
		assert.deepEqual(facts.comments, [{ line: 3, text: 'Counts words.' }]);
		assert.deepEqual(facts.calls, ['readFile', 'text.split']);
		const loops = inspectCode(python, 'python');
		assert.deepEqual(
			[loops.loops, loops.conditions].map(list => list.map(({ line }) => line)),
			[[3], [4]],
		);
	});

	const asked: ReadonlyArray<readonly [string, Instruction]> = [
		['Explain this passage', 'explain'],
		['What does this do?', 'explain'],
		['Find what is wrong in this passage and put it right.', 'fix'],
		['Fix the bug', 'fix'],
		['Document this passage', 'document'],
		['Add JSDoc', 'document'],
		['Write tests for this passage', 'test'],
		['Summarize it', 'summarize'],
		['Good morning', 'chat'],
	];
	for (const [text, instruction] of asked) {
		it(`takes “${text}” for ${instruction}`, () => {
			assert.equal(readPrompt([{ role: 'user', content: text }]).instruction, instruction);
		});
	}

	it('reads the code of the longest fence, and looks for an instruction outside of it', () => {
		const content = 'Explain\n\n````md\nfix this\n```js\nx\n```\n````\n';
		const prompt = readPrompt([{ role: 'user', content }]);
		assert.equal(prompt.code?.source, 'fix this\n```js\nx\n```');
		assert.equal(prompt.instruction, 'explain');
		assert.equal(prompt.text, 'Explain');
	});

	it('guesses the language of code without a name', () => {
		assert.deepEqual([typescript, python, 'fn main() {}', 'plain words'].map(guessLanguage), [
			'typescript',
			'python',
			'rust',
			'text',
		]);
	});

	const mended: ReadonlyArray<readonly [Language, string, string]> = [
		['javascript', 'for (let i = 0; i <= xs.length; i++) {}', 'for (let i = 0; i < xs.length; i++) {}'],
		[
			'javascript',
			'for (let i = 0; i <= xs.length - 1; i++) {}',
			'for (let i = 0; i <= xs.length - 1; i++) {}',
		],
		['javascript', 'if (a == b && c != d) {}', 'if (a === b && c !== d) {}'],
		['javascript', 'if (a == null || a === 1 || b !== 2) {}', 'if (a == null || a === 1 || b !== 2) {}'],
		['typescript', 'if (a = 3) {}', 'if (a === 3) {}'],
		[
			'javascript',
			'function f(xs) {\n\tlet n = 0;\n\tn += xs[0];\n}',
			'function f(xs) {\n\tlet n = 0;\n\tn += xs[0];\n\treturn n;\n}',
		],
		['python', 'if x == None and y != None:', 'if x is None and y is not None:'],
		['python', 'try:\n    f()\nexcept:\n    pass', 'try:\n    f()\nexcept Exception:\n    pass'],
		['go', 'for i := 0; i <= len(xs); i++ {', 'for i := 0; i < len(xs); i++ {'],
		['java', 'for (int i = 0; i <= xs.size(); i++) {', 'for (int i = 0; i < xs.size(); i++) {'],
		['rust', 'if a == b {}', 'if a == b {}'],
	];
	for (const [language, source, expected] of mended) {
		it(`${source === expected ? 'leaves' : 'mends'} ${language}: ${source.split('\n')[0]}`, () => {
			const fixed = fixCode(source, language);
			assert.equal(fixed.source, expected);
			assert.equal(fixed.fixes.length > 0, source !== expected);
		});
	}

	it('mends once and for all, and prose without touching code', () => {
		fc.assert(
			fc.property(anyCode, fc.constantFrom(...languages), (source, language) => {
				const once = fixCode(source, language).source;
				assert.equal(fixCode(once, language).source, once);
			}),
		);
		assert.equal(fixText('the the end . so it is').source, 'the end. So it is');
	});

	it('adds doc comments, changes no line, and adds none a second time', () => {
		fc.assert(
			fc.property(anyCode, fc.constantFrom(...languages), (source, language) => {
				const documented = documentCode(source, language);
				const rest = documented.source.split('\n');
				for (const line of source.split('\n')) {
					const at = rest.indexOf(line);
					assert.ok(at >= 0, `lost: ${line}`);
					rest.splice(0, at + 1);
				}
				assert.equal(documented.source === source, documented.functions.length === 0);
			}),
		);
		for (const [source, language] of [
			[typescript, 'typescript'],
			[python, 'python'],
		] as const) {
			const once = documentCode(source, language);
			assert.ok(once.functions.length > 1);
			assert.deepEqual(documentCode(once.source, language).functions, []);
		}
	});

	it('writes tests that name every function and import what they call', () => {
		const script = testCode(typescript, 'typescript').source ?? '';
		assert.match(script, /import \{ Counter, add \} from '\.\/subject';/);
		assert.match(script, /await new Counter\(\)\.count\('', \{\}\)/);
		assert.match(script, /add\(0, 0\)/);
		const pytest = testCode(python, 'python').source ?? '';
		assert.match(
			pytest,
			/def test_average_takes_the_simplest_input\(\):\n {4}result = average\(\[\], 0\)\n {4}assert result is None/,
		);
		assert.match(pytest, /asyncio\.run\(fetch\("", 0\)\)/);
		assert.equal(testCode('SELECT 1', 'text').source, undefined);
	});

	it('answers prose in a fence as prose, free text from its own words, and remembers that it was asked before', () => {
		const prose = analyse([
			{ role: 'user', content: 'Explain\n\n```markdown\nThe sea is calm. Ada sails to London.\n```' },
		]);
		assert.match(prose.content, /It names Ada \(PER\), London \(LOC\)/);
		const free = analyse([
			{ role: 'user', content: 'Hello' },
			{ role: 'assistant', content: 'Hi' },
			{ role: 'user', content: 'Which rivers reach the sea?' },
		]);
		assert.match(free.content, /You ask: “Which rivers reach the sea\?”/);
		assert.match(free.content, /question number 2/);
	});

	it('always answers, the same to the same, signs, and fences code so that nothing in it ends the fence', () => {
		const request = fc.tuple(
			fc.constantFrom(...asked.map(([text]) => text)),
			anyCode,
			fc.constantFrom('', 'ts', 'python', 'md', 'x'),
		);
		fc.assert(
			fc.property(request, ([text, source, name]) => {
				const messages = [{ role: 'user', content: `${text}\n\n\`\`\`\`${name}\n${source}\n\`\`\`\`` }];
				const { content, reasoning } = analyse(messages);
				assert.deepEqual(analyse(messages), { content, reasoning });
				assert.ok(content.endsWith(SIGNATURE) && content.length > SIGNATURE.length + 10);
				assert.ok(reasoning.length > 0);
				assert.equal((content.match(/^`{3,}/gm) ?? []).length % 2, 0);
			}),
		);
	});
});
