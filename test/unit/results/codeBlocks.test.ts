import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { codeBlocks, isOneCodeBlock } from '../../../src/results/codeBlocks';

function assertBlocks(markdown: string, ...expected: string[]): void {
	assert.deepEqual(
		codeBlocks(markdown).map(({ language, code }) => `${language}|${code}`),
		expected,
	);
}

describe('the code blocks of an answer', () => {
	it('are none in plain prose', () => assertBlocks('Use `x` and ``` inside a line.'));

	it('are what is between fences', () =>
		assertBlocks('Do:\n```ts\nlet a;\n\nlet b;\n```\nor\n~~~\nc\n~~~\n', 'ts|let a;\n\nlet b;', '|c'));

	it('may hold shorter fences and other ones', () =>
		assertBlocks('````md\n```ts\nx\n```\n~~~\n````', 'md|```ts\nx\n```\n~~~'));

	it('end with a longer fence, too', () => assertBlocks('```\nx\n`````\ny', '|x'));

	it('do not end with a fence that something follows', () =>
		assertBlocks('```\nx\n```js\ny\n```', '|x\n```js\ny'));

	it('are taken out of a list without its indentation', () =>
		assertBlocks('1. Do\n   ```py\n   if x:\n       y\n   ```', 'py|if x:\n    y'));

	it('count when the answer was cut off in one', () => assertBlocks('```js\nlet a', 'js|let a'));

	it('have the first word after the fence as their language', () =>
		assertBlocks('``` ts title="a.ts"\nx\n```', 'ts|x'));

	it('may be empty', () => assertBlocks('```\n```', '|'));

	it('understand every kind of line break', () => assertBlocks('```\r\na\r\nb\r\n```\r\n', '|a\nb'));

	it('give back any code that is put between fences long enough', () => {
		const line = fc.string({ unit: fc.constantFrom('a', ' ', '`', '~', '\t'), maxLength: 6 });
		fc.assert(
			fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), lines => {
				const code = lines.join('\n');
				assert.deepEqual(codeBlocks(`\`\`\`\`\`\`\`x\n${code}\n\`\`\`\`\`\`\``), [{ language: 'x', code }]);
			}),
		);
	});

	for (const [markdown, expected] of [
		['```\nx\n```', true],
		['\n```js\nx\n\ny\n```\n\n', true],
		['```\nx', false],
		['Here:\n```\nx\n```', false],
		['```\nx\n```\nDone.', false],
		['```\nx\n```\n```\ny\n```', false],
		['x', false],
		['', false],
	] as const) {
		it(`${JSON.stringify(markdown)} is ${expected ? '' : 'not '}one block and nothing else`, () =>
			assert.equal(isOneCodeBlock(markdown), expected));
	}
});
