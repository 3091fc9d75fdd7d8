import assert from 'node:assert/strict';
import { LazyTree } from '../../src/trees/lazyTree';
import { messageNode } from '../../src/trees/messageNode';
import type { TreeNode } from '../../src/trees/treeNode';
import { ProblemError } from '../../src/util/problemError';
import { nextChange, rowText } from './treeRows';

/** A row whose children come when the test says so. */
function section(id: string) {
	let settle: { resolve: (rows: readonly TreeNode[]) => void; reject: (error: Error) => void } | undefined;
	const children = new Promise<readonly TreeNode[]>((resolve, reject) => (settle = { resolve, reject }));
	let resets = 0;
	const node: TreeNode = {
		...messageNode({ id, text: id, icon: 'info' }),
		children: () => children,
		reset: () => resets++,
	};
	return {
		node,
		answer: (...texts: string[]) =>
			settle?.resolve(texts.map(text => messageNode({ id: `${id}/${text}`, text, icon: 'info' }))),
		fail: () => settle?.reject(new ProblemError({ code: 'network.offline', host: 'hub.example' })),
		get resets() {
			return resets;
		},
	};
}

describe('a lazy tree', () => {
	const texts = async (tree: LazyTree, node?: TreeNode) =>
		(await tree.getChildren(node)).map(child => rowText(tree, child));

	/** A tree of sections that is let go of at the end of the test. */
	let tree: LazyTree | undefined;
	function treeOf(...sections: ReadonlyArray<{ readonly node: TreeNode }>): LazyTree {
		tree = new LazyTree(async () => sections.map(({ node }) => node));
		return tree;
	}
	afterEach(() => tree?.dispose());

	it('says that rows are loading when they take long, and shows them when they come', async () => {
		const slow = section('slow');
		const one = treeOf(slow);
		assert.deepEqual(await texts(one, slow.node), ['Loading…']);
		const change = nextChange(one);
		slow.answer('a', 'b');
		assert.equal(await change, slow.node);
		assert.deepEqual(await texts(one, slow.node), ['a', 'b']);
	});

	it('loads rows that always take long once, and again after a change', async () => {
		let loads = 0;
		const one = new LazyTree(async () => {
			loads++;
			await new Promise(resolve => setTimeout(resolve, 700));
			return loads === 1 ? [] : [messageNode({ id: 'a', text: 'a', icon: 'info' })];
		});
		tree = one;
		const come = nextChange(one);
		assert.deepEqual(await texts(one), ['Loading…']);
		await come;
		assert.deepEqual(await texts(one), []);
		assert.equal(loads, 1);
		const change = nextChange(one);
		one.redraw();
		await change;
		const comeAgain = nextChange(one);
		assert.deepEqual(await texts(one), ['Loading…']);
		await comeAgain;
		assert.deepEqual(await texts(one), ['a']);
		assert.equal(loads, 2);
	});

	it('says what went wrong with rows that took long as well', async () => {
		const slow = section('slow');
		const one = treeOf(slow);
		assert.deepEqual(await texts(one, slow.node), ['Loading…']);
		const change = nextChange(one);
		slow.fail();
		await change;
		const [row, ...rest] = await one.getChildren(slow.node);
		assert.ok(row && rest.length === 0);
		assert.equal(rowText(one, row), 'hub.example cannot be reached. Try Again');
		assert.equal(one.getParent(row), slow.node);
		const again = nextChange(one);
		await row.open?.();
		assert.equal(await again, slow.node);
		assert.equal(slow.resets, 1);
	});

	it('tells of a change only once nothing is being loaded, since the editor would forget it', async () => {
		const [quick, slow] = [section('quick'), section('slow')];
		const one = treeOf(quick, slow);
		const order: string[] = [];
		const change = nextChange(one).then(() => order.push('change'));
		const loading = one.getChildren(slow.node).then(() => order.push('rows'));
		one.redraw(quick.node);
		await loading;
		await change;
		assert.deepEqual(order, ['rows', 'change']);
	});

	it('tells of everything once where a row and everything have changed', async () => {
		const quick = section('quick');
		const one = treeOf(quick);
		const told: Array<TreeNode | undefined> = [];
		one.onDidChangeTreeData(node => told.push(node));
		const change = nextChange(one);
		one.redraw(quick.node);
		one.redraw();
		one.redraw(quick.node);
		await change;
		assert.deepEqual(told, [undefined]);
	});
});
