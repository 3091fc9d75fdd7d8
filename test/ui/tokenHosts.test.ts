import assert from 'node:assert/strict';
import { CommandLine } from './driver/commandLine';
import { eventually } from './driver/eventually';
import { useSession } from './driver/useSession';

describe('a token of the command line, where HF_ENDPOINT names a mirror', () => {
	const cli = new CommandLine();
	before(() => cli.open());
	after(() => cli.close());
	const session = useSession({
		env: ({ origin }) => ({ HF_HOME: cli.home, HF_ENDPOINT: origin }),
		settings: { 'hfWorkbench.hub.endpoint': '', 'hfWorkbench.tokens.allowedOrigins': [] },
	});

	afterEach('leave no question open', () => session().workbench.quickInput.leave());

	/** The tokens that the mirror was sent since it was forgotten what it was sent before. */
	const sent = () => [...new Set(session().hub.traffic.requests.flatMap(({ token }) => token ?? []))];
	const host = () => new URL(session().hub.origin).host;
	const standing = (words: string) =>
		session()
			.workbench.tree('Tokens')
			.expect(new RegExp(`${host()}\\s*${words}`));

	async function refresh(row: string): Promise<void> {
		const { workbench, hub } = session();
		hub.traffic.clear();
		await workbench.palette.run('Hugging Face: Refresh Views');
		await workbench.tree('Models').expect(row);
	}

	it('is sent nowhere before the mirror was allowed for it', async () => {
		const { workbench, hub } = session();
		const { read, otherUser } = hub.tokens;
		await cli.write(read, { laptop: read, work: otherUser });
		await workbench.openContainer();
		await workbench.tree('Tokens').expect('laptop');
		await refresh('was not sent to');
		await workbench.tree('Tokens').expand('laptop', host());
		await standing('not allowed yet');
		assert.deepEqual(sent(), []);
		await workbench.tree('Models').click('was not sent to');
		await workbench.dialog.expect('Send “laptop” of the hf command line to 127.0.0.1');
		await workbench.dialog.press('Allow');
		await workbench.notifications.expect('may be sent to');
		await workbench.notifications.clear();
		await standing('allowed');
		await refresh('deepseek-ai/');
		await eventually(sent, tokens => assert.deepEqual(tokens, ['read']));
	});

	it('is asked about anew after “hf auth switch”, and not again after switching back', async () => {
		const { workbench, hub } = session();
		const { read, otherUser } = hub.tokens;
		await cli.write(otherUser, { laptop: read, work: otherUser });
		await workbench.tree('Tokens').expect(/work\s*command line · active there · used here/);
		await refresh('was not sent to');
		await workbench.screenshot('another token of the command line');
		assert.deepEqual(sent(), []);
		await cli.write(read, { laptop: read, work: otherUser });
		await workbench.tree('Tokens').expect(/laptop\s*command line · active there · used here/);
		await refresh('deepseek-ai/');
		await eventually(sent, tokens => assert.deepEqual(tokens, ['read']));
	});

	it('is asked about anew where its section has another value now', async () => {
		const { workbench, hub } = session();
		const { old, otherUser } = hub.tokens;
		await cli.write(old, { laptop: old, work: otherUser });
		await refresh('was not sent to');
		assert.deepEqual(sent(), []);
		await workbench.tree('Models').click('was not sent to');
		await workbench.dialog.expect('Send “laptop” of the hf command line to 127.0.0.1');
		await workbench.dialog.press('Never Send It There');
		await workbench.notifications.expect('is never sent to');
		await workbench.notifications.clear();
		await refresh('deepseek-ai/');
		assert.deepEqual(sent(), []);
	});
});
