import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { Fault } from '../hub/fault';
import { addToken } from '../ui/driver/addToken';
import { useSession } from '../ui/driver/useSession';
import { CuttableWay } from './cuttableWay';

const CHAT = { host: 'router', path: /^\/v1\/chat\/completions$/ } as const;
const MODEL = 'Qwen/Qwen2.5-Coder-32B-Instruct';
const EXPLAIN = 'Hugging Face: Explain Selection';

/** What can be seen of a run that failed: under which words, with which remedies, and whether anything had arrived. */
interface Sight {
	readonly fault: Fault;
	readonly title: string;
	readonly remedies: readonly string[];
	readonly hasAnswer?: true;
}

const SIGHTS: Readonly<Record<string, Sight>> = {
	'a stream that is cut': {
		fault: { kind: 'cutAfter', deltas: 12 },
		title: 'The answer was cut off.',
		remedies: ['Run Again', 'Run with Another Model…'],
		hasAnswer: true,
	},
	'an error in mid-stream': {
		fault: { kind: 'errorEventAfter', deltas: 12 },
		title: 'The server failed.',
		remedies: ['Run Again', 'Run with Another Model…'],
		hasAnswer: true,
	},
	'credits that are used up': {
		fault: { kind: 'status', name: 'outOfCredits' },
		title: 'The credits are used up.',
		remedies: ['Open Billing', 'Bill To…'],
	},
	'a rate limit of minutes': {
		fault: { kind: 'status', name: 'rateLimited', seconds: 240 },
		title: 'Too many requests.',
		remedies: ['Run Again'],
	},
	'a gated model': {
		fault: { kind: 'status', name: 'gatedRequest' },
		title: `${MODEL} is gated.`,
		remedies: ['Request Access', 'Switch Token…'],
	},
	'a token that the Hub has forgotten': {
		fault: { kind: 'status', name: 'unauthorized' },
		title: 'The Hub refuses the access token.',
		remedies: ['Replace Token…', 'Switch Token…'],
	},
	'a page where the answer should be': {
		fault: { kind: 'wrongContentType' },
		title: 'The answer could not be understood.',
		remedies: ['Run Again', 'Run with Another Model…'],
	},
};

