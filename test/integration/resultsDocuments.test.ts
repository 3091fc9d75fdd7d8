import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { AnswerDocuments } from '../../src/results/answerDocuments';
import { applyCode } from '../../src/results/applyCode';
import { insertAtCursor } from '../../src/results/insertAtCursor';
import { openAnswer } from '../../src/results/openAnswer';
import { replaceInput } from '../../src/results/replaceInput';
import { revealSource } from '../../src/results/revealSource';
import { Run } from '../../src/results/run';
import { TextFile } from './textFile';

const TEXT = 'first\n\tlet a\nlast\n';

describe('an answer and its document', () => {
	let answers: AnswerDocuments;
	let file: TextFile;
	let editor: vscode.TextEditor;

	beforeEach(async () => {
		answers = new AnswerDocuments();
		file = await TextFile.open('a.ts', TEXT);
		editor = file.editor;
	});

	afterEach(async () => {
		answers.dispose();
		await vscode.commands.executeCommand('notifications.clearAll');
		await file.close();
	});

	/** A finished run on the second line of the document, with that answer. */
	function answered(content: string, isJoined = false): Run {
		const { document } = editor;
		const run = new Run(
			'a',
			{
				task: 'conversational',
				model: 'a/one',
				text: isJoined ? 'let\n\na' : '\tlet a\n',
				source: {
					uri: document.uri.toString(),
					fileName: 'a.ts',
					languageId: document.languageId,
					start: { line: 1, character: 0 },
					end: { line: 2, character: 0 },
					...(isJoined && { inexact: true }),
				},
			},
			1,
		);
		run.complete({ kind: 'chat', content, reasoning: '' });
		run.state = { type: 'finished', reason: 'stop' };
		return run;
	}

	it('takes the place of the input, as one step to undo', async () => {
		await replaceInput(answered('Fixed:\n```ts\nlet a = 1;\nlet b;\n```'), answers);
		assert.equal(editor.document.getText(), 'first\n\tlet a = 1;\n\tlet b;\nlast\n');
		await vscode.window.showTextDocument(editor.document);
		await vscode.commands.executeCommand('undo');
		assert.equal(editor.document.getText(), TEXT);
	});

	it('is refused when the document has changed there, and shown as a difference', async () => {
		await editor.edit(builder => builder.insert(new vscode.Position(0, 0), 'new\n'));
		const changed = editor.document.getText();
		const replacing = replaceInput(answered('```ts\nlet a = 1;\n```'), answers);
		for (;;) {
			await vscode.commands.executeCommand('notification.acceptPrimaryAction');
			const { activeTab } = vscode.window.tabGroups.activeTabGroup;
			if (activeTab?.input instanceof vscode.TabInputTextDiff) {
				assert.equal(activeTab.input.original.toString(), editor.document.uri.toString());
				const proposed = await vscode.workspace.openTextDocument(activeTab.input.modified);
				assert.equal(proposed.getText(), 'new\nfirst\n\tlet a = 1;\nlast\n');
				break;
			}
			await pause(50);
		}
		await replacing;
		assert.equal(editor.document.getText(), changed);
	});

	it('deletes nothing between several selections: it goes where the user says then', async () => {
		const about = [answered('', true)];
		editor.selection = new vscode.Selection(0, 0, 0, 0);
		let isTold = false;
		const applying = applyCode('let b;', about, editor, answers).then(() => (isTold = true));
		while (!isTold) {
			await vscode.commands.executeCommand('notification.acceptPrimaryAction');
			await pause(50);
		}
		await applying;
		const front = () => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
		assert.ok(!(front() instanceof vscode.TabInputTextDiff));
		editor.selection = new vscode.Selection(1, 1, 1, 6);
		await applyCode('let b;', about, editor, answers);
		let diff = front();
		for (; !(diff instanceof vscode.TabInputTextDiff); diff = front()) {
			await pause(50);
		}
		const proposed = await vscode.workspace.openTextDocument(diff.modified);
		assert.equal(proposed.getText(), 'first\n\tlet b;\nlast\n');
	});

	it('goes where the cursor is, as one step to undo, and leaves the selection', async () => {
		editor.selection = new vscode.Selection(0, 0, 0, 5);
		await insertAtCursor(' and\nmore', editor);
		assert.equal(editor.document.getText(), `first and\nmore${TEXT.slice(5)}`);
		await vscode.commands.executeCommand('undo');
		assert.equal(editor.document.getText(), TEXT);
	});

	// All in one: between two tests the editors are closed, and a new document gets the name of one that was closed, and now and then its text.
	it('is opened in the language that it is written in', async () => {
		for (const [content, language, text] of [
			['# Yes\n```ts\nlet a;\n```', 'markdown', '# Yes\n```ts\nlet a;\n```'],
			['```ts\nlet a;\n```', 'typescript', 'let a;'],
			['```klingon\nqapla\n```', 'plaintext', 'qapla'],
		] as const) {
			await openAnswer({ kind: 'chat', content, reasoning: '' }, vscode.ViewColumn.One);
			const document = vscode.window.activeTextEditor?.document;
			assert.deepEqual([document?.languageId, document?.getText()], [language, text]);
			assert.ok(document?.isUntitled);
		}
		const untitled = vscode.workspace.textDocuments.filter(document => document.isUntitled);
		assert.equal(untitled.length, 3);
		for (const document of untitled) {
			await vscode.window.showTextDocument(document);
			await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		}
	});

	it('leads back to its input', async () => {
		editor.selection = new vscode.Selection(0, 0, 0, 0);
		await revealSource(answered('x'), undefined);
		assert.equal(vscode.window.activeTextEditor?.document, editor.document);
		assert.deepEqual(vscode.window.activeTextEditor?.selection, new vscode.Selection(1, 0, 2, 0));
	});
});
