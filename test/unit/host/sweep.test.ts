import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { sweep } from '../../host/sweep';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function makeToken(): string {
	return `hf_${Array.from({ length: 34 }, () => letters.charAt(randomInt(letters.length))).join('')}`;
}

describe('sweep', () => {
	let folder: string;
	const secrets = { first: makeToken(), second: makeToken() };
	const { first, second } = secrets;

	beforeEach(() => {
		folder = mkdtempSync(path.join(os.tmpdir(), 'hf-workbench-sweep-'));
	});
	afterEach(() => {
		rmSync(folder, { recursive: true });
	});

	const write = (name: string, content: string | Buffer) => {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, content);
		return file;
	};
	const found = async (texts: Readonly<Record<string, string>> = {}) => {
		const { findings } = await sweep({ folders: [folder], texts, secrets });
		return findings;
	};

	it('finds nothing where nothing is, and says how much it has looked at', async () => {
		write('a.log', 'hf_ is how tokens begin');
		write('deep/down/b.bin', randomBytes(1_000));
		const result = await sweep({ folders: [folder], texts: { output: 'twelve bytes' }, secrets });
		assert.deepEqual(result, { findings: [], files: 2, bytes: 23 + 1_000 + 12 });
	});

	const forms: ReadonlyArray<readonly [form: string, write: (value: string) => string | Buffer]> = [
		['plain', value => `{"authorization":"Bearer ${value}"}`],
		['UTF-16 LE', value => Buffer.from(`x${value}`, 'utf16le')],
		['UTF-16 BE', value => Buffer.from(`x${value}y`, 'utf16le').swap16()],
		['hex', value => Buffer.from(value).toString('hex')],
		['upper-case hex', value => Buffer.from(value).toString('hex').toUpperCase()],
		[
			'percent-encoded',
			value => `?t=${[...Buffer.from(value)].map(byte => `%${byte.toString(16).toUpperCase()}`).join('')}`,
		],
		['base64 at offset 0', value => Buffer.from(`abc${value} and more`).toString('base64')],
		['base64 at offset 1', value => Buffer.from(`:${value} and more`).toString('base64')],
		['base64 at offset 2', value => Buffer.from(`t=${value} and more`).toString('base64')],
		['base64url at offset 2', value => Buffer.from(`t=${value}`).toString('base64url')],
	];
	for (const [form, encode] of forms) {
		it(`finds a value in a file: ${form}`, async () => {
			const where = write('deep/state.db', encode(second));
			const findings = await found();
			assert.ok(
				findings.some(one => one.where === where && one.secret === 'second' && one.form === form),
				JSON.stringify(findings),
			);
			assert.ok(findings.every(one => one.secret === 'second'));
		});
	}

	it('finds a value in a captured text, by the name of the text', async () => {
		assert.deepEqual(await found({ 'the log': `sent ${first}` }), [
			{ where: 'the log', secret: 'first', form: 'plain' },
		]);
	});

	it('never has the value in what it answers', async () => {
		write('a', first);
		assert.ok(!JSON.stringify(await found()).includes(first));
	});

	it('does not take the beginning of a value for the value', async () => {
		write('a', first.slice(0, -1));
		assert.deepEqual(await found(), []);
	});

	it('refuses a value that could be found by chance', async () => {
		await assert.rejects(sweep({ folders: [], texts: {}, secrets: { short: 'hf_' } }), /too short/);
	});

	it('finds a value wherever it stands among other bytes, in base64 as well', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uint8Array({ maxLength: 40 }),
				fc.uint8Array({ maxLength: 40 }),
				fc.constantFrom<BufferEncoding>('latin1', 'base64', 'base64url', 'hex'),
				async (before, after, encoding) => {
					const bytes = Buffer.concat([before, Buffer.from(first), after]);
					const { findings } = await sweep({ folders: [], texts: { it: bytes.toString(encoding) }, secrets });
					assert.ok(findings.some(one => one.secret === 'first'));
				},
			),
		);
	});
});
