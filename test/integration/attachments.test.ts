import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { attachOutput } from '../../src/results/attachOutput';
import { attachToDocument } from '../../src/results/attachToDocument';
import { copyFile } from '../../src/results/copyFile';
import { createFile } from '../../src/results/createFile';
import { TextFile } from './textFile';

describe('an answer beside the document', () => {
	let file: TextFile;
	let folder: string;

	beforeEach(async () => {
		file = await TextFile.open('a.md', '');
		folder = path.dirname(file.editor.document.uri.fsPath);
	});

	afterEach(async () => {
		await vscode.commands.executeCommand('notifications.clearAll');
		await file.close();
		await rm(folder, { recursive: true, force: true });
	});

	const text = (name: string) => readFile(path.join(folder, name), 'utf8');

	it('takes the next name that is free, and leaves what is there as it is', async () => {
		const output = { kind: 'chat', content: 'An answer.', reasoning: '' } as const;
		await attachOutput(output, 'Summary', file.editor);
		const [first = ''] = (await readdir(folder)).filter(name => name !== 'a.md');
		await writeFile(path.join(folder, first), 'of somebody else');
		await attachOutput(output, 'Summary', file.editor);
		assert.equal(await text(first), 'of somebody else');
		const [second = ''] = (await readdir(folder)).filter(name => name !== 'a.md' && name !== first);
		assert.match(second, /-2\./);
		assert.match(file.editor.document.getText(), new RegExp(second.replace('.', '\\.')));
	});

	it('never writes over a file that is made while it is being put there', async () => {
		const source = path.join(folder, 'source.bin');
		await writeFile(source, 'an answer');
		const ways: ReadonlyArray<readonly [string, (target: vscode.Uri) => Promise<boolean>]> = [
			['created', target => createFile(target, new TextEncoder().encode('an answer'))],
			['copied', target => copyFile(vscode.Uri.file(source), target)],
		];
		for (const [name, way] of ways) {
			let tries = 0;
			const put = async (target: vscode.Uri) => {
				if (tries++ === 0) {
					await writeFile(target.fsPath, 'of somebody else');
				}
				return way(target);
			};
			await attachToDocument({ extension: 'txt', mimeType: 'text/plain', put }, name, file.editor);
			assert.equal(await text(`${name}.txt`), 'of somebody else');
			assert.equal(await text(`${name}-2.txt`), 'an answer');
		}
	});

	it('is gone again where only a part of it could be written', async function () {
		if (process.platform !== 'linux') {
			this.skip();
		}
		// More than anything else that this process writes meanwhile; the limit that may be lifted again.
		const most = 64 * 1024 * 1024;
		const limit = (bytes: number | 'unlimited') =>
			execFileSync('prlimit', [`--fsize=${bytes}:`, `--pid=${process.pid}`]);
		const target = vscode.Uri.file(path.join(folder, 'large.bin'));
		limit(most);
		try {
			await assert.rejects(createFile(target, new Uint8Array(most + 1)), { code: 'EFBIG' });
		} finally {
			limit('unlimited');
		}
		assert.ok(!(await readdir(folder)).includes('large.bin'));
		assert.equal(await createFile(target, new Uint8Array(1)), true);
	});

	it('fails where it cannot be written for another reason', async () => {
		const target = vscode.Uri.file(path.join(folder, 'nowhere', 'a.txt'));
		await assert.rejects(createFile(target, new Uint8Array()));
		await mkdir(path.join(folder, 'taken.txt'));
		assert.equal(await createFile(vscode.Uri.file(path.join(folder, 'taken.txt')), new Uint8Array()), false);
	});
});