describe('what goes wrong, as a person sees it', () => {
	let hubWay: CuttableWay;
	let routerWay: CuttableWay;
	const settings: Record<string, unknown> = {};
	before(async () => {
		[hubWay, routerWay] = [await CuttableWay.open(), await CuttableWay.open()];
		settings['hfWorkbench.hub.endpoint'] = hubWay.origin;
		settings['hfWorkbench.inference.routerEndpoint'] = routerWay.origin;
		settings['hfWorkbench.tokens.allowedOrigins'] = [hubWay.origin, routerWay.origin];
	});
	const session = useSession({ settings, hub: { deltaGapMs: 10 } });
	before(() => {
		hubWay.leadTo(session().hub.origin);
		routerWay.leadTo(session().hub.routerOrigin);
	});
	after(() => Promise.all([hubWay.cut(), routerWay.cut()]));

	const problem = () => session().workbench.results.frame.locator('section.problem');

	async function withoutNetwork(work: () => Promise<void>): Promise<void> {
		await Promise.all([hubWay.cut(), routerWay.cut()]);
		try {
			await work();
		} finally {
			await Promise.all([hubWay.mend(), routerWay.mend()]);
		}
	}

	async function expectProblem(title: string): Promise<void> {
		await session().workbench.results.expectState('failed');
		assert.equal(await problem().locator('h2').innerText(), title);
	}

	/** Runs on what is selected, until that has ended: the run before it may have failed, too. */
	async function explain(): Promise<void> {
		const { editor, palette, results } = session().workbench;
		const before = await results.shownId();
		await editor.focus();
		await palette.run(EXPLAIN);
		await results.expectNext(before);
	}

	async function runAgain(): Promise<void> {
		const { results } = session().workbench;
		await results.button('Run Again', results.article()).first().click();
		await results.expectState('finished');
	}

	async function nothingOpen(): Promise<void> {
		await session().hub.traffic.until(({ openStreams }) => openStreams === 0);
	}

	it('a run without a token says so where the answer would have been, and offers to add one', async () => {
		const { workbench } = session();
		const { editor, palette, quickInput, results } = workbench;
		await editor.open('tides.py');
		await editor.selectLines(30, 41);
		await palette.run(EXPLAIN);
		await quickInput.expect('Model for');
		await quickInput.fill(MODEL);
		await quickInput.pick(MODEL);
		await expectProblem('No access token.');
		await results.press('Add Token…');
		await quickInput.expect('Paste a token');
		await quickInput.cancel();
		await quickInput.waitClosed();
	});

	it('a token that cannot be checked is not kept; once there is a network, it is', async () => {
		const { workbench, hub } = session();
		const { palette, quickInput, notifications } = workbench;
		await workbench.openContainer();
		await withoutNetwork(async () => {
			await palette.run('Hugging Face: Add Token…');
			await quickInput.expect('Paste a token');
			await quickInput.fill(hub.tokens.fineGrainedInference);
			await quickInput.accept();
			await quickInput.refusal('cannot be reached');
			await quickInput.cancel();
			await quickInput.waitClosed();
		});
		assert.match(await workbench.tree('Tokens').welcome(), /An access token lets you/);
		await addToken(workbench, hub.tokens.fineGrainedInference);
		await workbench.tree('Tokens').expect('used here');
		await notifications.clear();
	});

	for (const [name, { fault, title, remedies, hasAnswer }] of Object.entries(SIGHTS)) {
		it(`${name}: “${title}”, and Run Again works`, async () => {
			const { workbench, hub } = session();
			const { results } = workbench;
			hub.faults.next(CHAT, fault);
			await explain();
			await expectProblem(title);
			assert.deepEqual(await problem().getByRole('button').allInnerTexts(), remedies);
			assert.equal((await results.answer()) !== '', hasAnswer === true);
			await nothingOpen();
			await runAgain();
			assert.notEqual(await results.answer(), '');
		});
	}

	it('without a network a run says so, and works again with one', async () => {
		await withoutNetwork(async () => {
			await explain();
			await expectProblem(`${new URL(routerWay.origin).host} cannot be reached.`);
		});
		await runAgain();
	});

	it('without a network the models view has a row that says so and loads again', async () => {
		const { workbench, hub } = session();
		await workbench.openContainer();
		const models = workbench.tree('Models');
		await withoutNetwork(async () => {
			await models.expand('Mine', 'cannot be reached');
			await models.expect('Try Again');
		});
		hub.traffic.clear();
		await models.click('cannot be reached');
		await models.waitGone('cannot be reached');
		await hub.traffic.until(({ requests }) =>
			requests.some(({ path: url, status }) => url.includes('author=ada') && status === 200),
		);
	});

	it('two clicks on Stop are one, and close the connection', async () => {
		const { workbench, hub } = session();
		const { editor, palette, results } = workbench;
		hub.traffic.clear();
		hub.faults.next(CHAT, { kind: 'stallAfter', deltas: 12 });
		await editor.focus();
		await palette.run(EXPLAIN);
		await hub.traffic.until(({ requests }) => requests.some(({ stream }) => stream?.deltas === 12));
		await results.button('Stop', results.article()).dblclick();
		await results.expectState('stopped');
		await nothingOpen();
		assert.notEqual(await results.answer(), '');
		assert.equal(hub.traffic.requests.filter(({ stream }) => stream).length, 1);
	});

	it('two clicks on Run Again are one run, which is not stopped by the second', async () => {
		const { workbench, hub } = session();
		const { results } = workbench;
		hub.traffic.clear();
		await results.button('Run Again', results.article()).first().dblclick();
		await results.expectState('finished');
		await nothingOpen();
		assert.deepEqual(
			hub.traffic.requests.flatMap(({ stream }) => (stream ? [stream.complete] : [])),
			[true],
		);
	});

	it('a file that is too large is refused before anything is sent', async () => {
		const { workbench, workspace, hub } = session();
		const line = `${'word '.repeat(15)}\n`;
		writeFileSync(path.join(workspace, 'huge.txt'), line.repeat(Math.ceil(1_100_000 / line.length)));
		hub.traffic.clear();
		// The column of the code is the one that the file then opens in, and not the panel's.
		await workbench.editor.open('tides.py');
		// Quick Open may not have heard of a file that is so new.
		await workbench.palette.run('View: Show Explorer');
		await workbench.page
			.locator('.explorer-viewlet .monaco-list-row')
			.filter({ hasText: 'huge.txt' })
			.dblclick();
		await workbench.editor.activeTab('huge.txt').waitFor();
		await workbench.editor.focus();
		await workbench.palette.run(EXPLAIN);
		await workbench.notifications.expect('huge.txt is larger than 1 MB. Select the part to run on.');
		assert.deepEqual(hub.traffic.requests, []);
		await workbench.notifications.clear();
	});

	it('a window that is reloaded in mid-run shows the run as interrupted, with what had arrived; Run Again works', async () => {
		const { workbench, hub } = session();
		const { editor, palette, results } = workbench;
		hub.traffic.clear();
		hub.faults.next(CHAT, { kind: 'stallAfter', deltas: 12 });
		await editor.open('tides.py');
		await palette.run(EXPLAIN);
		await hub.traffic.until(({ requests }) => requests.some(({ stream }) => stream?.deltas === 12));
		await results.expectState('running');
		await results.frame.getByRole('log').filter({ hasText: /\w/ }).waitFor();
		const arrived = await results.answer();
		await workbench.reload();
		await expectProblem('The run was interrupted.');
		assert.equal(await results.answer(), arrived);
		await nothingOpen();
		await runAgain();
	});
});
