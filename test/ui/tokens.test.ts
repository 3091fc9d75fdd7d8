import assert from 'node:assert/strict';
import type { LoopbackHub } from '../hub/loopbackHub';
import { addToken } from './driver/addToken';
import { useSession } from './driver/useSession';

/** How often the Hub was asked whose a token is. */
function checks({ traffic }: LoopbackHub): number {
	return traffic.requests.filter(({ path }) => path.startsWith('/api/whoami-v2')).length;
}

describe('tokens, as a person keeps them', () => {
	const session = useSession();

	afterEach('leave no question open', async () => {
		const { hub, workbench } = session();
		hub.faults.clear();
		hub.traffic.clear();
		await workbench.quickInput.leave();
	});

	it('are asked for by the palette, by the view’s title and by its welcome text, in a password box', async () => {
		const { workbench } = session();
		const { palette, quickInput, statusBar } = workbench;
		await workbench.openContainer();
		const tokens = workbench.tree('Tokens');
		assert.match(await tokens.welcome(), /An access token lets you run models/);
		await workbench.screenshot('tokens welcome');
		const ways = [
			() => palette.run('Hugging Face: Add Token…'),
			() => tokens.pressTitle('Add Token…'),
			() => tokens.pressWelcome('Add Token…'),
			() => statusBar.press('Sign In to Hugging Face'),
		];
		for (const ask of ways) {
			await ask();
			await quickInput.expect('Paste a token');
			assert.match(await quickInput.title(), /Add Access Token/);
			assert.equal(await quickInput.isPassword(), true);
			await quickInput.cancel();
			await quickInput.waitClosed();
		}
	});

	it('are created on the Hub, with the permission to run models chosen already', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput } = workbench;
		await palette.run('Hugging Face: Add Token…');
		const opened = workbench.page.context().waitForEvent('page');
		await quickInput.pressButton('Create a Token on the Hub');
		const page = await opened;
		// The web build leads addresses of its own machine through itself, which changes their beginning.
		await page.waitForURL(url => url.pathname.endsWith('/settings/tokens/new'), { waitUntil: 'commit' });
		const url = new URL(page.url());
		await page.close();
		assert.ok(url.href.includes(new URL(hub.origin).port), url.href);
		assert.equal(url.searchParams.get('tokenType'), 'fineGrained');
		assert.equal(url.searchParams.get('ownUserPermissions'), 'inference.serverless.write');
		// The box waits for what will be copied there.
		assert.equal(await quickInput.isOpen(), true);
	});

	it('are refused by their form while they are typed, without asking the Hub', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput } = workbench;
		await palette.run('Hugging Face: Add Token…');
		await workbench.quickInput.expect('Paste a token');
		await quickInput.type('sk-12');
		await quickInput.refusal('those start with “hf_”');
		await workbench.screenshot('token of another company');
		await quickInput.fill('hf_short');
		await quickInput.refusal('too short');
		await quickInput.fill(`${hub.tokens.read}é`);
		await quickInput.refusal('a character in it that no access token has');
		await quickInput.accept();
		assert.equal(await quickInput.isOpen(), true);
		await quickInput.fill('');
		await quickInput.expect('Paste a token');
		assert.equal(checks(hub), 0);
	});

	const REFUSED = [
		['revoked', undefined, 'The Hub does not know this token'],
		['expired', undefined, 'This token has expired'],
		['read', { kind: 'reset' }, 'cannot be reached'],
		['read', { kind: 'status', name: 'internal' }, 'status 500'],
		['read', { kind: 'wrongContentType' }, 'could not be understood'],
	] as const;

	for (const [name, fault, sentence] of REFUSED) {
		it(`are not stored when the check says: ${sentence}`, async () => {
			const { workbench, hub } = session();
			const { palette, quickInput } = workbench;
			if (fault) {
				hub.faults.always({ path: /whoami/ }, fault);
			}
			await palette.run('Hugging Face: Add Token…');
			await workbench.quickInput.expect('Paste a token');
			await quickInput.fill(hub.tokens[name]);
			await quickInput.accept();
			await quickInput.refusal(sentence);
			await workbench.screenshot(`token refused ${sentence}`);
			await quickInput.cancel();
			await quickInput.waitClosed();
			assert.match(await workbench.tree('Tokens').welcome(), /An access token lets you/);
		});
	}

	it('are left out entirely by Escape at the name', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput } = workbench;
		await palette.run('Hugging Face: Add Token…');
		await workbench.quickInput.expect('Paste a token');
		await quickInput.fill(hub.tokens.fineGrainedInference);
		await quickInput.accept();
		await quickInput.expect('A name to tell your tokens apart');
		assert.equal(await quickInput.value(), 'vscode');
		await workbench.screenshot('token name');
		await quickInput.cancel();
		await quickInput.waitClosed();
		assert.match(await workbench.tree('Tokens').welcome(), /An access token lets you/);
	});

	it('are cleaned of what was copied with them, checked once, and stored once by an impatient double Enter', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput, notifications, statusBar } = workbench;
		hub.faults.always({ path: /whoami/ }, { kind: 'slowHeaders', milliseconds: 2_000 });
		await palette.run('Hugging Face: Add Token…');
		await workbench.quickInput.expect('Paste a token');
		await quickInput.paste(` "${hub.tokens.fineGrainedInference}"\n`);
		await quickInput.accept();
		await quickInput.accept();
		await quickInput.expect('A name to tell your tokens apart');
		assert.equal(checks(hub), 1);
		assert.deepEqual(hub.traffic.sentTo('fineGrainedInference'), [`GET ${hub.origin}/api/whoami-v2`]);
		await quickInput.accept();
		assert.equal(
			await notifications.expect('Added'),
			'Added “vscode” of ada (fine-grained, can run inference).',
		);
		await workbench.screenshot('token added');
		const tokens = workbench.tree('Tokens');
		await tokens.expectRows([['vscode ada · fine-grained · used here']]);
		await statusBar.expectSpoken('ada', /Hugging Face account: “vscode” of ada/);
		await notifications.clear();
	});

	it('say on a card what they may do, and why one is used', async () => {
		const { workbench } = session();
		const card = await workbench.tree('Tokens').expectTooltip('vscode', /fine-grained/);
		await workbench.screenshot('token card');
		for (const fact of ['ada', 'fine-grained', 'run inference', 'the default token']) {
			assert.ok(card.includes(fact), `${fact} in ${card}`);
		}
	});

	it('are not taken twice', async () => {
		const { workbench, hub } = session();
		await workbench.palette.run('Hugging Face: Add Token…');
		await workbench.quickInput.expect('Paste a token');
		await workbench.quickInput.fill(hub.tokens.fineGrainedInference);
		await workbench.quickInput.accept();
		await workbench.quickInput.refusal('This token is here already: it is “vscode” of ada.');
	});

	it('say it when they cannot run models, and leave the one in use alone', async () => {
		const { workbench, hub } = session();
		const { notifications } = workbench;
		await addToken(workbench, hub.tokens.fineGrainedNoInference);
		assert.match(
			await notifications.expect('Added'),
			/cannot run inference\)\. To run models, a token needs the permission/,
		);
		assert.deepEqual(await notifications.buttons('Added'), ['Create One That Can', 'Use It Here']);
		await workbench.screenshot('token without inference');
		await notifications.clear();
		await workbench
			.tree('Tokens')
			.expectRows([['vscode ada · fine-grained · used here'], ['no-inference ada · fine-grained']]);
	});

	it('switch by a list, and every view and the status bar follow', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput, statusBar, notifications } = workbench;
		await addToken(workbench, hub.tokens.otherUser);
		await notifications.clear();
		const models = workbench.tree('Models');
		await models.expand('Mine', 'ada/');
		await palette.run('Hugging Face: Switch Token…');
		await quickInput.option('bram-read').waitFor();
		assert.equal(await quickInput.placeholder(), 'Used here: “vscode” of ada, the default token.');
		assert.deepEqual(await quickInput.options(), [
			'vscode',
			'no-inference',
			'bram-read',
			'Use in This Workspace Only…',
			'Add Token…',
		]);
		await workbench.screenshot('switch token');
		await quickInput.pick('bram-read');
		await statusBar.expect('bram');
		await workbench.tree('Tokens').expect('bram · read · used here');
		await models.expect('bram/');
		await models.waitGone('ada/');
	});

	it('switch on their row, too', async () => {
		const { workbench } = session();
		const menu = await workbench.tree('Tokens').contextMenu('vscode');
		await workbench.screenshot('token menu');
		await menu.choose('Use Token');
		await workbench.statusBar.expect('ada');
		await workbench.tree('Tokens').expect('ada · fine-grained · used here');
	});

	it('are renamed, but not to the name of another one', async () => {
		const { workbench } = session();
		const { quickInput } = workbench;
		const tokens = workbench.tree('Tokens');
		await (await tokens.contextMenu('no-inference')).choose('Rename Token…');
		await quickInput.expect('Rename “no-inference”');
		await quickInput.fill('vscode');
		await quickInput.refusal('Another token is called “vscode” already.');
		await quickInput.fill('Reading');
		await quickInput.accept();
		await tokens.expect('Reading');
	});

	it('are replaced by a new value of the same user only, and keep their name', async () => {
		const { workbench, hub } = session();
		const { quickInput, notifications } = workbench;
		const tokens = workbench.tree('Tokens');
		await (await tokens.contextMenu('Reading')).choose('Replace Token…');
		await quickInput.expect('Paste the new token');
		await quickInput.fill(hub.tokens.orgAdmin);
		await quickInput.accept();
		await quickInput.refusal('This token belongs to bram, and “Reading” to ada.');
		await quickInput.fill(hub.tokens.write);
		await quickInput.accept();
		assert.equal(
			await notifications.expect('Replaced'),
			'Replaced “Reading” of ada (write, can run inference).',
		);
		await tokens.expect('ada · write');
		await notifications.clear();
	});

	it('are checked, and say which of them no longer works', async () => {
		const { workbench, hub } = session();
		const { notifications } = workbench;
		hub.faults.next({ path: /whoami/ }, { kind: 'status', name: 'expiredToken' });
		// Beside the progress and its outcome, it is said once that another token may do more than is needed.
		await notifications.rest();
		await workbench.tree('Tokens').pressTitle('Check Tokens');
		assert.equal(await notifications.expect('has expired'), '“vscode” has expired. The other 2 work.');
		await workbench.tree('Tokens').expect('ada · fine-grained · expired · used here');
		await workbench.screenshot('token expired');
		await notifications.clear();
		await workbench.tree('Tokens').pressTitle('Check Tokens');
		assert.equal(await notifications.expect('tokens work'), 'All 3 tokens work.');
		await notifications.clear();
	});

	it('are removed after asking, and not without', async () => {
		const { workbench } = session();
		const { dialog, notifications } = workbench;
		const tokens = workbench.tree('Tokens');
		await (await tokens.contextMenu('Reading')).choose('Remove Token…');
		const question = await dialog.expect('Remove “Reading” of ada?');
		assert.match(question, /On the Hub the token stays valid/);
		await workbench.screenshot('remove token');
		await dialog.press('Cancel');
		await tokens.expect('Reading');
		await (await tokens.contextMenu('Reading')).choose('Remove Token…');
		await dialog.expect('Remove “Reading” of ada?');
		await dialog.press('Remove');
		await tokens.waitGone('Reading');
		assert.equal(
			await notifications.expect('Removed'),
			'Removed “Reading”. Used here: “vscode” of ada, the default token.',
		);
		const opened = workbench.page.context().waitForEvent('page');
		await notifications.press('Removed', 'Delete It on the Hub');
		const page = await opened;
		await page.waitForURL(url => url.pathname.endsWith('/settings/tokens'), { waitUntil: 'commit' });
		await page.close();
		await notifications.clear();
	});

	it('are still there after the window was reloaded', async () => {
		const { workbench, hub } = session();
		await workbench.reload();
		await workbench.openContainer();
		await workbench
			.tree('Tokens')
			.expectRows([['vscode ada · fine-grained · used here'], ['bram-read bram · read']]);
		await workbench.statusBar.expect('ada');
		assert.equal(checks(hub), 0);
	});
});

