import type { Page } from 'playwright-core';
import { startSession, type Session } from '../../ui/driver/session';
import type { Row } from '../row';
import { sampleOf } from '../sample';

const STARTS = 5;
const BUDGET_MS = 400;

const OURS = 'Hugging Face: Open Results';
const CONTROL = 'Panel: Open';

/** Epoch milliseconds. */
const PAINTED_AT = `performance.getEntriesByName('first-contentful-paint')
	.map(({ startTime }) => performance.timeOrigin + startTime)[0]`;

/**
 * From the press on “Open Results” in a window that has just started, with a profile of its own, until the panel shows
 * something: the panel, its page and the code behind it are all there for the first time. Beside it, an extension whose panel is a
 * line of text: what VS Code itself takes.
 */
export async function opening(): Promise<readonly Row[]> {
	const ours: number[] = [];
	const control: number[] = [];
	for (let start = 0; start < STARTS; start++) {
		ours.push(await openCold(OURS));
		control.push(await openCold(CONTROL));
	}
	const row = {
		unit: 'ms',
		ours: sampleOf(ours),
		controls: [{ name: 'a panel with one line', sample: sampleOf(control) }],
	} as const;
	return [
		{
			...row,
			what: 'Opening the panel cold, until it shows something',
			budget: { of: 'value', most: BUDGET_MS },
		},
		{
			...row,
			what: '… held against VS Code’s own part of it',
			budget: { of: 'difference', most: BUDGET_MS },
		},
	];
}

async function openCold(command: string): Promise<number> {
	const session = await startSession({ measured: true, stepTimeoutMs: 60_000, extensions: ['panel'] });
	try {
		return await openPanel(session, command);
	} finally {
		await session.stop();
	}
}

async function openPanel({ workbench }: Session, command: string): Promise<number> {
	const { page, palette, results } = workbench;
	await watchClicks(page);
	await palette.run(command);
	const shown = results.frame.getByRole('main');
	await shown.waitFor();
	const frame = await (await shown.elementHandle())?.ownerFrame();
	const paintedAt = await frame?.evaluate<number | undefined>(PAINTED_AT);
	const clickedAt = await page.evaluate<number>('globalThis.benchClickedAt');
	if (paintedAt === undefined) {
		throw new Error('The panel has not told when it was painted.');
	}
	return paintedAt - clickedAt;
}

/** Keeps when the window was last clicked, in epoch milliseconds. */
async function watchClicks(page: Page): Promise<void> {
	await page.evaluate(`document.addEventListener(
		'mousedown',
		() => (globalThis.benchClickedAt = performance.timeOrigin + performance.now()),
		{ capture: true },
	)`);
}
