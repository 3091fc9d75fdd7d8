import type { Credential } from '../net/credential';
import type { Permission } from '../shared/permission';
import { Disposable } from '../util/disposable';
import { Emitter } from '../util/emitter';
import { isAccessToken } from '../util/isAccessToken';
import { ProblemError } from '../util/problemError';
import { SerialQueue } from '../util/serialQueue';
import type { Environment } from './cliTokenPath';
import { keyringError } from './keyringError';
import { permissionsOf } from './permissionsOf';
import type { Kept } from './recordsOf';
import type { Resolution } from './resolution';
import { resolveToken } from './resolveToken';
import type { TokenFiles } from './tokenFiles';
import { TokenKeeper } from './tokenKeeper';
import type { TokenRecord } from './tokenRecord';
import type { NewToken, Tokens } from './tokens';
import { TokenSources } from './tokenSources';
import { type Memento, TokenStore } from './tokenStore';
import { type Secrets, Vault } from './vault';

export interface TokensOptions {
	readonly secrets: Secrets;
	readonly globalState: Memento;
	readonly workspaceState: Memento;
	readonly environment: Environment;
	readonly files: TokenFiles;
	/** Where tokens may be sent: the origins of the Hub and of the router. */
	readonly hubOrigins: () => readonly string[];
	/** Epoch milliseconds. */
	readonly now: () => number;
	/** An id that no other window makes; it becomes part of a secret's key. */
	readonly randomId: () => string;
	/** Milliseconds that the secret store may take; default 10,000. */
	readonly patience?: number;
}

const WORKSPACE_CHOICE = 'hfWorkbench.token';
const PATIENCE = 10_000;
/** How fine the time of last use is kept, so that not every request writes to the editor's storage. */
const USE_STEP = 60 * 60 * 1000;

/** The vault and the resolver. Reads and writes nothing until it is asked. */
export function createTokens(options: TokensOptions): Tokens & { dispose(): void } {
	return new VaultTokens(options);
}

class VaultTokens extends Disposable implements Tokens {
	private readonly didChange = this.register(new Emitter<void>());
	readonly onDidChange = this.didChange.event;

	private readonly queue = new SerialQueue();
	private readonly vault: Vault;
	private readonly keeper: TokenKeeper;
	private readonly sources: TokenSources;
	private isSettled = false;

	constructor(private readonly options: TokensOptions) {
		super();
		const { secrets, globalState, environment, files, now, randomId, patience = PATIENCE } = options;
		this.vault = new Vault(secrets, patience);
		this.keeper = new TokenKeeper(this.vault, new TokenStore(globalState, now), now, randomId);
		this.sources = new TokenSources(environment, files);
		const listening = secrets.onDidChange?.(({ key }) => {
			if (Vault.holds(key)) {
				this.settle();
				this.didChange.fire();
			}
		});
		if (listening) {
			this.register(listening);
		}
	}

	get records(): readonly TokenRecord[] {
		return this.keeper.kept.map(({ record }) => record);
	}

	get defaultId(): string | undefined {
		return this.keeper.defaultId;
	}

	async add(facts: NewToken, value: string): Promise<TokenRecord> {
		checkFormat(value, 'This');
		return this.changed(() => this.keeper.add(facts, value));
	}

	async replace(id: string, facts: NewToken, value: string): Promise<TokenRecord> {
		checkFormat(value, 'This');
		return this.changed(() => this.keeper.replace(id, facts, value));
	}

	rename(id: string, name: string): Promise<void> {
		return this.update(id, { name });
	}

	update(id: string, change: Partial<Omit<TokenRecord, 'id'>>): Promise<void> {
		return this.changed(() => this.keeper.change(id, change));
	}

	remove(id: string): Promise<void> {
		return this.changed(() => this.keeper.remove(id));
	}

	setDefault(id: string): Promise<void> {
		return this.changed(() => this.keeper.setDefault(id));
	}

	setWorkspaceChoice(id: string | undefined): Promise<void> {
		return this.changed(async () => this.options.workspaceState.update(WORKSPACE_CHOICE, id));
	}

	async resolve(): Promise<Resolution> {
		if (!this.isSettled) {
			this.isSettled = true;
			this.settle();
		}
		const { sources, options } = this;
		const choice = options.workspaceState.get(WORKSPACE_CHOICE);
		const cliPath = sources.cliPath;
		const hasCliToken = (await sources.valueIn(cliPath)) !== '';
		return resolveToken({
			records: this.records,
			workspaceId: typeof choice === 'string' ? choice : undefined,
			defaultId: this.defaultId,
			environment: sources.variables,
			cliPath: hasCliToken ? cliPath : undefined,
			implicit: sources.implicit,
		});
	}

	async credential(permission: Permission, signal: AbortSignal): Promise<Credential | undefined> {
		const { origin } = await this.resolve();
		if (signal.aborted) {
			throw new ProblemError({ code: 'cancelled' });
		}
		switch (origin?.kind) {
			case undefined:
				return undefined;
			case 'environment':
				return this.credentialFrom(origin.variable, this.sources.valueOf(origin.variable));
			case 'cli':
				return this.credentialFrom(origin.path, await this.sources.valueIn(origin.path));
			case 'vault': {
				const kept = this.keeper.find(origin.id);
				checkPermission(kept.record, permission);
				const credential = await this.credentialIn(kept, signal);
				this.touch(kept.record);
				return credential;
			}
		}
	}

	async credentialOf(id: string): Promise<Credential | undefined> {
		const kept = this.keeper.kept.find(({ record }) => record.id === id);
		return kept && this.credentialIn(kept);
	}

	private async credentialIn({ slot, record }: Kept, signal?: AbortSignal): Promise<Credential> {
		const value = await this.vault.get(slot, signal);
		if (value === undefined) {
			throw keyringError(`It has no value for “${record.name}” any more. Replace that token.`);
		}
		return this.credentialFrom(record.name, value);
	}

	private credentialFrom(name: string, value: string): Credential {
		checkFormat(value, `“${name}”`);
		return { value, name, origins: this.options.hubOrigins() };
	}

	/** Work on the vault goes one piece at a time, and everybody hears of it, even where it failed half-way. */
	private changed<T>(work: () => Promise<T>): Promise<T> {
		return this.queue.run(async () => {
			try {
				return await work();
			} finally {
				this.didChange.fire();
				this.settle();
			}
		});
	}

	/** In the background: what cannot be settled now, with the keyring locked perhaps, is tried again with the next change. */
	private settle(): void {
		const settled = this.queue.run(async () => {
			const before = JSON.stringify(this.records);
			await this.keeper.settle();
			if (!this.isDisposed && JSON.stringify(this.records) !== before) {
				this.didChange.fire();
			}
		});
		settled.catch(() => undefined);
	}

	private touch({ id, lastUsedAt = -Infinity }: TokenRecord): void {
		const now = this.options.now();
		if (now - lastUsedAt >= USE_STEP) {
			this.queue.run(() => this.keeper.change(id, { lastUsedAt: now })).catch(() => undefined);
		}
	}
}

function checkFormat(value: string, what: string): void {
	if (!isAccessToken(value)) {
		throw new ProblemError({
			code: 'token.format',
			detail: `${what} is not a Hugging Face access token: those start with “hf_”, followed by letters and digits.`,
		});
	}
}

function checkPermission(record: TokenRecord, permission: Permission): void {
	const permissions = permissionsOf(record);
	if (permissions && !permissions.has(permission)) {
		throw new ProblemError({
			code: 'token.permission',
			permission,
			detail: `“${record.name}” was created without it.`,
		});
	}
}
