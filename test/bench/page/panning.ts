import { chromium, type Page } from 'playwright-core';
import type { KeptOutput } from '../../../src/shared/output';
import type { ToPage } from '../../../src/shared/protocol';
import { findChromium } from '../../host/findChromium';
import { encodePng } from '../../hub/models/images/png';
import type { BenchTools } from '../benchTools';
import type { Row } from '../row';
import { sampleOf } from '../sample';
import { bundlePageScript } from './bundlePageScript';
import { PageServer } from './pageServer';

const SIDE = 4_000;
const BOXES = 200;
const FRAMES = 180;
const PANEL = { width: 620, height: 720 };
/** Of 60 frames a second. */
const BUDGET_MS = 17;

/** How long a frame takes while a large picture with many boxes is moved, and while a small one without any is. */
export async function panning({ installed }: BenchTools): Promise<readonly Row[]> {
	const server = await PageServer.start(installed);
	server.put('large.png', picture(SIDE));
	server.put('small.png', picture(400));
	const browser = await chromium.launch({
		executablePath: await findChromium(),
		args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
	});
	try {
		const page = await browser.newPage({ viewport: PANEL });
		await page.addInitScript(await bundlePageScript('feed'));
		await page.goto(server.address);
		await page.evaluate(await bundlePageScript('pan'));
		const control = await pan(page, 'small', output('small.png', 400, 0));
		const large = await pan(page, 'large', output('large.png', SIDE, BOXES));
		return [
			{
				what: 'A frame while a 4,000 × 4,000 picture with 200 boxes is moved',
				unit: 'ms',
				ours: sampleOf(large),
				controls: [{ name: '400 × 400 without boxes', sample: sampleOf(control) }],
				budget: { of: 'value', most: BUDGET_MS },
			},
			{
				what: '… 19 of 20 frames take at most',
				unit: 'ms',
				ours: sampleOf([most(large)]),
				controls: [{ name: '400 × 400 without boxes', sample: sampleOf([most(control)]) }],
				budget: { of: 'value', most: BUDGET_MS },
			},
		];
	} finally {
		await browser.close();
		server.stop();
	}
}

async function pan(page: Page, id: string, shown: KeptOutput): Promise<readonly number[]> {
	const message: ToPage = {
		type: 'run',
		run: {
			id,
			task: 'conversational',
			title: id,
			model: 'loopback/bench',
			input: '',
			startedAt: Date.now(),
			state: { type: 'finished', reason: 'stop' },
			output: shown,
			canInsert: false,
			canReplace: false,
		},
	};
	for (const one of [message, { type: 'select', id } satisfies ToPage]) {
		await page.evaluate(`window.postMessage(${JSON.stringify(one)}, '*')`);
	}
	await page.locator(`[data-run-id="${id}"] .picture-frame:not(.waiting)`).waitFor();
	return page.evaluate<readonly number[]>(`benchPan('${id}', ${FRAMES})`);
}

function output(name: string, side: number, boxes: number): KeptOutput {
	return {
		kind: 'boxes',
		image: { mimeType: 'image/png', name, size: 1 },
		boxes: Array.from({ length: boxes }, (_, at) => {
			const [xmin, ymin] = [(at * 367) % (side - 300), (at * 593) % (side - 300)];
			return { label: `kind ${at % 12}`, score: 0.9, xmin, ymin, xmax: xmin + 280, ymax: ymin + 240 };
		}),
	};
}

/** Stripes and blocks, so that no part is like another. */
function picture(side: number): Buffer {
	const data = new Uint8Array(side * side * 4);
	for (let at = 0; at < side * side; at++) {
		const [x, y] = [at % side, Math.floor(at / side)];
		data.set([(x >> 3) & 255, (y >> 3) & 255, (x ^ y) & 255, 255], at * 4);
	}
	return encodePng({ width: side, height: side, data });
}

function most(frames: readonly number[]): number {
	return [...frames].sort((a, b) => a - b)[Math.floor(frames.length * 0.95)] ?? 0;
}
