import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LazyTree } from '../../src/trees/lazyTree';
import { tokensTree } from '../../src/trees/tokensTree';
import { facts, memoryTokens } from './memoryTokens';
import { testHub } from './testHub';
import { findRow, nextChange, treeRows, type Row } from './treeRows';

/** The rows of the tokens themselves, without what is below them. */
async function topRows(tree: LazyTree): Promise<Row[]> {
	return (await treeRows(tree)).map(([text]) => [text]);
}

/** The vault's rows by name, before the others: tokens that were added within one millisecond have no order of their own. */
async function sorted(tree: LazyTree): Promise<readonly Row[]> {
	const rows = await topRows(tree);
	const isOutside = ([text]: Row) => Number(text.startsWith('HF_TOKEN'));
	return rows.sort((one, other) => isOutside(one) - isOutside(other) || (one[0] < other[0] ? -1 : 1));
}

describe('the tokens view', () => {
	const { origin, tokens: values } = testHub();
	const open: vscode.Disposable[] = [];

	afterEach(() => {
		vscode.Disposable.from(...open.splice(0)).dispose();
	});

	function view(environment: Readonly<Record<string, string>> = {}) {
		const { tokens } = memoryTokens(environment, origin);
		const tree = tokensTree(tokens, { billTo: undefined, remindAfterDays: 90 });
		open.push(tree, tokens);
		return { tree, tokens };
	}

	it('has no rows without a token, so that its welcome shows', async () => {
		assert.deepEqual(await treeRows(view().tree), []);
	});

	it('draws itself anew with every change, and marks the token in use', async () => {
		const { tree, tokens } = view({ HF_TOKEN: values.write });
		assert.deepEqual(await topRows(tree), [['HF_TOKEN environment · used here · read-only']]);
		const added = nextChange(tree);
		await tokens.add(facts('vscode', { user: 'ada', role: 'read' }), values.read);
		assert.equal(await added, undefined);
		assert.deepEqual(await topRows(tree), [
			['vscode ada · read · used here'],
			['HF_TOKEN environment · read-only'],
		]);
		const work = await tokens.add(facts('work', { user: 'bram', role: 'write' }), values.otherUser);
		assert.deepEqual(await sorted(tree), [
			['vscode ada · read · used here'],
			['work bram · write'],
			['HF_TOKEN environment · read-only'],
		]);
		const chosen = nextChange(tree);
		await tokens.setWorkspaceChoice({ kind: 'vault', id: work.id });
		assert.equal(await chosen, undefined);
		await tokens.update(work.id, { state: 'expired' });
		assert.deepEqual(await sorted(tree), [
			['vscode ada · read'],
			['work bram · write · expired · used here'],
			['HF_TOKEN environment · read-only'],
		]);
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
