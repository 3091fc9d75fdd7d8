import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { addToken } from './driver/addToken';
import { CommandLine } from './driver/commandLine';
import { Keyring } from './driver/keyring';
import { useSession } from './driver/useSession';

const ADDRESSES = 'Addresses and Offline Mode';
const SOURCES = 'Where Tokens Come From';
const TOKENS = /^Tokens/;
const NETWORK = 'Proxy and Certificates';
const KEYRING = 'Keyring';
const PASSWORD = 'pa55-of-the-proxy';

describe('what the doctor finds on a machine where much is set', () => {
	const cli = new CommandLine();
	before(() => cli.open());
	after(() => cli.close());
	const session = useSession({
		env: ({ tokens }) => ({
			HF_TOKEN: tokens.read,
			HUGGING_FACE_HUB_TOKEN: `'${tokens.expiring}'`,
			HF_HOME: cli.home,
			HF_ENDPOINT: 'https://mirror.example',
			HTTPS_PROXY: `http://ada:${PASSWORD}@proxy.example:8080`,
			NO_PROXY: 'localhost,127.0.0.1',
			NODE_TLS_REJECT_UNAUTHORIZED: '0',
			NODE_EXTRA_CA_CERTS: '/etc/acme.pem',
		}),
		settings: { 'http.proxyStrictSSL': false },
	});
	before('tokens of the command line', async () => {
		const { read, otherUser, old } = session().hub.tokens;
		await cli.write(otherUser, { work: `"${old}"`, laptop: read });
		await session().workbench.openContainer();
	});
	afterEach('leave no question open', () => session().workbench.quickInput.leave());

	const envFile = () => path.join(session().workspace, '.env');

	/** Runs all checks: those on the page before may be about what was set before. */
	async function diagnose(): Promise<void> {
		const { palette, doctor } = session().workbench;
		await session().workbench.closeEditors();
		await palette.run('Hugging Face: Diagnose');
		await doctor.expectSummary('Done:');
	}

	it('is every token, whatever hides it: no conflict where nothing would take the other', async () => {
		const { workbench } = session();
		await diagnose();
		await workbench.doctor.expectFindings(SOURCES, [
			'Good: It is clear which token is used here.',
			'Warning: Something stands around the token in HUGGING_FACE_HUB_TOKEN of the environment.',
			'Warning: Something stands around the token in “work” of the hf command line.',
		]);
		await workbench.doctor.expectFindings(TOKENS, [
			'Good: The Hub takes HF_TOKEN of the environment.',
			'Good: The Hub takes HUGGING_FACE_HUB_TOKEN of the environment.',
			'Warning: HUGGING_FACE_HUB_TOKEN of the environment ends in 3 days.',
			'Good: The Hub takes the token of the hf command line.',
			'Good: The Hub takes “work” of the hf command line.',
			'Note: “work” of the hf command line is 120 days old.',
			'Good: The Hub takes “laptop” of the hf command line.',
		]);
		assert.deepEqual(await workbench.doctor.remedies(TOKENS, 'ends in 3 days'), [
			'Add Token…',
			'Create Token on the Hub',
		]);
		await workbench.screenshot('doctor sources');
	});

	it('is what becomes of addresses, proxy and certificates, each with a button', async () => {
		const { workbench } = session();
		const { doctor } = workbench;
		await diagnose();
		await doctor.expectFinding(ADDRESSES, /HF_ENDPOINT names https:\/\/mirror\.example, and the setting/);
		assert.deepEqual(await doctor.remedies(ADDRESSES, 'Two Hubs are named.'), ['Open Setting']);
		await doctor.expectFindings(NETWORK, [
			'Note: Requests go through a proxy.',
			'Note: Some hosts are asked past the proxy.',
			'Warning: Certificates are not checked.',
			'Warning: Certificates are not checked.',
			'Note: Certificates of your own are trusted.',
		]);
		await doctor.expectFinding(NETWORK, 'HTTPS_PROXY names proxy.example:8080.');
		assert.deepEqual(await doctor.remedies(NETWORK, 'NODE_TLS_REJECT_UNAUTHORIZED'), ['About Certificates']);
		assert.deepEqual(await doctor.remedies(NETWORK, 'http.proxyStrictSSL turns'), [
			'Open Setting',
			'About Certificates',
		]);
		await doctor.scrollTo(NETWORK);
		await workbench.screenshot('doctor network');
	});

	it('is a token in an .env file, and that notebooks would take it', async () => {
		const { workbench, hub } = session();
		const { doctor } = workbench;
		await writeFile(envFile(), `HF_TOKEN=${hub.tokens.noCredits}\n`);
		try {
			await diagnose();
			await doctor.expectFindings(SOURCES, [
				'Good: It is clear which token is used here.',
				'Warning: Something stands around the token in HUGGING_FACE_HUB_TOKEN of the environment.',
				'Warning: Something stands around the token in “work” of the hf command line.',
				'Note: A token lies in .env.',
				'Warning: HF_TOKEN of .env is another token than the one used here.',
			]);
			assert.deepEqual(await doctor.remedies(SOURCES, 'is another token'), [
				'Import Tokens…',
				'Switch Token…',
			]);
			await doctor.expectFinding(TOKENS, 'The Hub takes HF_TOKEN of .env.');
			await doctor.scrollTo(SOURCES);
			await workbench.screenshot('doctor env file');
			await writeFile(envFile(), `HF_TOKEN=${hub.tokens.read}\n`);
			await doctor.press(`Check Again: ${SOURCES}`);
			await doctor.expectFinding(SOURCES, 'HF_TOKEN of .env is the same token.');
		} finally {
			await rm(envFile());
		}
	});

	it('is another token in terminals, until they are given the one that is used here', async () => {
		const { workbench, hub } = session();
		const { doctor, dialog, notifications, palette } = workbench;
		await addToken(workbench, hub.tokens.otherUser);
		await notifications.clear();
		await diagnose();
		await doctor.expectFinding(
			SOURCES,
			'HF_TOKEN of the environment is another token than the one used here.',
		);
		await doctor.expectFinding(SOURCES, 'programs in a terminal or a notebook take');
		await doctor.press('Give Token to Terminals…', SOURCES);
		await dialog.expect('Give “bram-read” of bram to the terminals of this workspace?');
		await dialog.press('Turn That Off and Give Token');
		await notifications.expect('is given to new terminals');
		await notifications.clear();
		await doctor.press(`Check Again: ${SOURCES}`);
		await doctor.expectFinding(SOURCES, 'Terminals are given the token used here.');
		await doctor.expectFinding(SOURCES, /; notebooks take HF_TOKEN of the environment/);
		await workbench.screenshot('doctor terminals given');
		await palette.run('Hugging Face: Stop Giving Token to Terminals');
	});

	it('gives a report with all that, and with no token, nor the password of the proxy', async () => {
		const { workbench, hub } = session();
		await writeFile(envFile(), `HF_TOKEN=${hub.tokens.noCredits}\n`);
		try {
			await diagnose();
			await workbench.doctor.expectFinding(SOURCES, 'A token lies in .env.');
			await workbench.doctor.press('Copy Report');
			await workbench.statusBar.expect('Copied the report');
		} finally {
			await rm(envFile());
		}
		const report = await workbench.editor.clipboard();
		for (const told of ['proxy.example:8080', 'HF_TOKEN of .env', 'mirror.example', '“work” of the hf']) {
			assert.ok(report.includes(told), told);
		}
		for (const value of [...Object.values(hub.tokens), PASSWORD]) {
			assert.ok(!report.includes(value));
		}
	});
});

