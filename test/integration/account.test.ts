import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { HeldClipboard } from '../../src/account/heldClipboard';
import { tokenCommands, type TokenCommandId } from '../../src/account/tokenCommands';
import type { TokenRecord } from '../../src/tokens/tokenRecord';
import { createHub } from '../../src/hub/hubClient';
import { facts, memento, memoryTokens } from './memoryTokens';
import { testHub } from './testHub';

/** Records that were added within one millisecond have no order of their own. */
function byName(records: readonly TokenRecord[]): TokenRecord[] {
	return [...records].sort((one, other) => (one.name < other.name ? -1 : 1));
}

describe('the token commands', () => {
	const { origin, routerOrigin, tokens: values } = testHub();
	const log = vscode.window.createOutputChannel('Test of the token commands', { log: true });
	const open: vscode.Disposable[] = [];

	after(() => log.dispose());
	afterEach(async () => {
		vscode.Disposable.from(...open.splice(0)).dispose();
		await vscode.commands.executeCommand('notifications.clearAll');
	});

	function account(environment: Readonly<Record<string, string>> = {}) {
		const { tokens, secrets } = memoryTokens(environment, origin);
		const endpoints = { hub: origin, router: routerOrigin };
		const hub = createHub({
			endpoints: () => endpoints,
			credentials: (permission, signal) => tokens.credential(permission, signal),
		});
		const clipboard = new HeldClipboard(vscode.env.clipboard, memento(), error => log.error(String(error)));
		open.push(tokens, clipboard);
		const commands = tokenCommands(
			{
				tokens,
				hub,
				settings: { endpoints, billTo: undefined, clipboardSeconds: 60, remindAfterDays: 90 },
				log,
			},
			clipboard,
		);
		const run = async (id: TokenCommandId, ...args: unknown[]) => commands[id](...args);
		return { tokens, secrets, endpoints, run };
	}

	/** Leaves whatever question a command asks, by Escape, until the command is over. */
	async function leave(command: Promise<unknown>): Promise<void> {
		let over = false;
		const ended = command.finally(() => (over = true));
		while (!over) {
			await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
			await new Promise(resolve => setTimeout(resolve, 20));
		}
		await ended;
	}

	it('leave nothing behind when the token box is left', async () => {
		const { tokens, secrets, run } = account();
		await leave(run('hfWorkbench.addToken'));
		assert.deepEqual(tokens.records, []);
		assert.equal(secrets.size, 0);
	});

	it('take no value as an argument', async () => {
		const { tokens, secrets, run } = account();
		await leave(run('hfWorkbench.addToken', { value: values.read }, values.read));
		assert.deepEqual(tokens.records, []);
		assert.equal(secrets.size, 0);
	});

	it('keep the old token when its replacement is not given', async () => {
		const { tokens, run } = account();
		const record = await tokens.add(facts('vscode', { user: 'ada', role: 'read' }), values.read);
		await leave(run('hfWorkbench.replaceToken', { tokenId: record.id }));
		assert.deepEqual(tokens.records, [record]);
		assert.equal((await tokens.credentialOf(record.id))?.value, values.read);
	});

	it('switch to the token of a row, past the workspace’s own choice', async () => {
		const { tokens, run } = account();
		const ada = await tokens.add(facts('ada', { user: 'ada', role: 'read' }), values.read);
		const bram = await tokens.add(facts('bram', { user: 'bram', role: 'read' }), values.otherUser);
		await tokens.setWorkspaceChoice({ kind: 'vault', id: ada.id });
		await run('hfWorkbench.useToken', { tokenId: bram.id });
		const { origin: used, reason } = await tokens.resolve();
		assert.deepEqual([used?.kind === 'vault' && used.id, reason], [bram.id, 'default']);
	});

	it('check every token and keep what the Hub says', async () => {
		const { tokens, run } = account();
		const wrong = { user: 'nobody', role: 'unknown' };
		await tokens.add(facts('good', wrong), values.fineGrainedInference);
		await tokens.add(facts('old', { user: 'ada', role: 'read' }), values.expired);
		await tokens.add(facts('gone', { user: 'ada', role: 'read' }), values.revoked);
		await run('hfWorkbench.checkTokens');
		assert.deepEqual(
			byName(tokens.records).map(({ name, user, role, state }) => [name, user, role, state]),
			[
				['gone', 'ada', 'read', 'invalid'],
				['good', 'ada', 'fineGrained', 'valid'],
				['old', 'ada', 'read', 'expired'],
			],
		);
		const good = tokens.records.find(({ name }) => name === 'good');
		assert.ok(good);
		assert.deepEqual(good.fineGrained?.scoped, [
			{
				entity: { type: 'user', name: 'ada' },
				permissions: ['inference.serverless.write', 'repo.content.read'],
			},
		]);
		assert.deepEqual(
			good.organisations.map(({ name }) => name),
			['acme'],
		);
	});

	it('check the token of a row alone', async () => {
		const { tokens, run } = account();
		const first = await tokens.add(facts('first', { user: 'ada', role: 'read' }), values.expired);
		await tokens.add(facts('second', { user: 'ada', role: 'read' }), values.revoked);
		await run('hfWorkbench.checkToken', { tokenId: first.id });
		assert.deepEqual(
			byName(tokens.records).map(({ state }) => state),
			['expired', 'valid'],
		);
	});

	it('think no less of a token when the Hub cannot be reached', async () => {
		const { tokens, endpoints, run } = account();
		const record = await tokens.add(facts('vscode', { user: 'ada', role: 'read' }), values.read);
		endpoints.hub = 'http://127.0.0.1:9';
		await run('hfWorkbench.checkTokens');
		assert.deepEqual(tokens.records, [record]);
	});

	it('go on past a token that the keyring does not give', async () => {
		const { tokens, secrets, run } = account();
		await tokens.add(facts('lost', { user: 'ada', role: 'read' }), values.read);
		for (const key of [...secrets.keys()]) {
			secrets.delete(key);
		}
		await tokens.add(facts('old', { user: 'ada', role: 'read' }), values.expired);
		await run('hfWorkbench.checkTokens');
		assert.deepEqual(
			byName(tokens.records).map(({ name, state }) => [name, state]),
			[
				['lost', 'valid'],
				['old', 'expired'],
			],
		);
	});
});
