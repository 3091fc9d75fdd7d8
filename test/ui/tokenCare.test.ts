import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addToken } from './driver/addToken';
import { openedPage } from './driver/openedPage';
import { useSession } from './driver/useSession';

/** What is wrong with the value of `HF_TOKEN` here. */
const TOO_SHORT = 'This is too short for an access token. Copy it whole.';

describe('tokens that are cared for', () => {
	const session = useSession({ env: { HF_TOKEN: 'hf_cutOff' }, viewport: { width: 1440, height: 900 } });

	afterEach('leave no question open', async () => {
		const { hub, workbench } = session();
		hub.linger(0);
		hub.traffic.clear();
		await workbench.quickInput.leave();
	});

	it('are created from the walkthrough for running models, as it says, without another question', async () => {
		const { workbench } = session();
		await workbench.openContainer();
		await workbench.palette.run('Hugging Face: Get Started');
		await workbench.walkthrough.expectStep('Add an access token');
		const url = await openedPage(workbench, () => workbench.walkthrough.follow('Create one on the Hub'));
		assert.equal(url.search, '?ownUserPermissions=inference.serverless.write&tokenType=fineGrained');
		await workbench.notifications.expect('Create the token on the Hub’s page');
		await workbench.screenshot('walkthrough create token');
		await workbench.notifications.clear();
		await workbench.closeEditors();
	});

	it('are imported without what is none, which is named with what is wrong', async () => {
		const { workbench, workspace, hub } = session();
		const { palette, quickInput, notifications } = workbench;
		const wrong = `HF_TOKEN of the environment was not imported. ${TOO_SHORT}`;
		await palette.run('Hugging Face: Import Tokens…');
		assert.equal(await notifications.expect('was not imported'), wrong);
		assert.deepEqual(await notifications.buttons('was not imported'), ['Diagnose']);
		await workbench.screenshot('import of no token');
		await notifications.clear();
		const envFile = path.join(workspace, '.env');
		await writeFile(envFile, `HF_TOKEN=${hub.tokens.read}\n`);
		try {
			await palette.run('Hugging Face: Import Tokens…');
			await quickInput.option(TOO_SHORT).first().waitFor();
			assert.deepEqual(await quickInput.options(), ['HF_TOKEN', 'HF_TOKEN']);
			await workbench.screenshot('import tokens and what is none');
			await quickInput.accept();
			const said = await notifications.expect('Imported');
			assert.ok(said.startsWith(`Imported “ada-read” of ada. ${wrong}`), said);
			await notifications.clear();
		} finally {
			await rm(envFile);
		}
	});

	it('reach a gated repo that they are for, without the permission for all of them', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput, notifications } = workbench;
		await addToken(workbench, hub.tokens.fineGrainedOrg);
		await notifications.clear();
		hub.setAccess('acme/gated-support-chat', 'ada', 'accepted');
		await palette.run('Hugging Face: Check Access…');
		await quickInput.expect('A repo’s id');
		await quickInput.fill('acme/gated-support-chat');
		await quickInput.accept();
		await notifications.expect('You have access to acme/gated-support-chat.');
		const asked = hub.traffic.requests.filter(({ path }) => path.includes('auth-check'));
		assert.deepEqual(
			asked.map(({ token }) => token),
			['fineGrainedOrg'],
		);
		await notifications.clear();
	});

	it('are the vault’s own where a leaked value that is pasted is one of them', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput, notifications } = workbench;
		const tokens = workbench.tree('Tokens');
		await addToken(workbench, hub.tokens.fineGrainedInference);
		await notifications.clear();
		await palette.run('Hugging Face: Revoke Leaked Token…');
		await quickInput.pick('A Token from Elsewhere…');
		await quickInput.expect('Paste the token that was found');
		await quickInput.fill(hub.tokens.fineGrainedInference);
		await quickInput.accept();
		await quickInput.expect('Type “vscode” to revoke it.');
		await workbench.screenshot('revoke a pasted token of the vault');
		await quickInput.fill('vscode');
		await quickInput.accept();
		await notifications.expect('“vscode” is revoked');
		assert.deepEqual(await notifications.buttons('is revoked'), ['Replace Token…', 'Remove Token…']);
		await tokens.expect('ada · fine-grained · refused by the Hub');
		await notifications.clear();
	});

	it('are looked at again where the Hub takes a revoked one for a moment', async () => {
		const { workbench, hub } = session();
		const { quickInput, notifications } = workbench;
		const tokens = workbench.tree('Tokens');
		await addToken(workbench, hub.tokens.noCredits);
		await notifications.clear();
		hub.traffic.clear();
		hub.linger(2);
		await (await tokens.contextMenu('chiara-read')).choose('Revoke Leaked Token…');
		await quickInput.expect('It stops working everywhere at once');
		await quickInput.fill('chiara-read');
		await quickInput.accept();
		await notifications.expect('Still taken. Looking again…');
		await workbench.screenshot('revoked token looked at again');
		await notifications.expect('“chiara-read” is revoked: the Hub does not know it any more.');
		await tokens.expect('chiara · read · refused by the Hub');
		await notifications.clear();
	});

	it('are said to work still where the looking is cancelled, with how to look again', async () => {
		const { workbench, hub } = session();
		const { quickInput, notifications } = workbench;
		const tokens = workbench.tree('Tokens');
		await addToken(workbench, hub.tokens.otherUser);
		await notifications.clear();
		hub.linger(100);
		await (await tokens.contextMenu('bram-read')).choose('Revoke Leaked Token…');
		await quickInput.expect('It stops working everywhere at once');
		await quickInput.fill('bram-read');
		await quickInput.accept();
		await notifications.expect('Still taken. Looking again…');
		await notifications.press('Still taken', 'Cancel');
		assert.equal(
			await notifications.expect('still works'),
			'The Hub took the request, but “bram-read” still works. Look again in a moment, or delete it on the Hub.',
		);
		assert.deepEqual(await notifications.buttons('still works'), ['Check Token', 'Delete It on the Hub']);
		await workbench.screenshot('revoked token still works');
		await notifications.clear();
	});

	it('are spoken of in one message where several are old or end soon, whichever is in use', async () => {
		const { workbench, hub } = session();
		const { notifications, palette } = workbench;
		const tokens = workbench.tree('Tokens');
		await writeFile(
			path.join(session().workspace, '.env'),
			`HF_TOKEN=${hub.tokens.old}\nHUGGING_FACE_HUB_TOKEN=${hub.tokens.expiring}\n`,
		);
		try {
			await palette.run('Hugging Face: Import Tokens…');
			await workbench.quickInput.option(TOO_SHORT).first().waitFor();
			await workbench.quickInput.accept();
			await notifications.expect('Imported');
		} finally {
			await rm(path.join(session().workspace, '.env'));
		}
		assert.equal(
			await notifications.expect('Replace 2 access tokens'),
			'Replace 2 access tokens with new ones: “bram” of bram (ends in 3 days) and “laptop” of ada (created 120 days ago).',
		);
		await notifications.dismiss('Imported');
		await workbench.screenshot('several old tokens');
		for (const theme of ['light', 'highContrast'] as const) {
			await workbench.setTheme(theme);
			await workbench.screenshot(`several old tokens ${theme}`);
		}
		await workbench.setTheme('dark');
		await tokens.fold();
		await notifications.press('Replace 2 access tokens', 'Show Tokens');
		await tokens.expect('created 120 days ago');
	});
});
