import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatStoredTokens } from '../../../../src/tokens/cli/formatStoredTokens';
import { parseStoredTokens, type StoredSection } from '../../../../src/tokens/cli/parseStoredTokens';

/** As plain objects, for comparing. */
function plain(sections: readonly StoredSection[]): Record<string, Record<string, string>> {
	return Object.fromEntries(sections.map(({ name, fields }) => [name, Object.fromEntries(fields)]));
}

describe('the stored_tokens of the command line', () => {
	const ROWS: ReadonlyArray<readonly [string, string, Record<string, Record<string, string>>, boolean]> = [
		['nothing', '', {}, false],
		[
			'what it writes',
			'[vscode]\nhf_token = a\n\n[work]\nhf_token = b\n\n',
			{ vscode: { hf_token: 'a' }, work: { hf_token: 'b' } },
			false,
		],
		[
			'a sign-in',
			'[oauth-ada]\nhf_token = a\nrefresh_token = r%s=\nexpires_at = 1767225599\n',
			{ 'oauth-ada': { hf_token: 'a', refresh_token: 'r%s=', expires_at: '1767225599' } },
			false,
		],
		['both separators, in any case', '[a]\nHF_Token:x\n', { a: { hf_token: 'x' } }, false],
		[
			'names with dots, signs and brackets',
			'[v1.0 #2; x]\nhf_token = a\n',
			{ 'v1.0 #2; x': { hf_token: 'a' } },
			false,
		],
		[
			'comments of their own line only',
			'# x\n; y\n[a]\n# z\nhf_token = a # b\n',
			{ a: { hf_token: 'a # b' } },
			false,
		],
		['values that go on', '[a]\nhf_token = a\n  b\n', { a: { hf_token: 'a\nb' } }, false],
		[
			'the defaults of every section',
			'[DEFAULT]\nk = v\n[a]\nhf_token = a\n',
			{ a: { k: 'v', hf_token: 'a' } },
			false,
		],
		[
			'lines of Windows and a mark of order',
			'\ufeff[a]\r\nhf_token = a\r\n',
			{ a: { hf_token: 'a' } },
			false,
		],
		['no section twice', '[a]\nhf_token = a\n[a]\nx = b\n', { a: { hf_token: 'a', x: 'b' } }, true],
		['nothing before a section', 'hf_token = a\n[b]\nhf_token = b\n', { b: { hf_token: 'b' } }, true],
		['no line without a separator', '[a]\nhf_token = a\nabc\n', { a: { hf_token: 'a' } }, true],
		['no bytes of something else', '\u0000\u0001{"a": 1}', {}, true],
	];
	for (const [what, text, expected, damaged] of ROWS) {
		it(`has ${what}${damaged ? ', and what is readable is kept' : ''}`, () => {
			const { sections, isDamaged } = parseStoredTokens(text);
			assert.deepEqual(plain(sections), expected);
			assert.equal(isDamaged, damaged);
		});
	}

	it('is the same after it was written and read, whatever the names and values', () => {
		const word = fc.stringMatching(/^[!-~][ -~]{0,20}[!-~]$/);
		const name = word.filter(one => one !== 'DEFAULT' && !one.includes(']') && one.trim() === one);
		const key = fc.stringMatching(/^[a-z_]{1,12}$/);
		const section = fc.dictionary(
			key,
			word.filter(one => !/^[#;]/.test(one)),
			{ minKeys: 1 },
		);
		fc.assert(
			fc.property(fc.dictionary(name, section, { noNullPrototype: true }), stored => {
				const sections = Object.entries(stored).map(([one, fields]) => ({
					name: one,
					fields: new Map(Object.entries(fields)),
				}));
				const read = parseStoredTokens(formatStoredTokens(sections));
				assert.equal(read.isDamaged, false);
				assert.deepEqual(plain(read.sections), plain(sections));
			}),
		);
	});

	it('never fails on any text', () => {
		const piece = fc.oneof(
			fc.constantFrom('[', ']', '\n', '\r', '=', ':', '#', ' ', '\t', 'a', '\0'),
			fc.string(),
		);
		fc.assert(fc.property(fc.array(piece), pieces => void parseStoredTokens(pieces.join(''))));
	});
});
