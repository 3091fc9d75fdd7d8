import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Hub } from '../../src/hub/hub';
import { createHub } from '../../src/hub/hubClient';
import { NEW_SEARCH } from '../../src/trees/modelSearch';
import { ModelsTree } from '../../src/trees/modelsTree';
import { PinnedModels } from '../../src/trees/pinnedModels';
import type { TreeNode } from '../../src/trees/treeNode';
import { facts, memento, memoryTokens } from './memoryTokens';
import { testHub } from './testHub';
import { findRow, loadedChildren, nextChange, rowsWhen, rowText, treeRows } from './treeRows';

/** A port on which nobody listens. */
const NOWHERE = 'http://127.0.0.1:9';

describe('the models view', () => {
	const { origin, routerOrigin, tokens: values } = testHub();
	const log = vscode.window.createOutputChannel('Test of the models view', { log: true });
	const open: vscode.Disposable[] = [];

	after(() => log.dispose());
	afterEach(() => {
		vscode.Disposable.from(...open.splice(0)).dispose();
	});

	/** The view over the loopback Hub with a vault of its own, and what it asked for. */
	function view(environment: Readonly<Record<string, string>> = {}) {
		const { tokens } = memoryTokens(environment, origin);
		const endpoints = { hub: origin, router: routerOrigin };
		const real = createHub({
			endpoints: () => endpoints,
			credentials: (permission, signal) => tokens.credential(permission, signal),
		});
		const asked: string[] = [];
		const hub: Hub = {
			whoAmI: (value, signal) => (asked.push('whoAmI'), real.whoAmI(value, signal)),
			models: (query, signal) => (asked.push(JSON.stringify(query)), real.models(query, signal)),
			model: (id, signal) => (asked.push(id), real.model(id, signal)),
		};
		const pins = new PinnedModels(memento());
		const models = new ModelsTree({ hub, tokens, log }, pins);
		open.push(models, tokens);
		return { models, tree: models.tree, pins, tokens, asked, endpoints };
	}

	/** Ends with the next change of the tree that the action brings about. */
	async function changed({ tree }: ReturnType<typeof view>, act: () => unknown): Promise<void> {
		const change = nextChange(tree);
		await act();
		await change;
	}

	/** A click on a row, by the command that its item names. */
	async function click({ tree }: ReturnType<typeof view>, node: TreeNode): Promise<void> {
		const { command } = tree.getTreeItem(node);
		assert.ok(command, 'the row can be clicked');
		await vscode.extensions.getExtension('hf-workbench.hf-workbench')?.activate();
		// The extension registers it once its views have been asked for.
		await vscode.commands.executeCommand('hfWorkbench.refresh');
		await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
	}

	it('asks for nothing until a section is looked into', async () => {
		const one = view();
		const sections = await one.tree.getChildren();
		assert.deepEqual(
			sections.map(section => rowText(one.tree, section)),
			['Pinned', 'Mine', 'Trending'],
		);
		assert.deepEqual(one.asked, []);
	});

	it('shows what is public without a token, and how to see more', async () => {
		const one = view();
		const mine = await treeRows(one.tree, await findRow(one.tree, 'Mine'));
		assert.deepEqual(mine, [['Add a token to see your models']]);
		const trending = await treeRows(one.tree, await findRow(one.tree, 'Trending'));
		assert.equal(trending.length, 51);
		assert.match(trending[0]?.[0] ?? '', /^[\w-]+\/\S+ .* · .* ↓ · .* ♥$/);
		assert.deepEqual(trending.at(-1), ['Load More']);
	});

	it('loads page after page on a click, and no model twice', async () => {
		const one = view();
		const trending = await findRow(one.tree, 'Trending');
		await click(one, await findRow(one.tree, 'Load More', trending));
		const nodes = await loadedChildren(one.tree, trending);
		const ids = nodes.map(({ id }) => id);
		assert.equal(nodes.length, 101);
		assert.equal(new Set(ids).size, ids.length);
		assert.equal(one.asked.length, 1, 'the second page came by the first one’s link');
	});

	it('marks gated and private models, and what can be done with them', async () => {
		const one = view();
		await one.tokens.add(facts('ada', { user: 'ada', role: 'read' }), values.read);
		const item = async (text: string, section: string) =>
			one.tree.getTreeItem(await findRow(one.tree, text, await findRow(one.tree, section)));
		const gated = await item('meta-llama/Llama-3.1-8B-Instruct', 'Trending');
		assert.deepEqual(gated.iconPath, new vscode.ThemeIcon('shield'));
		assert.equal(gated.contextValue, 'hfWorkbench.model');
		assert.ok(gated.tooltip instanceof vscode.MarkdownString);
		assert.match(gated.tooltip.value, /Access:.*gated/);
		assert.equal(gated.tooltip.isTrusted, false);
		const own = await item('ada/private', 'Mine');
		assert.deepEqual(own.iconPath, new vscode.ThemeIcon('lock'));
	});

	it('loads everything again when another account is used, and only then', async () => {
		const one = view();
		await one.tokens.add(facts('ada', { user: 'ada', role: 'read' }), values.read);
		const bram = await one.tokens.add(facts('bram', { user: 'bram', role: 'read' }), values.otherUser);
		const own = async () =>
			(await treeRows(one.tree, await findRow(one.tree, 'Mine'))).map(([text]) => text).join(' | ');
		assert.match(await own(), /ada\/private/);
		const before = one.asked.length;
		await one.tokens.rename(bram.id, 'work');
		await own();
		assert.equal(one.asked.length, before);
		await changed(one, () => one.tokens.setDefault(bram.id));
		assert.match(await own(), /bram\/private/);
	});

	it('asks the Hub whose a token of the environment is', async () => {
		const one = view({ HF_TOKEN: values.read });
		const rows = await treeRows(one.tree, await findRow(one.tree, 'Mine'));
		assert.ok(rows.some(([text]) => text.startsWith('ada/')));
		assert.deepEqual(one.asked[0], 'whoAmI');
	});

	it('puts a search at the head of the view, and takes it away', async () => {
		const one = view();
		one.models.show({ ...NEW_SEARCH, text: 'whisper', sort: 'downloads' });
		const [search] = await one.tree.getChildren();
		assert.ok(search);
		const item = one.tree.getTreeItem(search);
		assert.deepEqual([item.label, item.description], ['“whisper”', 'Most Downloads']);
		assert.equal(item.contextValue, 'hfWorkbench.searchSection');
		const rows = await treeRows(one.tree, search);
		assert.ok(rows.length >= 2 && rows.every(([text]) => /whisper/i.test(text)), JSON.stringify(rows));
		one.models.show({ ...NEW_SEARCH, text: 'no such model anywhere' });
		assert.deepEqual((await treeRows(one.tree))[0], ['“no such model anywhere”', [['No models match.']]]);
		one.models.show(undefined);
		assert.equal((await one.tree.getChildren()).length, 3);
	});

	it('keeps pins there at once, and fills in what the Hub says of them', async () => {
		const one = view();
		const pinned = await findRow(one.tree, 'Pinned');
		assert.deepEqual(await treeRows(one.tree, pinned), [['Models that you pin stay here.']]);
		await one.pins.add('openai/whisper-large-v3');
		await one.pins.add('nobody/nothing');
		assert.deepEqual(await treeRows(one.tree, pinned), [['openai/whisper-large-v3'], ['nobody/nothing']]);
		const filled = await rowsWhen(
			one.tree,
			rows => rows.every(([text], index) => text !== one.pins.ids[index]),
			pinned,
		);
		const [[whisper = ''] = [], [missing = ''] = []] = filled;
		assert.match(whisper, /^openai\/whisper-large-v3 Automatic Speech Recognition · /);
		assert.match(missing, /^nobody\/nothing nobody\/nothing was not found\.$/);
		assert.equal(rowText(one.tree, pinned), 'Pinned 2');
	});

	it('marks a pinned model as such wherever it is', async () => {
		const one = view();
		await one.pins.add('openai/whisper-large-v3');
		const row = await findRow(one.tree, 'openai/whisper-large-v3 ', await findRow(one.tree, 'Trending'));
		assert.equal(one.tree.getTreeItem(row).contextValue, 'hfWorkbench.model.pinned');
	});

	it('says what went wrong where the models would have been, and loads them on a click', async () => {
		const one = view();
		one.endpoints.hub = NOWHERE;
		const trending = await findRow(one.tree, 'Trending');
		const problem = await findRow(one.tree, '127.0.0.1:9 cannot be reached. Try Again', trending);
		one.endpoints.hub = origin;
		await click(one, problem);
		assert.equal((await loadedChildren(one.tree, trending)).length, 51);
	});

	it('asks again for a token that the Hub refuses, rather than going on without one', async () => {
		const one = view();
		await one.tokens.add(facts('old', { user: 'ada', role: 'read' }), values.revoked);
		const rows = await treeRows(one.tree, await findRow(one.tree, 'Trending'));
		assert.deepEqual(rows, [['The Hub refuses the access token. Replace Token…']]);
	});
});
