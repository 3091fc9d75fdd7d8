import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LogPlace } from '../../../src/hub/logPlace';
import type { LogEvent } from '../../../src/hub/parseLogEvent';

const lines = (text: string): readonly LogEvent[] =>
	text
		.split(' ')
		.filter(word => word !== '')
		.map(word => {
			const [line = '', time] = word.split('@');
			return { line, ...(time !== undefined && { time: Number(time) }) };
		});

/** What is new of several beginnings of one log. */
function passed(...times: ReadonlyArray<readonly LogEvent[]>): readonly string[] {
	const place = new LogPlace();
	return times.flatMap((events, index) => {
		if (index > 0) {
			place.restart();
		}
		return events.filter(event => place.pass(event)).map(({ line }) => line);
	});
}

describe('a log that is sent again', () => {
	const cases: Readonly<Record<string, readonly [first: string, second: string, shown: string]>> = {
		'goes on behind what was shown': ['a@1 b@2', 'a@1 b@2 c@3', 'a b c'],
		'has the same line at other times': ['a@1 a@2', 'a@1 a@2 a@3', 'a a a'],
		'has the same line twice at one time': ['a@1 b@2 b@2', 'a@1 b@2 b@2 b@2 c@2', 'a b b b c'],
		'may leave out its beginning': ['a@1 b@2 c@3', 'c@3 d@4', 'a b c d'],
		'may begin behind what was shown': ['a@1 b@2', 'a@8 b@9', 'a b a b'],
		'may be what it was': ['a@1 b@2', 'a@1 b@2', 'a b'],
		'may have been empty': ['', 'a@1', 'a'],
		'may be another one without times': ['a b c', 'c a b', 'a b c c a b'],
		'keeps what it has again at one time': ['a@1 b@1 a@1', 'a@1 a@1 b@1', 'a b a a b'],
		'may have begun to have times': ['a b', 'a b c@1 a@2', 'a b c a'],
		'may have no times': ['a b a', 'a b a a c', 'a b a a c'],
		'keeps lines that are out of order, once they are new': ['a@1', 'a@1 c@3 b@2', 'a c b'],
	};
	for (const [name, [first, second, shown]] of Object.entries(cases)) {
		it(name, () => assert.equal(passed(lines(first), lines(second)).join(' '), shown));
	}

	it('keeps every line that is the same as others, and no more than it has to compare', () => {
		const place = new LogPlace();
		const many = Array.from({ length: 100_000 }, (_, index) => ({ line: `line ${index % 3}` }));
		assert.ok(many.every(event => place.pass(event)));
		assert.ok(JSON.stringify(place).length < 50_000);
		place.restart();
		assert.ok(!many.some(event => place.pass(event)));
		assert.ok(place.pass({ line: 'line 0' }));
		assert.ok(place.pass({ line: 'line 0' }));
	});

	it('is shown once without times, too, wherever and however often it broke off', () => {
		const written = fc.array(fc.constantFrom('a', 'b', 'c').map(line => ({ line })));
		fc.assert(
			fc.property(written, fc.array(fc.nat(20)), (log, cuts) => {
				const parts = [...cuts.map(cut => log.slice(0, cut)), log];
				assert.deepEqual(
					passed(...parts),
					log.map(({ line }) => line),
				);
			}),
		);
	});

	it('is shown once, wherever and however often it broke off', () => {
		const steps = fc.array(fc.record({ line: fc.constantFrom('a', 'b', 'c'), step: fc.nat(1) }));
		fc.assert(
			fc.property(steps, fc.array(fc.nat(20)), (written, cuts) => {
				let time = 0;
				const log = written.map(({ line, step }) => ({ line, time: (time += step) }));
				const parts = [...cuts.map(cut => log.slice(0, cut)), log];
				assert.deepEqual(
					passed(...parts),
					log.map(({ line }) => line),
				);
			}),
		);
	});
});
