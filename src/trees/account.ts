import type { Hub } from '../hub/hub';
import type { Tokens } from '../tokens/tokens';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import { ownAccount, type OwnAccount } from './ownAccount';

/** Whose things are “mine” in a view, looked up once until it is reset. */
export class Account extends Disposable {
	private readonly lookUps = this.register(new Latest());
	/** Whose the token in use was found to be, which may be none of those that are kept. */
	private known: OwnAccount | undefined;
	private loading: Promise<{ readonly value: OwnAccount | undefined } | undefined> | undefined;

	constructor(
		private readonly tokens: Pick<Tokens, 'records' | 'resolve' | 'credential'>,
		private readonly hub: Pick<Hub, 'whoAmI'>,
	) {
		super();
	}

	get hasTokens(): boolean {
		return this.tokens.records.length > 0;
	}

	/**
	 * Whether a repo is the user's, or one of an organisation of theirs, by the tokens that are kept and what was looked up: the
	 * Hub is not asked.
	 */
	owns(id: string): boolean {
		const [owner = ''] = id.split('/', 1);
		return (
			this.known?.user === owner ||
			(this.known?.organisations.includes(owner) ?? false) ||
			this.tokens.records.some(
				({ user, organisations }) => user === owner || organisations.some(({ name }) => name === owner),
			)
		);
	}

	/** Nothing where no token is used. Callers meanwhile wait for the same look-up, also after a `reset`. */
	async load(): Promise<OwnAccount | undefined> {
		while (!this.isDisposed) {
			this.loading ??= this.lookUps.run(signal => ownAccount(this.tokens, this.hub, signal));
			const loading = this.loading;
			try {
				const found = await loading;
				if (found) {
					if (this.loading === loading) {
						this.known = found.value;
					}
					return found.value;
				}
			} catch (error) {
				// The next one who asks tries again.
				if (this.loading === loading) {
					this.loading = undefined;
				}
				throw error;
			}
		}
		return undefined;
	}

	reset(): void {
		this.lookUps.abort();
		this.loading = undefined;
		this.known = undefined;
	}
}
