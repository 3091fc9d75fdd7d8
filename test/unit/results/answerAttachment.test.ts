import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { answerAttachment } from '../../../src/results/answerAttachment';
import { goesAlong } from '../../../src/results/goesAlong';
import type { KeptOutput } from '../../../src/shared/output';

const file = (mimeType: string, name: string) => ({ mimeType, name, size: 1 });

describe('an answer that goes along with a question', () => {
	for (const [output, expected] of [
		[
			{ kind: 'chat', content: '# Yes', reasoning: 'Hmm' },
			{ attachment: { kind: 'text', name: 'my-run.md', languageId: 'markdown', text: '# Yes' } },
		],
		[
			{ kind: 'labels', labels: [{ label: 'a', score: 0.5 }] },
			{ attachment: { kind: 'text', name: 'my-run.csv', languageId: 'csv', text: 'a,0.5000' } },
		],
		[
			{ kind: 'image', image: file('image/png', '0.png') },
			{ picture: file('image/png', '0.png'), name: 'my-run.png' },
		],
		[{ kind: 'image', image: file('image/svg+xml', '0.svg') }, undefined],
		[{ kind: 'audio', clips: [{ audio: file('audio/wav', '0.wav') }] }, undefined],
		[{ kind: 'video', video: file('video/mp4', '0.mp4') }, undefined],
	] as const satisfies ReadonlyArray<readonly [KeptOutput, unknown]>) {
		it(`is ${expected ? 'taken' : 'not taken'} where it is ${output.kind}`, () =>
			assert.deepEqual(answerAttachment(output, 'My run'), expected));
	}

	it('is not written before it is picked', () => {
		const vector: KeptOutput = {
			kind: 'vector',
			get values(): readonly number[] {
				throw new Error('It was looked at');
			},
		};
		assert.equal(goesAlong(vector), 'text');
		assert.throws(() => answerAttachment(vector, 'My run'), /looked at/);
	});
});
