import assert from 'node:assert/strict';
import { headingSlugs } from '../../../src/webview/repo/headingSlugs';

describe('what links call headings by', () => {
	const cases: ReadonlyArray<readonly [headings: readonly string[], slugs: readonly string[]]> = [
		[['How to Use'], ['how-to-use']],
		[['1. What’s new in v2.0?'], ['1-whats-new-in-v20']],
		[['🤗 Training & data'], ['-training--data']],
		[
			['Über uns', '使い方'],
			['über-uns', '使い方'],
		],
		[['snake_case-name'], ['snake_case-name']],
		[
			['Use', 'use', 'Use-1', 'USE'],
			['use', 'use-1', 'use-1-1', 'use-2'],
		],
		[
			['!', '?'],
			['', '-1'],
		],
	];
	for (const [headings, slugs] of cases) {
		it(JSON.stringify(headings), () => assert.deepEqual(headingSlugs(headings), slugs));
	}

	it('of a card with 20,000 of them, without looking at each for each', () => {
		const headings = Array.from({ length: 20_000 }, (_, index) => (index % 4 === 0 ? 'Use-7' : 'Use'));
		const has = Reflect.get(Set.prototype, 'has') as (this: Set<unknown>, value: unknown) => boolean;
		let looks = 0;
		Set.prototype.has = function (value) {
			looks++;
			return has.call(this, value);
		};
		try {
			assert.equal(new Set(headingSlugs(headings)).size, headings.length);
		} finally {
			Set.prototype.has = has;
		}
		assert.ok(looks <= 2 * headings.length, `${looks} looks`);
	});
});
