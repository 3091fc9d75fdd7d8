import assert from 'node:assert/strict';
import { useRunSession } from './driver/useRunSession';

const CATALOGUE = { path: /^\/v1\/models$/ };

describe('the list of chat models, as a person finds it while the router cannot be asked', () => {
	const session = useRunSession();

	/** A model's row with its prices. */
	const priced = () =>
		session()
			.workbench.quickInput.option(/gpt-oss-120b\s*groq · \$0\.\d+ in \/ \$0\.\d+ out per million/)
			.first();

	/** What says that the list is not of now. */
	const asOf = () =>
		session()
			.workbench.page.locator('.quick-input-list')
			.getByText(/^Models, as of \d/);

	async function list(): Promise<void> {
		const { editor, palette, quickInput } = session().workbench;
		await editor.open('tides.py');
		await editor.selectLines(30, 41);
		await palette.run('Hugging Face: Explain Selection');
		await quickInput.expect('Model for Chat');
		await priced().waitFor();
	}

	it('is there after a reload, with its prices', async () => {
		const { workbench, hub } = session();
		await list();
		await workbench.quickInput.leave();
		hub.faults.always(CATALOGUE, { kind: 'reset' });
		await workbench.reload();
		hub.traffic.clear();
		await list();
		const asked = hub.traffic.requests.filter(({ path }) => CATALOGUE.path.test(path));
		assert.ok(asked.length > 0 && asked.every(({ clientClosedAt }) => clientClosedAt !== undefined));
	});

	it('says of what time it is, and is of now again when the router answers', async () => {
		const { workbench, hub } = session();
		const { quickInput } = workbench;
		hub.faults.always(CATALOGUE, { kind: 'reset' });
		await list();
		await quickInput.pressButton('Ask the Router Again');
		await asOf().waitFor();
		await priced().waitFor();
		await workbench.screenshot('pick model offline');
		hub.faults.clear();
		hub.traffic.clear();
		await quickInput.pressButton('Ask the Router Again');
		await asOf().waitFor({ state: 'detached' });
		await priced().waitFor();
		assert.ok(hub.traffic.requests.some(({ path }) => CATALOGUE.path.test(path)));
	});
});
