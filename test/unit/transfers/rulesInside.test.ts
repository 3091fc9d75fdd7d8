import assert from 'node:assert/strict';
import fc from 'fast-check';
import ignore from 'ignore';
import { rulesInside } from '../../../src/hub/transfers/upload/rulesInside';

describe('The rules in a folder that was chosen although it is ignored', () => {
	/** The lines, the folder, and those that stay. */
	const cases: ReadonlyArray<readonly [readonly string[], string, readonly string[]]> = [
		[[], 'dist/', []],
		[['dist/', '*.key', 'secrets.json'], 'dist/', ['*.key', 'secrets.json']],
		[['*.key', 'other/', '/src'], 'dist/', ['*.key', 'other/', '/src']],
		[['# dist', '/dist', 'dist', 'DIST/', '*.key'], 'dist/', ['# dist', '*.key']],
		[['a/', 'b', '/a/b/c', '/c', '*.key'], 'a/b/c/', ['/c', '*.key']],
		[['*', '*.key'], 'dist/', ['*.key']],
		[['/*', '!/src/', '*.key'], 'dist/', ['!/src/', '*.key']],
		[['d*', '[!a-c]ist', '**/dist/', '*.key'], 'dist/', ['*.key']],
		// Exceptions: for the folder, for others, for what is in it.
		[['dist/', '!dist/', '*.key'], 'dist/', ['dist/', '!dist/', '*.key']],
		[['*', '!*/', '!*.py'], 'src/', ['*', '!*/', '!*.py']],
		[['dist/', '*.key', '!public.key'], 'dist/', ['*.key', '!public.key']],
		// Each thing in it.
		[['/dist/**', '*.key'], 'dist/', ['*.key']],
		[['dist/*', 'dist/**/* ', '/dist/tmp/*', '*.key'], 'dist/', ['/dist/tmp/*', '*.key']],
		[['dist/*', 'a/**'], 'a/dist/', ['dist/*']],
		[['**/dist/**'], 'a/dist/', []],
		[['dist/**', '!dist/kept.txt', '*.key'], 'dist/', ['dist/**', '!dist/kept.txt', '*.key']],
		[['dist/*.key'], 'dist/', ['dist/*.key']],
	];
	for (const [lines, folder, inside] of cases) {
		it(`are ${JSON.stringify(inside)} of ${JSON.stringify(lines)} in ${folder}`, () => {
			assert.equal(rulesInside(lines.join('\n'), folder), inside.join('\n'));
			assert.equal(rulesInside(lines.join('\r\n'), folder).replaceAll('\r', ''), inside.join('\n'));
		});
	}

	it('leave out the folder no more, and of what is in it all that the other lines do, and nothing else', () => {
		const name = fc.constantFrom('a', 'b', 'c', '*', '**', '*.k', 'a*', '[ab]', '?');
		const pattern = fc
			.tuple(
				fc.constantFrom('', '', '!'),
				fc.constantFrom('', '/'),
				fc.array(name, { minLength: 1, maxLength: 3 }),
				fc.constantFrom('', '/'),
			)
			.map(([not, start, names, end]) => not + start + names.join('/') + end);
		const folders = ['a/', 'a/b/', 'a/b/c/'];
		const files = ['x', 'x.k', 'a', 'b', 'a/x', 'b/x.k', 'c/a/b', 'b/c/'];
		const all = (lines: readonly string[]) => ignore().add(lines);
		fc.assert(
			fc.property(fc.array(pattern, { maxLength: 6 }), fc.constantFrom(...folders), (lines, folder) => {
				const inside = rulesInside(lines.join('\n'), folder).split('\n').filter(Boolean);
				assert.ok(!all(inside).ignores(folder), 'the folder');
				const positive = inside.filter(line => !line.startsWith('!'));
				for (const file of files.map(one => folder + one)) {
					const is = all(inside).ignores(file);
					assert.ok(!is || all(lines).ignores(file), `${file} is ignored only now`);
					if (positive.length === inside.length) {
						assert.equal(
							is,
							positive.some(line => all([line]).ignores(file)),
							file,
						);
					}
				}
				assert.deepEqual(
					lines.filter(line => line.startsWith('!')),
					inside.filter(line => line.startsWith('!')),
				);
				if (!all(lines).ignores(folder) && lines.some(line => line.startsWith('!'))) {
					assert.deepEqual(inside, lines);
				}
			}),
			{ numRuns: 1_000 },
		);
	});
});
