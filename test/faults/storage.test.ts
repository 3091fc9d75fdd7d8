import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { shareSecrets } from '../host/shareSecrets';
import { type LoopbackHub, startLoopbackHub } from '../hub/loopbackHub';
import type { MementoFault, SecretFault } from '../unit/tokens/fakeEditor';
import { newToken } from '../unit/tokens/newToken';
import { CHAT, operations, run } from './operations';
import { problemIn } from './problemIn';
import { FACTS_FAULTS, FOLDER_FAULTS, KEYRING_FAULTS, MEDIA_FAULTS } from './storageFaults';
import { Workplace } from './workplace';

const forever = new AbortController().signal;

describe('storage that fails', () => {
	let hub: LoopbackHub;
	let place: Workplace;

	before(async () => {
		hub = await startLoopbackHub({ deltaGapMs: 0 });
		shareSecrets(hub.tokens);
	});
	beforeEach(async () => {
		place = await Workplace.open(hub, 60_000);
	});
	afterEach(async () => {
		await place.close();
		hub.reset();
	});
	after(() => hub.stop());

	describe('saving a run', () => {
		for (const [name, fault] of Object.entries(FOLDER_FAULTS)) {
			const { problem, isPossible } = fault;
			it(`${name}: ${problem}, told once; the window keeps the answer, and the next run is saved`, async function () {
				if (!isPossible) {
					this.skip();
				}
				const end = await fault.begin(place);
				try {
					await operations.chat.perform(place, forever);
					await operations.chat.perform(place, forever);
					await until(() => place.diskProblems.length > 0);
				} finally {
					await end();
				}
				assert.deepEqual(place.diskProblems, [{ code: problem, path: place.folder }]);
				assert.equal(place.runs.views().filter(({ output }) => output !== undefined).length, 2);
				await operations.chat.perform(place, forever);
				const newest = place.runs.all[0];
				assert.ok(newest);
				assert.deepEqual((await place.saved(newest.id)).output, newest.output);
			});
		}
	});

	describe('saving what was made', () => {
		const TASKS = ['text-to-image', 'text-to-speech', 'text-to-video', 'audio-to-audio'] as const;
		for (const [name, fault] of Object.entries(MEDIA_FAULTS)) {
			for (const task of TASKS) {
				it(`${name}, ${task}: ${fault.problem}, nothing left of it, and it works again afterwards`, async function () {
					if (!fault.isPossible) {
						this.skip();
					}
					const perform = () => operations[task].perform(place, forever);
					const end = await fault.begin(place);
					try {
						const { code } = await problemIn(perform());
						assert.equal(code, fault.problem);
					} finally {
						await end();
					}
					const [failed] = place.runs.all;
					assert.equal(failed?.output, undefined);
					const left = await readdir(path.join(place.folder, 'media')).catch(() => []);
					assert.deepEqual(left, []);
					await hub.traffic.until(({ openRequests }) => openRequests === 0);
					await perform();
				});
			}
		}

		it('notAFolder, the picture of a question: told, and the window keeps the answer', async () => {
			const end = await MEDIA_FAULTS.notAFolder.begin(place);
			const data = Buffer.from('a picture').toString('base64');
			const image = { kind: 'image', name: 'a.png', mediaType: 'image/png', data } as const;
			const request = { ...CHAT, model: 'google/gemma-3-4b-it', provider: 'auto', attachments: [image] };
			try {
				await run(place, request, forever);
				await until(() => place.diskProblems.length > 0);
			} finally {
				await end();
			}
			assert.deepEqual(
				place.diskProblems.map(({ code }) => code),
				['disk.permission'],
			);
			const [kept] = place.runs.all;
			assert.ok(kept?.output);
			await place.reload();
			assert.deepEqual(place.runs.all[0]?.request.attachments, [image]);
		});
	});

	describe('reading the history', () => {
		it('that may not be read: told, and the window works without it', async function () {
			const fault = FOLDER_FAULTS.readOnly;
			if (!fault.isPossible || process.getuid?.() !== 0) {
				this.skip();
			}
			await operations.chat.perform(place, forever);
			await place.onDisk();
			const end = await fault.begin(place);
			try {
				await place.reload();
			} finally {
				await end();
			}
			assert.deepEqual(place.diskProblems, [{ code: 'disk.permission', path: place.folder }]);
			assert.deepEqual(place.runs.views(), []);
			await operations.chat.perform(place, forever);
			await place.reload();
			assert.equal(place.runs.all.length, 2);
		});

		it('with files that are torn or none of ours: they are left alone, and the others are read', async () => {
			await operations.chat.perform(place, forever);
			await place.onDisk();
			const [name = ''] = await readdir(place.folder);
			const whole = await readFile(path.join(place.folder, name), 'utf8');
			const others = { 'torn.json': whole.slice(0, whole.length / 2), 'empty.json': '', 'list.json': '[]' };
			for (const [other, text] of Object.entries(others)) {
				await writeFile(path.join(place.folder, other), text);
			}
			await place.reload();
			assert.deepEqual(
				place.runs.all.map(({ id }) => `${id}.json`),
				[name],
			);
			for (const [other, text] of Object.entries(others)) {
				assert.equal(await readFile(path.join(place.folder, other), 'utf8'), text);
			}
		});
	});

	describe('reading a token', () => {
		for (const [fault, code] of Object.entries(KEYRING_FAULTS)) {
			it(`${fault}: ${code}, nothing is sent, and it works again afterwards`, async () => {
				place.editor.secretFaults.push(fault as SecretFault);
				assert.equal((await problemIn(operations.chat.perform(place, forever))).code, code);
				assert.deepEqual(hub.traffic.requests, []);
				await operations.chat.perform(place, forever);
				place.editor.hanging.forEach(go => go());
			});
		}
	});

	describe('adding a token', () => {
		const add = () => place.tokens.add(newToken({ name: 'second' }), hub.tokens.read);
		const values = () => [...place.editor.secrets.values()];

		const rows = [
			...Object.entries(KEYRING_FAULTS).map(([fault, code]) => ({
				fault,
				code,
				where: 'secretFaults' as const,
			})),
			...Object.entries(FACTS_FAULTS).map(([fault, code]) => ({
				fault,
				code,
				where: 'mementoFaults' as const,
			})),
		];
		for (const { fault, code, where } of rows) {
			it(`${where} ${fault}: ${code}, nothing is kept, and it works again afterwards`, async () => {
				place.editor[where].push(fault as SecretFault & MementoFault);
				assert.equal((await problemIn(add())).code, code);
				// A store that answers too late has its value taken out again.
				place.editor.hanging.forEach(go => go());
				await until(() => !values().includes(hub.tokens.read));
				assert.deepEqual(
					place.tokens.records.map(({ name }) => name),
					['vscode'],
				);
				await add();
				assert.deepEqual(values(), [hub.tokens.write, hub.tokens.read]);
			});
		}
	});

	describe('a window that goes away in mid-run', () => {
		beforeEach(async () => {
			hub.faults.always(operations.chat.request, { kind: 'stallAfter', deltas: 4 });
			const arrived = new Promise<void>(resolve => {
				let deltas = 0;
				place.runs.onDidChange(({ type }) => type === 'delta' && ++deltas === 4 && resolve());
			});
			void place.runs.start(CHAT);
			await arrived;
		});

		async function expectInterrupted(): Promise<void> {
			const [run] = place.runs.all;
			assert.deepEqual(run?.state, { type: 'failed', problem: { code: 'interrupted' } });
			assert.ok(run.output?.kind === 'chat' && run.output.content + run.output.reasoning !== '');
			hub.faults.clear();
			await operations.chat.perform(place, forever);
		}

		it('closes the connection and keeps what has arrived; it can be run again', async () => {
			await place.reload();
			await hub.traffic.until(({ openStreams }) => openStreams === 0);
			await expectInterrupted();
		});

		it('keeps what had been saved where it had no time to say goodbye', async () => {
			const dying = place.runs;
			await until(async () => (await savedOutput()) !== undefined);
			await place.reopen();
			await expectInterrupted();
			dying.dispose();
		});

		async function savedOutput(): Promise<unknown> {
			const { id = '' } = place.runs.all[0] ?? {};
			const text = await readFile(path.join(place.folder, `${id}.json`), 'utf8').catch(() => '{}');
			return (JSON.parse(text) as { readonly output?: unknown }).output;
		}
	});
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await holds())) {
		await new Promise(resolve => setTimeout(resolve, 2));
	}
}
