import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nameProblem, suggestedName } from '../../../src/account/tokenNames';

describe('the name of a token', () => {
	const suggestions: ReadonlyArray<readonly [string, readonly string[], string]> = [
		['vscode', [], 'vscode'],
		['vscode', ['vscode'], 'vscode 2'],
		['VSCode', ['vscode', 'vscode 2'], 'VSCode 3'],
		['  my \n token ', [], 'my token'],
		['', [], 'token'],
		['   ', ['token'], 'token 2'],
	];
	for (const [wanted, taken, expected] of suggestions) {
		it(`is suggested for ${JSON.stringify(wanted)} beside ${JSON.stringify(taken)}`, () =>
			assert.equal(suggestedName(wanted, taken), expected));
	}

	it('is always good as suggested, whatever the Hub calls the token', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 200 }), fc.array(fc.string({ maxLength: 5 })), (wanted, taken) => {
				fc.pre(!wanted.includes('hf_'));
				assert.equal(nameProblem(suggestedName(wanted, taken), taken), undefined);
			}),
		);
	});

	const judged: ReadonlyArray<readonly [string, RegExp | undefined]> = [
		['work', undefined],
		['', /^A name is needed/],
		['   ', /^A name is needed/],
		['vscode', /called “vscode” already/],
		[' VSCODE ', /already/],
		['x'.repeat(60), undefined],
		['x'.repeat(61), /too long/],
		[`hf_${'x'.repeat(34)}`, /looks like a token’s value/],
	];
	for (const [name, expected] of judged) {
		it(`${expected ? 'is refused' : 'is taken'}: ${JSON.stringify(name.slice(0, 20))}`, () => {
			const problem = nameProblem(name, ['vscode']);
			if (expected === undefined) {
				assert.equal(problem, undefined);
			} else {
				assert.match(problem ?? '', expected);
			}
		});
	}
});