describe('a doctor whose patient has a locked keyring', () => {
	const session = useSession({ env: ({ tokens }) => ({ HF_TOKEN: tokens.read }) });

	it('helps with a token for this window, and calls nothing different that it could not read', async function () {
		const { workbench, hub } = session();
		const { page, palette, doctor, quickInput, notifications } = workbench;
		// A desktop's keyring is the system's, and cannot be made to fail.
		if (!page.url().startsWith('http')) {
			this.skip();
		}
		const keyring = new Keyring(page);
		await keyring.prepare();
		await workbench.openContainer();
		await addToken(workbench, hub.tokens.read);
		await notifications.clear();
		await palette.run('Hugging Face: Diagnose');
		await doctor.expectFindings(SOURCES, [
			'Good: It is clear which token is used here.',
			'Good: HF_TOKEN of the environment is the same token.',
		]);
		await keyring.refuse();
		await workbench.reload();
		await doctor.press('Run Checks');
		await doctor.expectFindings(KEYRING, ['Problem: The keyring does not work.']);
		await doctor.expectFindings(SOURCES, [
			'Good: It is clear which token is used here.',
			'Note: Whether HF_TOKEN of the environment is the token used here is not known.',
		]);
		await doctor.expectFindings('What You Want to Do', ['Problem: You cannot run models.']);
		await doctor.expectSummary('Done:');
		await workbench.screenshot('doctor locked keyring');
		await doctor.press('Add Token for This Window…', KEYRING);
		await quickInput.expect('Paste a token');
		await quickInput.fill(hub.tokens.orgAdmin);
		await quickInput.accept();
		await quickInput.expect('A name to tell');
		await quickInput.accept();
		await notifications.expect('It is kept for this window only');
		await notifications.clear();
		await workbench.tree('Tokens').expect('bram · write · this window only · used here');
		await doctor.press('Run Again');
		await doctor.expectFindings(KEYRING, [
			'Problem: The keyring does not work.',
			'Note: Some tokens are kept for this window only.',
		]);
		await doctor.expectFinding('What You Want to Do', 'You can run models.');
		await keyring.mend();
	});
});
