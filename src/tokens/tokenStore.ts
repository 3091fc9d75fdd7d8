import { redact } from '../util/redact';
import { keyringError } from './keyringError';
import { type Called, parseTokenState, STATE_VERSION } from './parseTokenState';
import { EMPTY_STATE, isBehind, mergeStates, type TokenState } from './tokenState';

/** What the store asks of the editor's memento. */
export interface Memento {
	get(key: string): unknown;
	update(key: string, value: unknown): PromiseLike<void>;
}

const KEY = 'hfWorkbench.tokens';
const LOST = `${KEY}.lost`;
const NEWS_KEPT = 30 * 24 * 60 * 60 * 1000;

/**
 * The vault's metadata in the editor's storage, versioned. What cannot be read is set aside under a key of its own
 * before it is written over, and what a newer version wrote is never touched.
 */
export class TokenStore {
	/** What this window has seen or done, and what it found in the storage last. */
	private known = EMPTY_STATE;
	private found = EMPTY_STATE;
	private lastRead: unknown;
	private unreadable: unknown;
	private isNewer = false;
	private called: Readonly<Record<string, Called>> = {};
	private isLost = false;

	constructor(
		private readonly memento: Memento,
		private readonly now: () => number,
	) {}

	/** What is stored, joined with what this window knows. */
	read(): TokenState {
		const stored = this.memento.get(KEY);
		if (stored !== this.lastRead) {
			const { state, damaged, called, newer } = parseTokenState(stored);
			this.lastRead = stored;
			this.isNewer = newer;
			this.called = { ...this.called, ...called };
			this.unreadable = damaged ? stored : this.unreadable;
			this.found = state;
			this.known = mergeStates(this.known, state);
			const isNothingNamed =
				Object.keys(this.known.entries).length === 0 && Object.keys(this.called).length === 0;
			// Once the list reads whole again, what was kept beside it says whether that was answered, maybe in another window.
			this.isLost = damaged && isNothingNamed;
		}
		return this.known;
	}

	/** Whether something was found that could not be read, and has not been set aside yet. */
	get isDamaged(): boolean {
		this.read();
		return this.unreadable !== undefined;
	}

	/** Whether a list was found that did not even say which slots it had. What they hold is in the keyring, among what is of other profiles. */
	get isListLost(): boolean {
		this.read();
		return this.isLost || this.memento.get(LOST) === true;
	}

	/** What was on the lost list was put on the new one, or is not wanted there. */
	async forgetLoss(): Promise<void> {
		if (this.isListLost) {
			await this.memento.update(LOST, undefined);
			this.isLost = false;
		}
	}

	/** The slots whose entries could not be read. */
	get unreadableSlots(): readonly string[] {
		const { entries } = this.read();
		return Object.keys(this.called).filter(slot => entries[slot] === undefined);
	}

	/** What the token in a slot was called whose entry could not be read. */
	calledIn(slot: string): Called {
		this.read();
		return this.called[slot] ?? {};
	}

	/** Whether the storage lacks something that this window knows: another window has written over it, or a write failed. */
	get isBehind(): boolean {
		this.read();
		return isBehind(this.found, this.known);
	}

	/** Whether another version's data forbid any change. */
	get isReadOnly(): boolean {
		this.read();
		return this.isNewer;
	}

	/** Keeps changes, joined with what is there. Throws `token.keyring`; what was known before then stays. */
	async write(changes: Partial<TokenState>): Promise<void> {
		if (this.isReadOnly) {
			throw keyringError(
				'A newer version of this extension keeps your tokens. Update the extension, or reload this window, to change them.',
				{ isList: true },
			);
		}
		const next = withoutOldest(mergeStates(this.read(), { ...EMPTY_STATE, ...changes }), this.now());
		try {
			if (this.isLost) {
				await this.memento.update(LOST, true);
			}
			if (this.unreadable !== undefined) {
				await this.memento.update(`${KEY}.unreadable.${this.now()}`, this.unreadable);
				this.unreadable = undefined;
			}
			await this.memento.update(KEY, { version: STATE_VERSION, ...next });
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			throw keyringError(`The editor’s storage said: ${redact(message)}`, { isList: true });
		}
		this.known = next;
		this.read();
	}

	/** Takes something as known in this window, though it may not have been possible to write it. */
	remember(changes: Partial<TokenState>): void {
		this.known = mergeStates(this.read(), { ...EMPTY_STATE, ...changes });
	}
}

/** A slot that was erased a month ago is no news to any window, nor is an answer that was taken back. */
function withoutOldest(state: TokenState, now: number): TokenState {
	const entries = Object.entries(state.entries).filter(
		([, entry]) => entry.phase !== 'erased' || now - entry.changedAt < NEWS_KEPT,
	);
	const consents = Object.entries(state.consents).filter(
		([, { answer, changedAt }]) => answer !== 'forgotten' || now - changedAt < NEWS_KEPT,
	);
	return { ...state, entries: Object.fromEntries(entries), consents: Object.fromEntries(consents) };
}
