import type { CachedRepo } from '../hub/cache/cachedRepo';
import { scanCache } from '../hub/cache/scanCache';
import type { StartThread } from '../hub/thread/fileThreadClient';
import { FileThreadClient } from '../hub/thread/fileThreadClient';
import { Disposable } from '../util/disposable';
import { Emitter } from '../util/emitter';

/** The cache as it was when it was last looked at. A look is taken when somebody asks, by a thread of its own. */
export class CacheShelf extends Disposable {
	private readonly changed = this.register(new Emitter<void>());
	readonly onDidChange = this.changed.event;
	private readonly closing = new AbortController();
	private looking: Promise<readonly CachedRepo[]> | undefined;

	constructor(
		readonly root: () => string,
		private readonly start: StartThread,
	) {
		super();
		this.register({ dispose: () => this.closing.abort() });
	}

	/** What is there, as far as is known; looks if nobody has. */
	repos(): Promise<readonly CachedRepo[]> {
		return (this.looking ??= this.look());
	}

	/** What is there now, whoever has written to it. */
	lookAnew(): Promise<readonly CachedRepo[]> {
		this.forget();
		return this.repos();
	}

	/** Looks anew when somebody asks next. */
	forget(): void {
		this.looking = undefined;
		this.changed.fire();
	}

	private async look(): Promise<readonly CachedRepo[]> {
		const thread = new FileThreadClient(this.start);
		try {
			return await scanCache(thread, this.root(), this.closing.signal);
		} catch (error) {
			this.looking = undefined;
			throw error;
		} finally {
			thread.dispose();
		}
	}
}
