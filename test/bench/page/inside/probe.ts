import type { ToPage } from '../../../../src/shared/protocol';
import type { PageEnd, PageFirst, PageProbe } from '../probeApi';

/** Frames without a change of the answer after which it counts as whole, once the run has ended. */
const QUIET_FRAMES = 15;
const TAIL_LENGTH = 2_000;

/** Watches the page from inside of its frame. */
class Probe implements PageProbe {
	private ignoredRun: string | undefined;
	private receivedAt = 0;
	private firstAt = 0;
	private lastChangeAt = 0;
	private clicked = 0;
	private longTasks: number[] = [];
	private foreignTasks: number[] = [];
	private waiting: Array<() => void> = [];

	constructor() {
		new MutationObserver(() => this.changed()).observe(document.body, {
			subtree: true,
			childList: true,
			characterData: true,
		});
		new PerformanceObserver(list => {
			for (const { name, duration } of list.getEntries()) {
				// A task of another frame in the same process is reported here too.
				(name === 'self' ? this.longTasks : this.foreignTasks).push(duration);
			}
		}).observe({ type: 'longtask' });
		window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
			if (data.type === 'delta') {
				this.receivedAt ||= epochNow();
			}
		});
		document.addEventListener('click', () => (this.clicked = epochNow()), { capture: true });
	}

	arm(): void {
		this.ignoredRun = article()?.dataset.runId;
		this.receivedAt = 0;
		this.firstAt = 0;
		this.lastChangeAt = 0;
		this.clicked = 0;
		this.longTasks = [];
		this.foreignTasks = [];
	}

	async first(): Promise<PageFirst> {
		while (this.firstAt === 0) {
			await this.painted();
		}
		return { receivedAt: this.receivedAt, at: this.firstAt };
	}

	async end(): Promise<PageEnd> {
		await this.first();
		for (let quiet = 0; quiet < QUIET_FRAMES;) {
			const before = this.lastChangeAt;
			await nextFrame();
			quiet = this.lastChangeAt === before && article()?.dataset.state !== 'running' ? quiet + 1 : 0;
		}
		return {
			at: this.lastChangeAt,
			longTasks: this.longTasks,
			foreignTasks: this.foreignTasks,
			tail: (answer()?.textContent ?? '').slice(-TAIL_LENGTH),
		};
	}

	clickedAt(): number {
		return this.clicked;
	}

	private painted(): Promise<void> {
		return new Promise(resolve => this.waiting.push(resolve));
	}

	private changed(): void {
		if (article()?.dataset.runId === this.ignoredRun || !hasText(answer())) {
			return;
		}
		void afterPaint().then(() => {
			this.lastChangeAt = epochNow();
			this.firstAt ||= this.lastChangeAt;
			this.waiting.splice(0).forEach(resolve => resolve());
		});
	}
}

function article(): HTMLElement | null {
	return document.querySelector<HTMLElement>('article[data-run-id]');
}

function answer(): Element | null {
	return article()?.querySelector('.answer') ?? null;
}

/** Looks no further than the first text that there is. */
function hasText(root: Element | null): boolean {
	const texts = root && document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	for (let node = texts?.nextNode(); node; node = texts?.nextNode()) {
		if (node.nodeValue?.trim()) {
			return true;
		}
	}
	return false;
}

/** Now, in epoch milliseconds with a fraction; comparable between processes of one machine. */
function epochNow(): number {
	return performance.timeOrigin + performance.now();
}

function nextFrame(): Promise<unknown> {
	return new Promise(resolve => requestAnimationFrame(resolve));
}

/**
 * The page changes its answer only in the work of an animation frame, whose layout and painting are part of the same
 * task: the task after it begins when the frame is on its way to the screen.
 */
function afterPaint(): Promise<unknown> {
	const { port1, port2 } = new MessageChannel();
	return new Promise(resolve => {
		port1.onmessage = resolve;
		port2.postMessage(undefined);
	});
}

Object.assign(globalThis, { benchProbe: new Probe() });
