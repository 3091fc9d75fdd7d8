import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { tokensTree } from '../../src/trees/tokensTree';
import { facts, memoryTokens } from './memoryTokens';
import { testHub } from './testHub';
import { findRow, treeRows } from './treeRows';

describe('the tokens view', () => {
	const { origin, tokens: values } = testHub();
	const open: vscode.Disposable[] = [];

	afterEach(() => {
		vscode.Disposable.from(...open.splice(0)).dispose();
	});

	function view(environment: Readonly<Record<string, string>> = {}) {
		const { tokens } = memoryTokens(environment, origin);
		const tree = tokensTree(tokens);
		open.push(tree, tokens);
		return { tree, tokens };
	}

	it('has no rows without a token, so that its welcome shows', async () => {
		assert.deepEqual(await treeRows(view().tree), []);
	});

	it('draws itself anew with every change, and marks the token in use', async () => {
		const { tree, tokens } = view({ HF_TOKEN: values.write });
		let changes = 0;
		open.push(tree.onDidChangeTreeData(() => changes++));
		assert.deepEqual(await treeRows(tree), [['HF_TOKEN environment · used here · read-only']]);
		await tokens.add(facts('vscode', { user: 'ada', role: 'read' }), values.read);
		const work = await tokens.add(facts('work', { user: 'bram', role: 'write' }), values.otherUser);
		assert.deepEqual(await treeRows(tree), [
			['vscode ada · read · used here'],
			['work bram · write'],
			['HF_TOKEN environment · read-only'],
		]);
		await tokens.setWorkspaceChoice(work.id);
		await tokens.update(work.id, { state: 'expired' });
		assert.deepEqual(await treeRows(tree), [
			['vscode ada · read'],
			['work bram · write · expired · used here'],
			['HF_TOKEN environment · read-only'],
		]);
		assert.ok(changes >= 4, `it changed ${changes} times`);
	});

	it('tells commands which token a row is, and no card holds a link that runs something', async () => {
		const { tree, tokens } = view();
		const name = '[x](command:workbench.action.quit)';
		const record = await tokens.add(facts(name, { user: 'ada', role: 'read' }), values.read);
		const row = await findRow(tree, name);
		assert.equal('tokenId' in row && row.tokenId, record.id);
		const { tooltip, contextValue } = tree.getTreeItem(row);
		assert.equal(contextValue, 'hfWorkbench.token.active');
		assert.ok(tooltip instanceof vscode.MarkdownString);
		assert.equal(tooltip.isTrusted, false);
		assert.ok(!tooltip.value.includes(name), tooltip.value);
		assert.match(tooltip.value, /Used here/);
	});
});
