import assert from 'node:assert/strict';
import type { UploadFile, UploadPlan } from '../../../src/hub/transfers/upload/uploadPlan';
import { groupUpload } from '../../../src/transfers/groupUpload';
import { UploadMarks } from '../../../src/transfers/uploadMarks';

const file = (path: string, more: Partial<UploadFile> = {}): UploadFile => ({
	path,
	size: 1,
	modifiedAt: 0,
	change: 'added',
	mode: 'regular',
	tag: `tag of ${path}`,
	...more,
});
const secret = file('key.txt', { secret: 'a key' });
const plan: UploadPlan = {
	repo: { type: 'model', id: 'acme/model' },
	folder: '/mine',
	branch: 'main',
	parent: '0'.repeat(40),
	files: [file('a.txt'), file('b.txt'), secret, file('c.txt', { change: 'changed' })],
	missing: ['old.txt', 'older.txt'],
	unchanged: 0,
	ignored: [],
	withheld: [],
	overruled: [],
	unreadable: [],
	tooLarge: [],
	onlyProposed: false,
};

/** The groups that are not empty, by the paths in them. */
function groups(marks: UploadMarks, of = plan): Readonly<Record<string, readonly string[]>> {
	return Object.fromEntries(
		Object.entries<ReadonlyArray<string | { readonly path: string }>>({ ...groupUpload(of, marks) })
			.filter(([, items]) => items.length > 0)
			.map(([group, items]) => [group, items.map(one => (typeof one === 'string' ? one : one.path))]),
	);
}

describe('The marks of an upload', () => {
	const untouched = {
		secrets: ['key.txt'],
		added: ['a.txt', 'b.txt'],
		changed: ['c.txt'],
		onlyOnHub: ['old.txt', 'older.txt'],
	};
	const cases: ReadonlyArray<
		readonly [string, (marks: UploadMarks) => void, Readonly<Record<string, readonly string[]>>]
	> = [
		['none', () => undefined, untouched],
		[
			'one left out',
			marks => marks.leaveOut(file('a.txt'), true),
			{ ...untouched, added: ['b.txt'], leftOut: ['a.txt'] },
		],
		[
			'one put back after all were left out',
			marks => {
				marks.leaveAllOut('added', true);
				marks.leaveOut(file('b.txt'), false);
			},
			{ ...untouched, added: ['b.txt'], leftOut: ['a.txt'] },
		],
		[
			'all put back after one was',
			marks => {
				marks.leaveAllOut('added', true);
				marks.leaveOut(file('b.txt'), false);
				marks.leaveAllOut('added', false);
			},
			untouched,
		],
		[
			'a secret looked at after all were left out',
			marks => {
				marks.leaveAllOut('added', true);
				marks.look(secret);
			},
			{
				added: ['key.txt'],
				changed: ['c.txt'],
				leftOut: ['a.txt', 'b.txt'],
				onlyOnHub: ['old.txt', 'older.txt'],
			},
		],
		[
			'one deleted',
			marks => marks.delete('old.txt', true),
			{ ...untouched, deleted: ['old.txt'], onlyOnHub: ['older.txt'] },
		],
		[
			'one kept after all',
			marks => {
				marks.delete('old.txt', true);
				marks.delete('old.txt', false);
			},
			untouched,
		],
	];
	for (const [what, mark, meant] of cases) {
		it(`say what becomes of each file: ${what}, also after a reload`, () => {
			const marks = new UploadMarks();
			mark(marks);
			assert.deepEqual(groups(marks), meant);
			const stored: unknown = JSON.parse(JSON.stringify(marks.stored));
			assert.deepEqual(stored, marks.stored);
			assert.deepEqual(groups(new UploadMarks(marks.stored)), meant);
		});
	}

	it('are there once anything is marked', () => {
		assert.ok(new UploadMarks().isEmpty);
		for (const mark of cases.slice(1, 3).map(([, one]) => one)) {
			const marks = new UploadMarks();
			mark(marks);
			assert.ok(!marks.isEmpty);
		}
	});

	it('take no more room for a hundred thousand files than for one', () => {
		const many = Array.from({ length: 100_000 }, (_, index) => file(`${index}.txt`));
		const marks = new UploadMarks();
		marks.leaveAllOut('added', true);
		assert.equal(groupUpload({ ...plan, files: many }, marks).leftOut.length, 100_000);
		assert.ok(JSON.stringify(marks.stored).length < 200);
	});

	it('of a content that was looked at say nothing of another one', () => {
		const marks = new UploadMarks();
		marks.look(secret);
		const files = [file('key.txt', { secret: 'a key', tag: 'another' })];
		assert.deepEqual(groups(marks, { ...plan, files, missing: [] }), { secrets: ['key.txt'] });
	});

	it('hold for a file that is new by the next comparison, and was changed by the one before', () => {
		const marks = new UploadMarks();
		const [changed] = plan.files.filter(({ change }) => change === 'changed');
		assert.ok(changed);
		marks.leaveOut(changed, true);
		const elsewhere = { ...plan, files: [file(changed.path)] };
		assert.deepEqual(groups(marks, elsewhere).leftOut, [changed.path]);
		assert.deepEqual(groups(new UploadMarks(marks.stored), elsewhere).leftOut, [changed.path]);
	});

	it('of all of a kind hold for each of it, taken or left out, whatever its kind is by the next comparison', () => {
		const marks = new UploadMarks();
		marks.leaveAllOut('added', true);
		const kinds = (changes: Readonly<Record<string, UploadFile['change']>>): UploadPlan => ({
			...plan,
			files: Object.entries(changes).map(([path, change]) => file(path, { change })),
			missing: [],
		});
		const here = kinds({ 'a.txt': 'added', 'b.txt': 'added', 'c.txt': 'changed' });
		const there = kinds({ 'a.txt': 'changed', 'c.txt': 'added', 'd.txt': 'added', 'e.txt': 'changed' });
		assert.deepEqual(groups(marks, here), { changed: ['c.txt'], leftOut: ['a.txt', 'b.txt'] });
		marks.follow(here.files, there.files);
		const meant = { added: ['c.txt'], changed: ['e.txt'], leftOut: ['a.txt', 'd.txt'] };
		assert.deepEqual(groups(marks, there), meant);
		assert.deepEqual(groups(new UploadMarks(marks.stored), there), meant);
		// It was not in the comparison between, as the repo had the same.
		const later = kinds({ 'b.txt': 'changed' });
		marks.follow(there.files, later.files);
		assert.deepEqual(groups(marks, later), { leftOut: ['b.txt'] });
		assert.ok(JSON.stringify(marks.stored).length < 300);
	});

	it('are the same lists until something is marked, so that nothing is written where nothing changed', () => {
		const marks = new UploadMarks();
		const changes = [
			() => marks.look(secret),
			() => marks.leaveOut(file('a.txt'), true),
			() => marks.leaveAllOut('added', true),
			() => marks.delete('old.txt', true),
			() => marks.keepAll(),
			() => marks.follow([file('a.txt')], []),
		];
		for (const change of changes) {
			const { stored } = marks;
			assert.equal(marks.stored, stored);
			change();
			assert.notEqual(marks.stored, stored);
		}
	});
});
