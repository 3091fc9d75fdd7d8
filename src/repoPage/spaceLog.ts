import type { Hub } from '../hub/hub';
import { Disposable } from '../util/disposable';
import { Gate } from '../util/gate';
import { problemOf } from '../util/problemOf';
import type { RepoPartsStore } from './repoPartsStore';

/** Lines that are kept; the oldest go. */
const MOST_LINES = 2000;
/** Milliseconds for which lines are gathered. */
const BATCH = 100;

/** The log of a Space as it goes on, while its page is open. */
export class SpaceLog extends Disposable {
	private which: 'run' | 'build' = 'run';
	private readonly shown = new Gate();
	private current: AbortController | undefined;
	/** What the part has, too: a page that comes later, or comes back, gets all of it. */
	private lines: string[] = [];
	private waiting: string[] = [];
	private timer: NodeJS.Timeout | undefined;

	constructor(
		private readonly hub: Pick<Hub, 'spaceLog'>,
		private readonly space: string,
		private readonly parts: RepoPartsStore,
		private readonly post: (lines: readonly string[]) => void,
	) {
		super();
		this.register({ dispose: () => this.stop() });
	}

	/**
	 * Follows one of the two logs in the place of the one before, or that one once more. Never rejects: what fails is what is
	 * shown.
	 */
	async show(which = this.which): Promise<void> {
		this.stop();
		this.which = which;
		const own = new AbortController();
		this.current = own;
		this.lines = [];
		this.parts.set('log', { state: 'ready', value: { which, lines: this.lines, isOpen: true } });
		try {
			for await (const line of this.hub.spaceLog(this.space, which, own.signal, signal =>
				this.shown.pass(signal),
			)) {
				this.add(line);
			}
		} catch (error) {
			if (!own.signal.aborted) {
				this.parts.fail('log', problemOf(error));
			}
			return;
		}
		if (this.current === own && !this.isDisposed) {
			this.flush();
			this.parts.set('log', { state: 'ready', value: { which, lines: this.lines, isOpen: false } });
		}
	}

	/** Nobody sees the page: what comes is kept, but a log that has ended or broken off is not asked for again. */
	hold(): void {
		this.shown.close();
	}

	/** The page is there again, and so is its log. */
	takeUp(): void {
		this.shown.open();
	}

	stop(): void {
		this.current?.abort();
		this.current = undefined;
		clearTimeout(this.timer);
		this.timer = undefined;
		this.waiting = [];
	}

	private add(line: string): void {
		this.lines.push(line);
		this.waiting.push(line);
		if (this.lines.length > MOST_LINES) {
			this.lines.splice(0, this.lines.length - MOST_LINES);
		}
		this.timer ??= setTimeout(() => this.flush(), BATCH);
	}

	/** Posts what waits; to be called before a new page gets the whole log, which has that already. */
	flush(): void {
		clearTimeout(this.timer);
		this.timer = undefined;
		if (this.waiting.length > 0) {
			this.post(this.waiting);
			this.waiting = [];
		}
	}
}
