import assert from 'node:assert/strict';
import { addTokenForHosts } from './driver/addTokenForHosts';
import { explainLines } from './driver/explainLines';
import { openedPage } from './driver/openedPage';
import { useSession } from './driver/useSession';

describe('the life of a token, where the Hub is not huggingface.co', () => {
	const session = useSession({
		settings: { 'hfWorkbench.tokens.allowedOrigins': [], 'hfWorkbench.tokens.clipboardSeconds': 12 },
	});

	afterEach('leave no question open', async () => {
		const { hub, workbench } = session();
		hub.faults.clear();
		hub.traffic.clear();
		await workbench.quickInput.leave();
	});

	it('begins with the question what it is for', async () => {
		const { workbench } = session();
		const { quickInput, palette, notifications } = workbench;
		await workbench.openContainer();
		await palette.run('Hugging Face: Create Token on the Hub…');
		await quickInput.option('Run Models').first().waitFor();
		assert.deepEqual(await quickInput.options(), [
			'Run Models',
			'Read Private and Gated Repos',
			'Write to the Hub',
			'Start Jobs',
			'Read',
			'Write',
		]);
		await workbench.screenshot('create token');
		const url = await openedPage(session().workbench, () => quickInput.pick('Read Private and Gated Repos'));
		assert.equal(
			url.search,
			'?ownUserPermissions=repo.content.read&canReadGatedRepos=true&tokenType=fineGrained',
		);
		await notifications.press('Create the token on the Hub’s page', 'Add Token…');
		await quickInput.expect('Paste a token');
	});

	it('sends it nowhere before the host was allowed for it', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput, dialog } = workbench;
		await palette.run('Hugging Face: Add Token…');
		await quickInput.expect('Paste a token');
		await quickInput.fill(hub.tokens.fineGrainedInference);
		await quickInput.accept();
		const question = await dialog.expect('Send this token to 127.0.0.1');
		assert.match(question, /This is not huggingface\.co/);
		await workbench.screenshot('allow host');
		await dialog.press('Cancel');
		await quickInput.refusal('was not sent');
		assert.deepEqual(hub.traffic.requests, []);
		await quickInput.accept();
		await dialog.expect('Send this token to 127.0.0.1');
		await dialog.press('Allow');
		await quickInput.expect('A name to tell');
		await quickInput.accept();
		await workbench.notifications.expect('Added');
		await workbench.notifications.clear();
	});

	it('shows below it what it can do, whose organizations pay, and where it may go', async () => {
		const { workbench, hub } = session();
		const tokens = workbench.tree('Tokens');
		await tokens.expand('vscode', 'Can run inference');
		const host = (origin: string) => new URL(origin).host;
		await tokens.expectRows([
			[
				'vscode ada · fine-grained · used here',
				[
					['Can run inference'],
					['Can read your repos'],
					['acme organization · can pay'],
					[`${host(hub.origin)} allowed`],
					[`${host(hub.routerOrigin)} allowed`],
				],
			],
		]);
		await workbench.screenshot('token details');
	});

	it('takes a host back, never sends it there, and asks again', async () => {
		const { workbench, hub } = session();
		const { dialog, notifications } = workbench;
		const tokens = workbench.tree('Tokens');
		const models = workbench.tree('Models');
		const host = new URL(hub.origin).host;
		await tokens.pressInline(host, 'Forget Answer about Host');
		await tokens.expect(new RegExp(`${host}\\s*not allowed yet`));
		await workbench.palette.run('Hugging Face: Refresh Views');
		await models.expect('was not sent to');
		await workbench.screenshot('token was not sent');
		assert.deepEqual(
			hub.traffic.requests.filter(({ token }) => token !== undefined),
			[],
		);
		await models.click('was not sent to');
		await dialog.expect('Send “vscode” of ada to 127.0.0.1');
		await dialog.press('Never Send It There');
		await notifications.expect('is never sent to');
		await tokens.expect(new RegExp(`${host}\\s*never allowed`));
		await workbench.palette.run('Hugging Face: Refresh Views');
		await models.expect('deepseek-ai/');
		assert.deepEqual(
			hub.traffic.requests.filter(({ token }) => token !== undefined),
			[],
		);
		await tokens.pressInline(host, 'Allow Host to Receive Token…');
		await dialog.expect('Send “vscode” of ada to 127.0.0.1');
		await dialog.press('Allow');
		await tokens.expect(new RegExp(`${host}\\s*allowed`));
		await tokens.collapse('vscode');
		await notifications.clear();
	});

	it('bills an organization that can pay, and names the permission that is missing for it', async () => {
		const { workbench, hub } = session();
		const { results, notifications, statusBar, palette, quickInput } = workbench;
		const tokens = workbench.tree('Tokens');
		await palette.run('Hugging Face: Bill Runs To…');
		await quickInput.option('acme').waitFor();
		assert.deepEqual(await quickInput.options(), ['ada', 'acme']);
		await quickInput.pick('acme');
		await notifications.expect('acme pays for runs in this workspace');
		await tokens.expand('vscode', 'pays for runs here');
		await tokens.collapse('vscode');
		await statusBar.expect('ada');
		await explainLines(session().workbench, 'failed');
		assert.equal(
			await results.problem().getByRole('heading').innerText(),
			'The access token may not call Inference Providers for acme.',
		);
		await workbench.screenshot('permission for organization');
		const url = await openedPage(session().workbench, () =>
			results.press('Create Token on the Hub', results.problem()),
		);
		assert.equal(url.search, '?orgs=acme&orgPermissions=inference.serverless.write&tokenType=fineGrained');
		assert.equal(
			hub.traffic.requests.some(({ path }) => path.includes('/chat/completions')),
			false,
		);
		await notifications.clear();
	});

	it('takes the token of the account that may do the least and has the permission', async () => {
		const { workbench, hub } = session();
		const tokens = workbench.tree('Tokens');
		await addTokenForHosts(session().workbench, hub.tokens.fineGrainedOrg);
		await tokens.expect('ada · fine-grained · runs models here');
		await workbench.screenshot('runs models here');
		await explainLines(session().workbench, 'finished');
		const [chat] = hub.traffic.requests.filter(({ path }) => path.includes('/chat/completions'));
		assert.deepEqual([chat?.token, chat?.headers['x-hf-bill-to']], ['fineGrainedOrg', 'acme']);
		await workbench.palette.run('Hugging Face: Bill Runs To…');
		await workbench.quickInput.pick('ada');
		await workbench.notifications.expect('ada pays for runs in this workspace');
		await workbench.notifications.clear();
		await explainLines(session().workbench, 'finished');
		const last = hub.traffic.requests.filter(({ path }) => path.includes('/chat/completions')).at(-1);
		assert.deepEqual([last?.token, last?.headers['x-hf-bill-to']], ['fineGrainedInference', undefined]);
	});

	it('copies it after asking, and clears the clipboard again, though the window is reloaded meanwhile', async () => {
		const { workbench, hub } = session();
		const { dialog, notifications } = workbench;
		const tokens = workbench.tree('Tokens');
		await (await tokens.contextMenu('acme-inference')).choose('Copy Token…');
		await dialog.expect('Copy the value of “acme-inference” of ada?');
		await workbench.screenshot('copy token');
		await dialog.press('Copy');
		await notifications.expect('is in the clipboard');
		assert.equal(await workbench.clipboard(), hub.tokens.fineGrainedOrg);
		await workbench.reload();
		await workbench.openContainer();
		await workbench.expectClipboard('');
	});

	it('says that it is old, once, and replaces it', async () => {
		const { workbench, hub } = session();
		const { notifications } = workbench;
		const tokens = workbench.tree('Tokens');
		await addTokenForHosts(session().workbench, hub.tokens.old);
		await tokens.expect('ada · read · created 120 days ago');
		await (await tokens.contextMenu('laptop')).choose('Use Token');
		assert.match(await notifications.expect('created 120 days ago'), /Replace it with a new one/);
		assert.deepEqual(await notifications.buttons('created 120 days ago'), [
			'Replace Token…',
			'Not for This Token',
		]);
		await notifications.press('created 120 days ago', 'Not for This Token');
		await (await tokens.contextMenu('vscode')).choose('Use Token');
		await tokens.expect('ada · fine-grained · used here');
	});

	it('says that it ends soon, and puts a new one in its place', async () => {
		const { workbench, hub } = session();
		const { notifications, quickInput, dialog } = workbench;
		const tokens = workbench.tree('Tokens');
		await addTokenForHosts(session().workbench, hub.tokens.expiring);
		await tokens.expect('bram · sign-in · ends in 3 days');
		await (await tokens.contextMenu('bram')).choose('Use Token');
		assert.equal(
			await notifications.expect('ends in 3 days'),
			'“bram” of bram: ends in 3 days. Replace it with a new one.',
		);
		await notifications.press('ends in 3 days', 'Replace Token…');
		await quickInput.expect('Paste the new token');
		await quickInput.fill(hub.tokens.otherUser);
		await quickInput.accept();
		await notifications.expect('Replaced “bram” of bram');
		await tokens.expect('bram · read · used here');
		await notifications.clear();
		await (await tokens.contextMenu('bram')).choose('Remove Token…');
		await dialog.expect('Remove “bram” of bram?');
		await dialog.press('Remove');
		await tokens.waitGone('bram');
		await notifications.clear();
		await (await tokens.contextMenu('vscode')).choose('Use Token');
		await tokens.expect('ada · fine-grained · used here');
	});

	it('has a leaked one revoked, after its name was typed, and no other way', async () => {
		const { workbench, hub } = session();
		const { quickInput, notifications } = workbench;
		const tokens = workbench.tree('Tokens');
		await (await tokens.contextMenu('laptop')).choose('Revoke Leaked Token…');
		await quickInput.expect('It stops working everywhere at once');
		await quickInput.fill('vscode');
		await quickInput.accept();
		await quickInput.refusal('Type “laptop” to revoke it.');
		await workbench.screenshot('revoke token');
		const asked = () =>
			hub.traffic.requests.flatMap(({ method, path }) =>
				/revoke|whoami/.test(path) ? [[method, path]] : [],
			);
		assert.deepEqual(asked(), []);
		await quickInput.fill('laptop');
		await quickInput.accept();
		assert.equal(
			await notifications.expect('is revoked'),
			'“laptop” is revoked: the Hub does not know it any more.',
		);
		await tokens.expect('ada · read · refused by the Hub');
		assert.deepEqual(asked(), [
			['POST', '/api/credentials/revoke'],
			['GET', '/api/whoami-v2'],
		]);
		await notifications.clear();
	});

	it('has one revoked that was found elsewhere: pasted, sent to the Hub after asking, and kept nowhere', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput, dialog, notifications } = workbench;
		const before = await workbench.tree('Tokens').rows();
		await palette.run('Hugging Face: Revoke Leaked Token…');
		await quickInput.pick('A Token from Elsewhere…');
		await quickInput.expect('Paste the token that was found');
		assert.equal(await quickInput.isPassword(), true);
		await quickInput.fill('sk-something');
		await quickInput.refusal('those start with “hf_”');
		await quickInput.fill(hub.tokens.noCredits);
		await quickInput.accept();
		await quickInput.expect('It stops working everywhere at once');
		await quickInput.fill('yes');
		await quickInput.accept();
		await quickInput.refusal('Type “revoke” to revoke it.');
		await quickInput.fill('revoke');
		await quickInput.accept();
		await dialog.expect('Send this token to 127.0.0.1');
		await workbench.screenshot('revoke a token from elsewhere');
		assert.deepEqual(hub.traffic.sentTo('noCredits'), []);
		await dialog.press('Allow');
		assert.equal(
			await notifications.expect('is revoked'),
			'The token is revoked: the Hub does not know it any more.',
		);
		await notifications.clear();
		await workbench.tree('Tokens').expectRows(before);
	});

	it('is asked about once where the Hub wants to be left alone, and is not thought less of', async () => {
		const { workbench, hub } = session();
		const { notifications } = workbench;
		const tokens = workbench.tree('Tokens');
		const before = await tokens.rows();
		hub.faults.always({ path: /whoami/ }, { kind: 'status', name: 'rateLimited', seconds: 2 });
		await tokens.pressTitle('Check Tokens');
		await notifications.expect('Too many requests.');
		await notifications.clear();
		await workbench.palette.run('Hugging Face: Refresh Views');
		await workbench.tree('Models').expect('deepseek-ai/');
		assert.equal(hub.traffic.requests.filter(({ path }) => path.includes('whoami')).length, 1);
		await tokens.expectRows(before);
	});

	it('is seen to be deleted on the Hub as soon as it is used', async () => {
		const { workbench, hub } = session();
		const tokens = workbench.tree('Tokens');
		hub.faults.always({ path: /whoami|chat\/completions/ }, { kind: 'status', name: 'unauthorized' });
		await explainLines(session().workbench, 'failed');
		await tokens.expect('ada · fine-grained · refused by the Hub · used here');
		await workbench.screenshot('token deleted in use');
	});

	it('says once that a token which may write is used where less would do', async () => {
		const { workbench, hub } = session();
		const { notifications } = workbench;
		const tokens = workbench.tree('Tokens');
		await addTokenForHosts(session().workbench, hub.tokens.orgAdmin);
		await (await tokens.contextMenu('bram-write')).choose('Use Token');
		assert.equal(
			await notifications.expect('may change things on the Hub'),
			'“bram-write” of bram reads repos, and may change things on the Hub, too. A token that may only read is safer.',
		);
		await workbench.screenshot('more than needed');
		const url = await openedPage(session().workbench, () =>
			notifications.press('may change things on the Hub', 'Create One…'),
		);
		assert.equal(
			url.search,
			'?ownUserPermissions=repo.content.read&canReadGatedRepos=true&tokenType=fineGrained',
		);
		await notifications.clear();
		await explainLines(session().workbench, 'finished');
		await workbench.palette.run('Hugging Face: Refresh Views');
		await workbench.tree('Models').expect('deepseek-ai/');
		assert.deepEqual(await notifications.texts(), []);
	});
});
