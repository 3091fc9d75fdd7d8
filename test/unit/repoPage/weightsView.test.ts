import assert from 'node:assert/strict';
import type { FileEntry } from '../../../src/hub/contents';
import { fitOf, weightsView } from '../../../src/repoPage/weightsView';

const file = (path: string, size: number): FileEntry => ({
	type: 'file',
	path,
	size,
	isLarge: true,
	oid: '',
});
const GB = 1e9;

describe('the weights of a model', () => {
	it('are counted by type, the most first', () => {
		const view = weightsView({ parameters: { F32: 1e9, BF16: 3e9 } }, [], 16 * GB);
		assert.equal(view?.total, '4B');
		assert.deepEqual(view?.byType, [
			['BF16', '3B', 75],
			['F32', '1B', 25],
		]);
	});

	it('are offered as the files that there are, parts of one together', () => {
		const files = [
			file('m-Q4_K_M-00001-of-00002.gguf', 3 * GB),
			file('m-Q4_K_M-00002-of-00002.gguf', 2 * GB),
			file('m.Q8_0.gguf', 9 * GB),
			file('README.md', 5),
		];
		const view = weightsView({ gguf: { total: 8e9 } }, files, 16 * GB);
		assert.deepEqual(
			view?.quants.map(({ name, size, isFile, fit }) => [name, size, isFile, fit]),
			[
				['Q8_0', '9 GB', true, 'fits'],
				['Q4_K_M', '5 GB', true, 'fits'],
			],
		);
		assert.equal(view?.files.length, 3);
	});

	it('are found in folders and by newer names, and not taken for what goes along with them', () => {
		const files = [
			file('UD-Q4_K_XL/m-UD-Q4_K_XL-00001-of-00002.gguf', 30 * GB),
			file('UD-Q4_K_XL/m-UD-Q4_K_XL-00002-of-00002.gguf', 20 * GB),
			file('Q2_K/m-Q2_K.gguf', 20 * GB),
			file('m-MXFP4.gguf', 12 * GB),
			file('m-mxfp4_moe.gguf', 11 * GB),
			file('m-TQ1_0.gguf', 8 * GB),
			file('m-IQ2_XXS.gguf', 7 * GB),
			file('mmproj-m-F16.gguf', GB),
			file('m.imatrix.F32.gguf', GB),
		];
		const view = weightsView({ gguf: { total: 80e9 } }, files, 16 * GB);
		assert.deepEqual(
			view?.quants.map(({ name, size }) => `${name} ${size}`),
			['Q4_K_XL 50 GB', 'Q2_K 20 GB', 'MXFP4 12 GB', 'MXFP4_MOE 11 GB', 'TQ1_0 8 GB', 'IQ2_XXS 7 GB'],
		);
	});

	it('are estimated where they would have to be converted', () => {
		const view = weightsView({ parameters: { BF16: 8e9 } }, [], 16 * GB);
		const fits = Object.fromEntries((view?.quants ?? []).map(({ name, fit }) => [name, fit]));
		assert.equal(fits['16 bit'], 'no');
		assert.equal(fits.Q4_K_M, 'fits');
		assert.ok(view?.quants.every(({ isFile }) => !isFile));
	});

	it('are nothing where there are none', () => assert.equal(weightsView({}, [], GB), undefined));

	const fits = [
		[1, 'fits'],
		[9, 'fits'],
		[11, 'tight'],
		[13, 'no'],
	] as const;
	for (const [size, fit] of fits) {
		it(`of ${size} GB: ${fit} into 16 GB`, () => assert.equal(fitOf(size * GB, 16 * GB), fit));
	}
});
