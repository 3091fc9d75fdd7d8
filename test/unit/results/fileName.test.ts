import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import fc from 'fast-check';
import { fileName } from '../../../src/results/fileName';

describe('a name for a file', () => {
	for (const [words, name] of [
		['Text to Image', 'text-to-image.png'],
		['  ../../etc/passwd ', 'etc-passwd.png'],
		['Übersetze „dies“!', 'übersetze-dies.png'],
		['…', 'answer.png'],
		['x'.repeat(99), `${'x'.repeat(60)}.png`],
	] as const) {
		it(`of ${JSON.stringify(words.slice(0, 20))} is ${name.slice(0, 20)}`, () =>
			assert.equal(fileName(words, 'png'), name));
	}

	it('holds nothing that a path or a system could take otherwise', () =>
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...'aZ9.-_/:\\ ü名𐐀\0\n…'), { maxLength: 90 }), chars =>
				assert.match(fileName(chars.join(''), 'png'), /^[\p{L}\p{N}][\p{L}\p{N}-]*\.png$/u),
			),
		));
});
