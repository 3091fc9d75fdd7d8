import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextBuffer } from '../../../src/webview/textBuffer';

describe('TextBuffer', () => {
	it('gives what was appended, from any place on', () => {
		fc.assert(
			fc.property(fc.array(fc.string()), fc.nat(), (parts, at) => {
				const buffer = new TextBuffer();
				const seen: string[] = [];
				let position = 0;
				for (const part of parts) {
					buffer.append(part);
					seen.push(buffer.since(position));
					position = buffer.length;
				}
				const whole = parts.join('');
				assert.equal(seen.join(''), whole);
				assert.equal(buffer.since(Math.min(at, whole.length)), whole.slice(at));
				assert.equal(buffer.toString(), whole);
				assert.equal(buffer.length, whole.length);
			}),
		);
	});

	it('goes on when it is given a continuation of its text', () => {
		const buffer = new TextBuffer();
		buffer.append('one ');
		buffer.assign('one two');
		assert.equal(buffer.generation, 0);
		assert.equal(buffer.since(4), 'two');
	});

	it('begins anew when it is given another text', () => {
		const buffer = new TextBuffer();
		buffer.append('one');
		buffer.assign('two');
		assert.equal(buffer.generation, 1);
		assert.equal(buffer.toString(), 'two');
		buffer.assign('');
		assert.equal(buffer.generation, 2);
		assert.equal(buffer.length, 0);
	});
});
