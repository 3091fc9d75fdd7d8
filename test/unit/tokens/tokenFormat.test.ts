import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkToken, cleanToken, type TokenFormat } from '../../../src/tokens/tokenFormat';
import { isAccessToken } from '../../../src/util/isAccessToken';
import { makeTestTokens } from '../../hub/testTokens';

const { read: token, oauth } = makeTestTokens();
const jwt = `hf_jwt_${'eyJh'.repeat(5)}.${'x-_'.repeat(9)}.sig`;

const letters = (characters: string, minLength: number) =>
	fc.array(fc.constantFrom(...characters), { minLength, maxLength: 80 }).map(all => all.join(''));
const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const validToken = fc.oneof(
	letters(ALPHANUMERIC, 30).map(tail => `hf_${tail}`),
	letters(`${ALPHANUMERIC}._-`, 10).map(tail => `hf_oauth_${tail}`),
	letters(`${ALPHANUMERIC}._-`, 10).map(tail => `hf_jwt_${tail}`),
);
const wrapping = fc.constantFrom(
	...['"', "'", '`', '“', '”', ' ', '\n', '\r\n', '\t', '\u00a0', '\u200b', '\ufeff', ';'],
	...['HF_TOKEN=', 'export HF_TOKEN=', 'Bearer ', 'Authorization: Bearer '],
);

describe('cleanToken', () => {
	for (const [what, typed] of [
		['blanks', `  ${token}\t`],
		['a line break at the end', `${token}\r\n`],
		['line breaks of a narrow terminal', `${token.slice(0, 20)}\n${token.slice(20)}`],
		['blanks that cannot be seen', `\u200b\u00a0${token}\ufeff`],
		['quotes', `"${token}"`],
		['curly quotes', `“${token}”`],
		['backticks', `\`${token}\``],
		['HF_TOKEN=', `HF_TOKEN=${token}`],
		['a quoted HF_TOKEN', `HF_TOKEN = '${token}'`],
		['export', `export HF_TOKEN="${token}";`],
		['PowerShell', `$env:HF_TOKEN = "${token}"`],
		['cmd', `set HF_TOKEN=${token}`],
		['a YAML line', `HF_TOKEN: ${token}`],
		['the legacy name', `HUGGING_FACE_HUB_TOKEN=${token}`],
		['Bearer', `Bearer ${token}`],
		['a whole header', `Authorization: Bearer ${token}`],
	] as const) {
		it(`takes off ${what}`, () => assert.equal(cleanToken(typed), token));
	}

	it('never alters a valid token', () => {
		fc.assert(fc.property(validToken, valid => assert.equal(cleanToken(valid), valid)));
	});

	it('finds a valid token in any wrapping', () => {
		fc.assert(
			fc.property(validToken, fc.array(wrapping, { maxLength: 4 }), fc.nat(4), (valid, wraps, at) => {
				const prefix = wraps.join('');
				const suffix = wraps.slice(0, at).filter(wrap => !wrap.includes('r') && !wrap.includes('='));
				assert.equal(cleanToken(prefix + valid + suffix.join('')), valid);
			}),
		);
	});

	it('has nothing left to do the second time', () => {
		const text = fc.oneof(
			fc.array(fc.nat(0xffff)).map(units => String.fromCharCode(...units)),
			fc.array(fc.oneof(wrapping, validToken, fc.string()), { maxLength: 6 }).map(all => all.join('')),
		);
		fc.assert(
			fc.property(text, typed => {
				const cleaned = cleanToken(typed);
				assert.equal(cleanToken(cleaned), cleaned);
			}),
		);
	});
});

describe('checkToken', () => {
	for (const [typed, format] of [
		['', 'empty'],
		['h', 'tooShort'],
		['hf_', 'tooShort'],
		[token.slice(0, 20), 'tooShort'],
		[token, 'ok'],
		[oauth, 'ok'],
		[jwt, 'ok'],
		['hf_oauth_abc', 'tooShort'],
		[`api_org_${token.slice(3)}`, 'orgToken'],
		['sk-proj-1234', 'notHf'],
		['hugging', 'notHf'],
		[`${token} `, 'badCharacter'],
		[`${token}é`, 'badCharacter'],
		[`${token.slice(0, 30)}…`, 'badCharacter'],
		[`${oauth}/`, 'badCharacter'],
	] as ReadonlyArray<readonly [string, TokenFormat]>) {
		it(`says ${format} to “${typed.replace(/\w{20,}/, 'x…x')}”`, () => {
			assert.equal(checkToken(typed), format);
		});
	}

	it('agrees with what is allowed to be sent', () => {
		fc.assert(
			fc.property(fc.oneof(validToken, fc.string()), typed => {
				assert.equal(checkToken(typed) === 'ok', isAccessToken(typed));
			}),
		);
	});
});
