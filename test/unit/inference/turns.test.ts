import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type Turn, Turns } from '../../../src/inference/turns';

const forever = new AbortController().signal;

/** A clock that only goes on when it is told to. */
class Clock {
	now = 0;
	private alarms: Array<{ at: number; ring: () => void }> = [];

	readonly pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
		new Promise((resolve, reject) => {
			this.alarms.push({ at: this.now + milliseconds, ring: resolve });
			signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
		});

	async goOn(milliseconds: number): Promise<void> {
		this.now += milliseconds;
		const due = this.alarms.filter(({ at }) => at <= this.now);
		this.alarms = this.alarms.filter(({ at }) => at > this.now);
		due.forEach(({ ring }) => ring());
		await settled();
	}
}

/** All that follows from what has happened has happened. */
const settled = () => new Promise(resolve => setImmediate(resolve));

/** Calls that wait for, and get, their turns at `turns`. */
function callsOf(turns: Turns) {
	const begun: string[] = [];
	const open = new Map<string, Turn>();
	const waits: Array<[name: string, until: number | undefined]> = [];
	const ask = (
		name: string,
		provider: string,
		signal = forever,
		order = turns.nextOrder(),
		lane = provider,
	) => {
		const asking = turns
			.take({ provider, lane, order, signal, onWait: ({ until }) => waits.push([name, until]) })
			.then(turn => {
				begun.push(name);
				open.set(name, turn);
			});
		return asking;
	};
	const turn = (name: string): Turn => {
		const found = open.get(name);
		assert.ok(found, `${name} has not begun`);
		return found;
	};
	return { begun, open, waits, ask, turn };
}

