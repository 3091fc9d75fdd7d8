import type { TreeView } from '../../ui/driver/treeView';
import type { Session } from '../../ui/driver/session';
import { startSession } from '../../ui/driver/session';
import type { Row } from '../row';
import { sampleOf } from '../sample';

const ROWS = 10_000;
/** Pages that are brought and timed beyond that. */
const PAGES = 5;
const WHEELS = 120;
/** Pixels of each turn of the wheel: about half of a view. */
const TURN = 400;

interface Figures {
	/** Milliseconds from the click until the first row of the next 500 is drawn. */
	readonly pages: readonly number[];
	/** Milliseconds from frame to frame while the rows are scrolled through. */
	readonly frames: readonly number[];
}

/**
 * Ten thousand rows below one, beside a view that is as little as one can be with as many rows of that kind (an icon, a command, words for
 * screen readers), in the same window.
 */
export async function rows(): Promise<readonly Row[]> {
	const session = await startSession({
		measured: true,
		stepTimeoutMs: 60_000,
		extensions: ['bare-rows'],
		viewport: { width: 1280, height: 1000 },
	});
	try {
		fill(session);
		const { workbench } = session;
		await workbench.openContainer();
		const ours = await measure(session, await workbench.treeAlone('Models'), 'deepseek-ai/DeepSeek-R1');
		await workbench.palette.run('Explorer: Focus on Bare Rows View');
		const bare = await measure(session, await workbench.treeAlone('Bare Rows'), 'row 0');
		return [
			{
				what: 'The next 500 of 10,000 rows, after a click',
				unit: 'ms',
				ours: sampleOf(ours.pages),
				controls: [{ name: 'bare view', sample: sampleOf(bare.pages) }],
				budget: { of: 'ratio', most: 1.5 },
			},
			{
				what: 'A frame while 10,000 rows are scrolled through',
				unit: 'ms',
				ours: sampleOf(ours.frames),
				controls: [{ name: 'bare view', sample: sampleOf(bare.frames) }],
				budget: { of: 'difference', most: 2 },
			},
			{
				what: '… 19 of 20 frames take at most',
				unit: 'ms',
				ours: sampleOf([most(ours.frames)]),
				controls: [{ name: 'bare view', sample: sampleOf([most(bare.frames)]) }],
				budget: { of: 'difference', most: 8 },
			},
		];
	} finally {
		await session.stop();
	}
}

function fill({ hub }: Session): void {
	for (let at = 0; at < ROWS + PAGES * 500; at++) {
		hub.commit('model', `acme/model-${at}`, []);
	}
}

async function measure({ workbench: { page } }: Session, tree: TreeView, first: string): Promise<Figures> {
	await tree.expect(first);
	const pages: number[] = [];
	for (;;) {
		await tree.expectAtEnd('Load More');
		const { at } = await tree.place('Load More');
		if (at > ROWS + PAGES * 500 - 1_000) {
			break;
		}
		const drawn = page.evaluate<number>(untilDrawn(at));
		await tree.click('Load More');
		const took = await drawn;
		if (at > ROWS) {
			pages.push(took);
		}
	}
	await tree.toStart();
	await tree.row(/./).hover();
	const frames = page.evaluate<number[]>(framesUntilEnd);
	for (let turn = 0; turn < WHEELS; turn++) {
		await page.mouse.wheel(0, TURN);
	}
	await page.evaluate('globalThis.benchScrolled = true');
	return { pages, frames: await frames };
}

/** Runs in the window: milliseconds from the press of the mouse until the row at a place of its section is another one. */
const untilDrawn = (at: number) => `new Promise(resolve => {
	let pressed;
	addEventListener('mousedown', () => (pressed = performance.now()), { capture: true, once: true });
	const look = () => {
		const row = document.querySelector('.part.sidebar .monaco-list-row[aria-level="2"][aria-posinset="${at}"]');
		const name = row?.querySelector('.label-name')?.textContent ?? 'Load More';
		if (pressed !== undefined && !/^(?:Load|Loading)\\b/.test(name)) {
			resolve(performance.now() - pressed);
		} else {
			requestAnimationFrame(look);
		}
	};
	look();
})`;

/** Runs in the window: milliseconds from each frame to the next, until the scrolling is over. */
const framesUntilEnd = `new Promise(resolve => {
	globalThis.benchScrolled = false;
	const frames = [];
	let before;
	const look = now => {
		if (before !== undefined) {
			frames.push(now - before);
		}
		before = now;
		if (globalThis.benchScrolled) {
			resolve(frames);
		} else {
			requestAnimationFrame(look);
		}
	};
	requestAnimationFrame(look);
})`;

/** What 19 of 20 do not exceed. */
function most(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
}
