import assert from 'node:assert/strict';
import { openedPage } from './driver/openedPage';
import { THEMES, type Theme } from './driver/themes';
import { useSession } from './driver/useSession';

describe('the walkthrough, from nothing to a first answer', () => {
	const session = useSession({ viewport: { width: 1440, height: 900 } });

	it('is offered where there is nothing yet', async () => {
		const { workbench } = session();
		await workbench.openContainer();
		await workbench.tree('Tokens').pressWelcome('Get Started');
		await workbench.walkthrough.expectStep('Add an access token');
		await workbench.screenshot('walkthrough');
	});

	for (const theme of Object.keys(THEMES) as Theme[]) {
		it(`is drawn in ${theme}`, async () => {
			const { workbench } = session();
			await workbench.setTheme(theme);
			await workbench.walkthrough.expectStep('Add an access token');
			await workbench.walkthrough.pictured();
			await workbench.screenshot(`walkthrough ${theme}`);
		});
	}

	it('leads to the page where a token is created that may run models and nothing else, and back', async () => {
		const { workbench } = session();
		const { walkthrough, quickInput, notifications } = workbench;
		await workbench.setTheme('dark');
		const url = await openedPage(workbench, () => walkthrough.follow('Create one on the Hub'));
		assert.equal(url.search, '?ownUserPermissions=inference.serverless.write&tokenType=fineGrained');
		await notifications.press('Create the token on the Hub’s page', 'Add Token…');
		await quickInput.expect('Paste a token');
		await quickInput.leave();
		await notifications.clear();
	});

	it('leads to a token', async () => {
		const { workbench, hub } = session();
		const { walkthrough, quickInput, notifications } = workbench;
		await walkthrough.press('Add Token…');
		await quickInput.expect('Paste a token');
		await quickInput.fill(hub.tokens.fineGrainedInference);
		await quickInput.accept();
		await quickInput.expect('A name to tell');
		await quickInput.accept();
		await notifications.expect('Added');
		await notifications.clear();
		await walkthrough.expectDone('Add an access token');
	});

	it('leads to a model', async () => {
		const { walkthrough, quickInput } = session().workbench;
		await walkthrough.open('Pick a model');
		await walkthrough.press('Search Models…');
		await quickInput.fill('gpt-oss-20b');
		await quickInput.option('openai/gpt-oss-20b').first().waitFor();
		await quickInput.pressButton(/^Pin/, quickInput.option('openai/gpt-oss-20b').first());
		await quickInput.leave();
		await walkthrough.expectDone('Pick a model');
	});

	it('leads to a first answer on an example, and to where it is read', async () => {
		const { workbench } = session();
		const { walkthrough, quickInput, results } = workbench;
		await walkthrough.open('Run it on a selection');
		await walkthrough.press('Open an Example');
		await workbench.page.locator('.statusbar-item').filter({ hasText: 'selected' }).waitFor();
		await walkthrough.press('Explain Selection');
		await quickInput.expect('Model for');
		await quickInput.fill('gpt-oss-20b');
		await quickInput.pick('openai/gpt-oss-20b');
		await results.expectState('finished');
		assert.notEqual(await results.answer(), '');
		await workbench.screenshot('walkthrough first answer');
		await walkthrough.expectDone('Run it on a selection');
		await walkthrough.open('Read the answer');
		await walkthrough.press('Open Results');
		await walkthrough.expectDone('Read the answer');
	});

	it('leads to what helps when something does not work', async () => {
		const { walkthrough, doctor, palette } = session().workbench;
		await walkthrough.open('When something does not work');
		await walkthrough.press('Diagnose');
		await doctor.expectSummary('Done:');
		await doctor.expectFinding('What You Want to Do', 'You can run models.');
		await palette.run('Hugging Face: Get Started');
		await walkthrough.expectDone('When something does not work');
	});
});