describe('Turns', () => {
	it('lets sixteen go on at once, and the next one when one of them ends', async () => {
		const { begun, waits, ask, turn } = callsOf(new Turns());
		for (let index = 0; index < 18; index++) {
			void ask(`${index}`, `provider-${index % 4}`);
		}
		await settled();
		assert.equal(begun.length, 16);
		assert.deepEqual(waits, [
			['16', undefined],
			['17', undefined],
		]);
		turn('3').end();
		turn('3').end();
		await settled();
		assert.deepEqual(begun.slice(16), ['16']);
	});

	it('does not let many runs at one provider keep another waiting', async () => {
		const { begun, ask, turn } = callsOf(new Turns());
		for (let index = 0; index < 30; index++) {
			void ask(`busy-${index}`, 'busy');
		}
		void ask('alone', 'calm');
		await settled();
		turn('busy-0').end();
		await settled();
		assert.equal(begun[16], 'alone');
	});

	it('keeps the order in which the runs of one provider came, whoever asks again', async () => {
		const clock = new Clock();
		const turns = new Turns(() => clock.now, clock.pause);
		const { begun, waits, ask, turn } = callsOf(turns);
		const order = turns.nextOrder();
		void ask('first', 'p', forever, order);
		await settled();
		turn('first').refuse(5_000);
		turn('first').end();
		void ask('second', 'p');
		void ask('third', 'p');
		void ask('first again', 'p', forever, order);
		await settled();
		assert.deepEqual(waits, [
			['second', 5_000],
			['third', 5_000],
			['first again', 5_000],
		]);
		await clock.goOn(4_999);
		assert.deepEqual(begun, ['first']);
		await clock.goOn(1);
		assert.deepEqual(begun, ['first', 'first again']);
		// The others wait until the provider has taken that one.
		turn('first again').answered();
		await settled();
		assert.deepEqual(begun, ['first', 'first again', 'second', 'third']);
	});

	it('leaves a provider alone that refuses again, and the others go on', async () => {
		const clock = new Clock();
		const { begun, waits, ask, turn } = callsOf(new Turns(() => clock.now, clock.pause));
		void ask('a', 'p');
		await settled();
		turn('a').refuse(1_000);
		turn('a').end();
		void ask('b', 'p');
		void ask('c', 'p');
		void ask('other', 'q');
		await clock.goOn(1_000);
		assert.deepEqual(begun, ['a', 'other', 'b']);
		turn('b').refuse(3_000);
		turn('b').end();
		await settled();
		assert.deepEqual(waits.at(-1), ['c', 3_000]);
		await clock.goOn(2_000);
		assert.deepEqual(begun, ['a', 'other', 'b', 'c']);
	});

	it('keeps only one model waiting where the router chose who refused it', async () => {
		const clock = new Clock();
		const turns = new Turns(() => clock.now, clock.pause);
		const { begun, waits, ask, turn } = callsOf(turns);
		const auto = (name: string, model: string) =>
			void ask(name, 'auto', forever, turns.nextOrder(), `auto ${model}`);
		auto('a1', 'a');
		await settled();
		turn('a1').refuse(55_000);
		turn('a1').end();
		auto('a2', 'a');
		auto('b1', 'b');
		await settled();
		assert.deepEqual(begun, ['a1', 'b1']);
		assert.deepEqual(waits, [['a2', 55_000]]);
	});

	it('counts the calls of all models at one provider when it chooses the next, and those of a model after them', async () => {
		const turns = new Turns();
		const { begun, ask, turn } = callsOf(turns);
		for (let index = 0; index < 16; index++) {
			void ask(`auto-${index}`, 'auto', forever, turns.nextOrder(), `auto ${index}`);
		}
		void ask('same', 'auto', forever, turns.nextOrder(), 'auto 7');
		void ask('new', 'auto', forever, turns.nextOrder(), 'auto new');
		void ask('named', 'groq');
		await settled();
		turn('auto-0').end();
		turn('auto-1').end();
		await settled();
		assert.deepEqual(begun.slice(16), ['named', 'new']);
	});

	it('forgets who leaves while they wait', async () => {
		const clock = new Clock();
		const { begun, ask, turn } = callsOf(new Turns(() => clock.now, clock.pause));
		void ask('a', 'p');
		await settled();
		turn('a').refuse(1_000);
		turn('a').end();
		const stop = new AbortController();
		const leaving = ask('b', 'p', stop.signal);
		void ask('c', 'p');
		stop.abort();
		await assert.rejects(leaving, { name: 'AbortError' });
		await assert.rejects(ask('d', 'p', AbortSignal.abort()), { name: 'AbortError' });
		await clock.goOn(1_000);
		assert.deepEqual(begun, ['a', 'c']);
	});

	it('never lets more than sixteen go on, serves everybody, and each provider in order, whatever happens', async () => {
		const step = fc.record({
			provider: fc.constantFrom('a', 'b', 'c'),
			what: fc.constantFrom('ask', 'ask', 'end', 'refuse', 'answered', 'leave', 'later'),
			which: fc.nat(40),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 120 }), async steps => {
				const clock = new Clock();
				const { begun, open, ask } = callsOf(new Turns(() => clock.now, clock.pause));
				const asked: Array<{ name: string; provider: string; stop: AbortController }> = [];
				const left = new Set<string>();
				const ended = new Set<string>();
				const going = () => begun.filter(name => !ended.has(name));
				const end = (name: string) => {
					ended.add(name);
					open.get(name)?.end();
				};
				for (const { provider, what, which } of steps) {
					const chosen = going()[which % Math.max(1, going().length)];
					if (what === 'ask') {
						const stop = new AbortController();
						const name = `${provider}${asked.length}`;
						asked.push({ name, provider, stop });
						ask(name, provider, stop.signal).catch(() => left.add(name));
					} else if (what === 'leave') {
						asked[which % Math.max(1, asked.length)]?.stop.abort();
					} else if (what === 'later') {
						await clock.goOn(which * 50);
					} else if (chosen !== undefined) {
						if (what === 'end') {
							end(chosen);
						} else if (what === 'refuse') {
							open.get(chosen)?.refuse(clock.now + which * 100);
							end(chosen);
						} else {
							open.get(chosen)?.answered();
						}
					}
					await settled();
					assert.ok(going().length <= 16);
				}
				// In the end everybody who has not left has had a turn.
				for (let round = 0; round < asked.length + 1; round++) {
					await clock.goOn(5_000);
					going().forEach(end);
					await settled();
				}
				for (const provider of ['a', 'b', 'c']) {
					const names = asked.filter(one => one.provider === provider && !left.has(one.name));
					assert.deepEqual(
						begun.filter(name => name.startsWith(provider)),
						names.map(({ name }) => name),
					);
				}
			}),
			{ numRuns: 60 },
		);
	});
});