describe('a token of the environment, where that names the Hub as well', () => {
	const session = useSession({
		env: ({ tokens, origin }) => ({ HF_TOKEN: tokens.fineGrainedInference, HF_ENDPOINT: origin }),
		settings: { 'hfWorkbench.hub.endpoint': '' },
	});

	it('is used where no other one is, which the view and the status bar say with the reason', async () => {
		const { workbench } = session();
		await workbench.openContainer();
		const tokens = workbench.tree('Tokens');
		await tokens.expectRows([['HF_TOKEN environment · used here · read-only']]);
		await tokens.expectTooltip('HF_TOKEN', /because no token of yours is the default/);
		await workbench.screenshot('token of the environment');
		await workbench.statusBar.expectSpoken('HF_TOKEN', /HF_TOKEN of the environment/);
		await workbench.tree('Models').expand('Mine', 'ada/');
	});

	it('gives way to one that is added, and says so', async () => {
		const { workbench, hub } = session();
		await addToken(workbench, hub.tokens.otherUser);
		const tokens = workbench.tree('Tokens');
		await tokens.expectRows([['bram-read bram · read · used here'], ['HF_TOKEN environment · read-only']]);
		await tokens.expectTooltip('HF_TOKEN', /Not used here, because the default token comes first/);
	});
});
