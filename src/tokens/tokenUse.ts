import type { Permission } from '../shared/permission';
import type { SerialQueue } from '../util/serialQueue';
import { mayWrite } from './privilegeOf';
import type { TokenKeeper } from './tokenKeeper';
import type { TokenRecord } from './tokenRecord';

/** A token of the vault was used for what a token that may change nothing would do as well. */
export interface Overuse {
	readonly record: TokenRecord;
	readonly use: 'runs' | 'reads';
}

export interface TokenUseOptions {
	/** Epoch milliseconds. */
	readonly now: () => number;
	readonly queue: SerialQueue;
	readonly keeperOf: (id: string) => TokenKeeper;
	readonly tell: (overuse: Overuse) => void;
}

/** How fine the time of last use is kept, so that not every request writes to the editor's storage. */
const USE_STEP = 60 * 60 * 1000;

const USES: Readonly<Record<Permission, Overuse['use'] | undefined>> = {
	inference: 'runs',
	'hub.read': 'reads',
	'hub.gated': 'reads',
	'hub.write': undefined,
	jobs: undefined,
};

/** Keeps when a token was used last, and tells once of each that it may do more than it is used for. */
export class TokenUse {
	private readonly advised = new Set<string>();

	constructor(private readonly options: TokenUseOptions) {}

	/** In the background: an operation that has its token does not wait for the storage. */
	note(record: TokenRecord, permission: Permission): void {
		const { now } = this.options;
		const { id, lastUsedAt = -Infinity, advisedAt } = record;
		if (now() - lastUsedAt >= USE_STEP) {
			this.keep(id, { lastUsedAt: now() });
		}
		const use = USES[permission];
		// Remembered before it is told, so that of two uses at once only one tells it.
		if (use && advisedAt === undefined && mayWrite(record) && !this.advised.has(id)) {
			this.advised.add(id);
			this.keep(id, { advisedAt: now() });
			this.options.tell({ record, use });
		}
	}

	private keep(id: string, change: Partial<Omit<TokenRecord, 'id'>>): void {
		const { queue, keeperOf } = this.options;
		queue.run(() => keeperOf(id).change(id, change)).catch(() => undefined);
	}
}
