import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Hub } from '../../src/hub/hub';
import { createHub } from '../../src/hub/hubClient';
import { Account } from '../../src/trees/account';
import { collectionListing } from '../../src/trees/collectionListing';
import { FileRows } from '../../src/trees/fileRows';
import { IdList } from '../../src/trees/idList';
import type { Listed, Listing } from '../../src/trees/listing';
import type { ListKind } from '../../src/trees/listKind';
import { ListTree } from '../../src/trees/listTree';
import { repoListing } from '../../src/trees/repoListing';
import { SavedSearches } from '../../src/trees/savedSearches';
import { newSearch } from '../../src/trees/search';
import type { TreeNode } from '../../src/trees/treeNode';
import { facts, memento, memoryTokens } from './memoryTokens';
import { testHub } from './testHub';
import { findRow, loadedChildren, nextChange, rowsWhen, rowText, treeRows } from './treeRows';

/** A port on which nobody listens. */
const NOWHERE = 'http://127.0.0.1:9';

describe('the views of the Hub', () => {
	const { origin, routerOrigin, tokens: values } = testHub();
	const log = vscode.window.createOutputChannel('Test of the models view', { log: true });
	const open: vscode.Disposable[] = [];

	after(() => log.dispose());
	afterEach(() => {
		vscode.Disposable.from(...open.splice(0)).dispose();
	});

	/** The view over the loopback Hub with a vault of its own, and what it asked for. */
	function view(environment: Readonly<Record<string, string>> = {}, kind: ListKind = 'model') {
		const { tokens } = memoryTokens(environment, origin);
		const endpoints = { hub: origin, router: routerOrigin };
		const real = createHub({
			endpoints: () => endpoints,
			credentials: (permission, signal) => tokens.credential(permission, signal),
		});
		const asked: string[] = [];
		const hub: Hub = Object.assign(Object.create(real) as Hub, {
			whoAmI: (...[credential, signal, fresh]: Parameters<Hub['whoAmI']>) => (
				asked.push('whoAmI'),
				real.whoAmI(credential, signal, fresh)
			),
			repos: (...[query, signal]: Parameters<Hub['repos']>) => (
				asked.push(JSON.stringify(query)),
				real.repos(query, signal)
			),
			repo: (...[repo, signal]: Parameters<Hub['repo']>) => (asked.push(repo.id), real.repo(repo, signal)),
			liked: (...[user, signal]: Parameters<Hub['liked']>) => (
				asked.push(`liked by ${user}`),
				real.liked(user, signal)
			),
		});
		const storage = memento();
		const pins = new IdList({ storage, key: 'hfWorkbench.pinned' });
		const recent = new IdList({ storage, key: 'hfWorkbench.recent' });
		const searches = new SavedSearches(storage);
		const account = new Account(tokens, hub);
		const files = new FileRows({ hub, redraw: node => models.tree.redraw(node), openFile: () => undefined });
		const rows = { files, isOwn: (id: string) => account.owns(id), openRepo: () => undefined };
		const listings: Readonly<Record<ListKind, () => Listing<Listed>>> = {
			model: () => repoListing('model', hub, rows),
			dataset: () => repoListing('dataset', hub, rows),
			space: () => repoListing('space', hub, rows),
			collection: () => collectionListing({ hub, rows, openPage: () => undefined }),
		};
		const models = new ListTree<Listed>({
			listing: listings[kind](),
			tokens,
			account,
			files,
			pins,
			recent,
			searches,
			log,
			beginSearch: () => undefined,
		});
		open.push(models, files, account, tokens);
		return { models, tree: models.tree, pins, recent, searches, tokens, asked, endpoints };
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
			['Pinned', 'Recent', 'Mine', 'Liked', 'Trending', 'Searches'],
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
		assert.equal(gated.tooltip, undefined);
		const node = await findRow(
			one.tree,
			'meta-llama/Llama-3.1-8B-Instruct',
			await findRow(one.tree, 'Trending'),
		);
		const { tooltip } = one.tree.resolveTreeItem(one.tree.getTreeItem(node), node);
		assert.ok(tooltip instanceof vscode.MarkdownString);
		assert.match(tooltip.value, /Access:.*gated/);
		assert.equal(tooltip.isTrusted, false);
		const own = await item('ada/private', 'Mine');
		assert.deepEqual(own.iconPath, new vscode.ThemeIcon('lock'));
		assert.equal(own.contextValue, 'hfWorkbench.model.own');
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
		one.models.show({ ...newSearch('model'), text: 'whisper', sort: 'downloads' });
		const [search] = await one.tree.getChildren();
		assert.ok(search);
		const item = one.tree.getTreeItem(search);
		assert.deepEqual([item.label, item.description], ['“whisper”', 'Most Downloads']);
		assert.equal(item.contextValue, 'hfWorkbench.searchSection');
		const rows = await treeRows(one.tree, search);
		assert.ok(rows.length >= 2 && rows.every(([text]) => /whisper/i.test(text)), JSON.stringify(rows));
		one.models.show({ ...newSearch('model'), text: 'no such model anywhere' });
		assert.deepEqual((await treeRows(one.tree))[0], ['“no such model anywhere”', [['No models match.']]]);
		one.models.show(undefined);
		assert.equal((await one.tree.getChildren()).length, 6);
	});

	it('keeps pins there at once, and fills in what the Hub says of them', async () => {
		const one = view();
		const pinned = await findRow(one.tree, 'Pinned');
		assert.deepEqual(await treeRows(one.tree, pinned), [['Models that you pin stay here.']]);
		await one.pins.add('openai/whisper-large-v3');
		await one.pins.add('nobody/nothing');
		assert.deepEqual(await treeRows(one.tree, pinned, 1), [['openai/whisper-large-v3'], ['nobody/nothing']]);
		const filled = await rowsWhen(
			one.tree,
			rows => rows.every(([text], index) => text !== one.pins.ids[index]),
			pinned,
			1,
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

	it('has what the user likes, of the view’s own kind alone', async () => {
		const one = view({}, 'dataset');
		assert.deepEqual(await treeRows(one.tree, await findRow(one.tree, 'Liked')), [
			['Add a token to see the datasets that you like'],
		]);
		await one.tokens.add(facts('ada', { user: 'ada', role: 'read' }), values.read);
		const liked = await findRow(one.tree, 'Liked');
		const rows = await rowsWhen(one.tree, found => (found[0]?.[0] ?? '').includes('♥'), liked);
		assert.deepEqual(
			rows.map(([text]) => text.split(' ')[0]),
			['stanfordnlp/imdb'],
		);
	});

	it('keeps what was opened last first, and asks for nothing that it has seen', async () => {
		const one = view();
		const [first, second] = await treeRows(one.tree, await findRow(one.tree, 'Trending'));
		const before = one.asked.length;
		for (const row of [first, second]) {
			await one.recent.addFirst(row?.[0].split(' ')[0] ?? '');
		}
		const recent = await treeRows(one.tree, await findRow(one.tree, 'Recent'));
		assert.deepEqual(recent, [second, first]);
		assert.equal(one.asked.length, before);
	});

	it('keeps saved searches as lists of their own', async () => {
		const one = view({}, 'space');
		const search = { ...newSearch('space'), text: 'whisper', filters: { sdk: 'gradio' } };
		await one.searches.add(search);
		const searches = await findRow(one.tree, 'Searches');
		const rows = await treeRows(one.tree, searches);
		assert.deepEqual(
			rows.map(([text, below]) => [text, below?.map(([row]) => row.split(' ')[0])]),
			[['“whisper” Gradio', ['hf-audio/whisper-large-v3']]],
		);
		await one.searches.remove(search);
		assert.deepEqual(await treeRows(one.tree, searches), [['Searches that you save stay here.']]);
	});

	it('shows collections with what is in them', async () => {
		const one = view({}, 'collection');
		const trending = await findRow(one.tree, 'Trending');
		const collection = await findRow(one.tree, 'gpt-oss openai', trending);
		const rows = await treeRows(one.tree, collection);
		assert.deepEqual(
			rows.map(([text]) => text),
			[
				'openai/gpt-oss-120b',
				'openai/gpt-oss-20b',
				'gpt-oss-120b & gpt-oss-20b Model Card paper',
				'stanfordnlp/imdb',
				'hf-audio/whisper-large-v3',
			],
		);
	});

	it('gives every file a row of its own, also one that is called as a row of ours is', async () => {
		const named = (name: string) => ({ path: name, type: 'file' as const, size: 1, oid: '', isLarge: false });
		const page = { entries: ['more', 'problem', 'nothing'].map(named), next: async () => ({ entries: [] }) };
		const rows = new FileRows({
			hub: { files: async () => page },
			redraw: () => undefined,
			openFile: () => undefined,
		});
		const parent = { id: 'repo', item: () => new vscode.TreeItem('repo') };
		const ids = (await rows.below(parent, { type: 'model', id: 'ada/model' })).map(({ id }) => id);
		rows.dispose();
		assert.deepEqual([ids.length, new Set(ids).size], [4, 4]);
	});
});
