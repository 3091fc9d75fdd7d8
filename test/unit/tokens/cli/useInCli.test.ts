import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { useInCli } from '../../../../src/tokens/cli/useInCli';
import { tokenFiles } from '../../../../src/tokens/tokenFiles';
import { makeTestTokens } from '../../../hub/testTokens';

const { read: ours, write: theirs, otherUser: work, oauth } = makeTestTokens();

describe('making a token the command line’s', () => {
	let folder: string;
	let paths: { token: string; storedTokens: string };
	beforeEach(async () => {
		folder = path.join(await mkdtemp(path.join(tmpdir(), 'cli-')), 'huggingface');
		paths = { token: path.join(folder, 'token'), storedTokens: path.join(folder, 'stored_tokens') };
	});
	afterEach(() => rm(path.dirname(folder), { recursive: true }));

	const use = (name: string, value: string) => useInCli({ files: tokenFiles, paths, name, value });
	const text = (file: string) => readFile(file, 'utf8');
	const given = async (token: string, stored: string) => {
		await mkdir(folder);
		await writeFile(paths.token, token);
		await writeFile(paths.storedTokens, stored);
	};

	it('makes its files as the command line does, for their owner alone', async () => {
		assert.equal(await use('vscode', ours), 'vscode');
		assert.equal(await text(paths.token), ours);
		assert.equal(await text(paths.storedTokens), `[vscode]\nhf_token = ${ours}\n\n`);
		if (process.platform !== 'win32') {
			const mode = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);
			assert.deepEqual(
				[await mode(paths.token), await mode(paths.storedTokens), await mode(folder)],
				['600', '600', '700'],
			);
		}
		const left = (await readdir(folder)).filter(file => file !== 'stored_tokens.lock');
		assert.deepEqual(left.sort(), ['stored_tokens', 'token']);
	});

	it('keeps what is stored, every field of it, in the order of names', async () => {
		await given(
			`${oauth}\n`,
			`[work]\nhf_token = ${work}\n\n[oauth-bram]\nhf_token = ${oauth}\nrefresh_token = r%=\nexpires_at = 1\n`,
		);
		await use('vscode', ours);
		assert.equal(
			await text(paths.storedTokens),
			`[oauth-bram]\nhf_token = ${oauth}\nrefresh_token = r%=\nexpires_at = 1\n\n[vscode]\nhf_token = ${ours}\n\n[work]\nhf_token = ${work}\n\n`,
		);
	});

	it('stores the one in use that was not stored', async () => {
		await given(theirs, '');
		await use('vscode', ours);
		assert.equal(
			await text(paths.storedTokens),
			`[previous]\nhf_token = ${theirs}\n\n[vscode]\nhf_token = ${ours}\n\n`,
		);
	});

	it('takes no other token’s name, and stores none twice', async () => {
		await given(work, `[vscode]\nhf_token = ${work}\n`);
		assert.equal(await use('vscode', ours), 'vscode 2');
		assert.equal(await use('another name', ours), 'vscode 2');
		assert.equal(await text(paths.token), ours);
	});

	it('finds a name that a section can have', async () => {
		assert.equal(await use(' [x]\n', ours), 'x');
		assert.equal(await use('DEFAULT', theirs), 'token');
	});
});
