import assert from 'node:assert/strict';
import { formatDuration, formatMetrics, formatScore } from '../../../src/webview/formatMetrics';

function table(format: (value: number) => string, rows: ReadonlyArray<readonly [number, string]>): void {
	for (const [value, text] of rows) {
		it(`writes ${value} as ${text}`, () => assert.equal(format(value), text));
	}
}

describe('formatDuration', () => {
	table(formatDuration, [
		[0, '0 ms'],
		[310.4, '310 ms'],
		[999.4, '999 ms'],
		[1_000, '1.0 s'],
		[2_340, '2.3 s'],
		[12_400, '12 s'],
		[59_400, '59 s'],
		[59_600, '1 min 0 s'],
		[72_000, '1 min 12 s'],
		[3_600_000, '60 min 0 s'],
	]);
});

describe('formatScore', () => {
	table(formatScore, [
		[0, '0.0%'],
		[0.000_1, '<0.1%'],
		[0.000_5, '0.1%'],
		[0.973, '97.3%'],
		[0.999_4, '99.9%'],
		[0.999_6, '>99.9%'],
		[1, '100.0%'],
	]);
});

describe('formatMetrics', () => {
	const texts = (metrics: Parameters<typeof formatMetrics>[0]) =>
		formatMetrics(metrics).map(({ text }) => text);

	it('leaves out what is not known', () => {
		assert.deepEqual(texts({ durationMs: 95 }), ['95 ms']);
	});

	it('gives every figure in its order, each with an explanation', () => {
		const metrics = {
			durationMs: 2_340,
			firstTokenMs: 312,
			tokensPerSecond: 96.4,
			usage: { promptTokens: 412, completionTokens: 1_188 },
			cost: 0,
		};
		assert.deepEqual(texts(metrics), [
			'412 in',
			'1,188 out',
			'first token 312 ms',
			'96 tok/s',
			'$0',
			'2.3 s',
		]);
		assert.ok(formatMetrics(metrics).every(({ explanation }) => explanation.length > 10));
	});

	it('keeps a digit of slow rates', () => {
		assert.deepEqual(texts({ durationMs: 1, tokensPerSecond: 2.345 }), ['2.3 tok/s', '1 ms']);
	});
});
