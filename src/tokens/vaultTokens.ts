import type { Credential } from '../net/credential';
import type { Permission } from '../shared/permission';
import { Disposable } from '../util/disposable';
import { Emitter } from '../util/emitter';
import { ProblemError } from '../util/problemError';
import { SerialQueue } from '../util/serialQueue';
import { checkFormat } from './checkFormat';
import { checkPermission } from './checkPermission';
import { inspectSources } from './inspectSources';
import { originKey, vaultKey } from './originKey';
import type { EnvFileToken } from './ambientToken';
import type { Ambient } from './ambientUse';
import { SignIns } from './oauth/signIns';
import { OutsideTokens } from './outsideTokens';
import type { Resolution, TokenReference } from './resolution';
import { resolveToken } from './resolveToken';
import { type Need, tokenForNeed } from './tokenForNeed';
import { SessionTokens } from './sessionTokens';
import type { SourceFacts } from './sourceFacts';
import { type TokenHost, TokenHosts } from './tokenHosts';
import { TokenKeeper } from './tokenKeeper';
import type { TokenRecord } from './tokenRecord';
import { secretFacts, secretText } from './tokenSecret';
import { type Overuse, TokenUse } from './tokenUse';
import type { NewToken, Tokens, TokenSecret } from './tokens';
import { readReference, referenceTo } from './tokenReference';
import { cliOrigins, TokenSources } from './tokenSources';
import type { HostConsent } from './tokenState';
import type { TokensOptions } from './tokensOptions';
import { TokenStore } from './tokenStore';
import { TokenValues } from './tokenValues';
import { Vault } from './vault';

const WORKSPACE_CHOICE = 'hfWorkbench.token';
const PATIENCE = 10_000;

/** The vault and the resolver. Reads and writes nothing until it is asked. */
export function createTokens(options: TokensOptions): Tokens & { dispose(): void; settled(): Promise<void> } {
	return new VaultTokens(options);
}

class VaultTokens extends Disposable implements Tokens {
	private readonly didChange = this.register(new Emitter<void>());
	readonly onDidChange = this.didChange.event;

	private readonly didOveruse = this.register(new Emitter<Overuse>());
	readonly onDidOveruse = this.didOveruse.event;

	private readonly queue = new SerialQueue();
	private readonly vault: Vault;
	private readonly keeper: TokenKeeper;
	private readonly sources: TokenSources;
	private readonly outside: OutsideTokens;
	private readonly hosts: TokenHosts;
	private readonly signIns: SignIns;
	private readonly session: SessionTokens;
	private readonly values: TokenValues;
	/** Which of this window's own tokens is used here. */
	private sessionDefault: string | undefined;
	private isSettled = false;
	private readonly use: TokenUse;

	constructor(private readonly options: TokensOptions) {
		super();
		const { secrets, globalState, environment, files, now, randomId, patience = PATIENCE } = options;
		this.vault = new Vault(secrets, patience);
		const store = new TokenStore(globalState, now);
		this.keeper = new TokenKeeper(this.vault, store, now, randomId);
		this.hosts = new TokenHosts(store, { ...options, allowedOrigins: options.allowedOrigins ?? (() => []) });
		this.sources = new TokenSources(environment, files);
		this.outside = new OutsideTokens(this.sources, now);
		const signInsOptions = {
			...options,
			mayGo: (key: string, origin: string) => this.hosts.standing(key, origin) !== 'denied',
			renewed: (record: TokenRecord) => this.renewed(record),
		};
		this.signIns = new SignIns(this.vault, this.keeper, signInsOptions);
		this.session = new SessionTokens(signInsOptions);
		const { keeper, session, signIns, outside, hosts } = this;
		this.values = new TokenValues({ keeper, session, signIns, outside, hosts });
		const { queue } = this;
		this.use = new TokenUse({
			now,
			queue,
			keeperOf: id => this.values.keeperOf(id),
			tell: overuse => this.didOveruse.fire(overuse),
		});
		const listening = secrets.onDidChange?.(({ key }) => {
			if (Vault.holds(key)) {
				this.look(Vault.slotOf(key));
				this.settle();
				this.didChange.fire();
			}
		});
		if (listening) {
			this.register(listening);
		}
	}

	get records(): readonly TokenRecord[] {
		return this.values.records;
	}

	get defaultId(): string | undefined {
		return this.sessionDefault ?? this.keeper.defaultId;
	}

	async add(facts: NewToken, value: TokenSecret): Promise<TokenRecord> {
		const secret = checkedSecret(value);
		return this.changed(() => this.keeper.add(secretFacts(facts, value), secret));
	}

	async addForSession(facts: NewToken, value: TokenSecret): Promise<TokenRecord> {
		const secret = checkedSecret(value);
		return this.changed(async () => {
			const record = await this.session.keeper.add(secretFacts(facts, value), secret);
			this.sessionDefault = record.id;
			return { ...record, isSessionOnly: true };
		});
	}

	async replace(id: string, facts: NewToken, value: TokenSecret): Promise<TokenRecord> {
		const secret = checkedSecret(value);
		return this.changed(() => this.values.keeperOf(id).replace(id, secretFacts(facts, value), secret));
	}

	rename(id: string, name: string): Promise<void> {
		return this.update(id, { name });
	}

	update(id: string, change: Partial<Omit<TokenRecord, 'id'>>): Promise<void> {
		return this.changed(async () => {
			const kept = this.keeper.kept.find(({ record }) => record.id === id);
			const known = kept?.record.signIn;
			// What a sign-in gave is known from its value where the list was damaged.
			const grant = kept && !known && change.role === 'oauth' ? await this.signIns.grantIn(kept) : undefined;
			const signIn = known ?? (grant && { scopes: grant.scopes });
			// A sign-in has no end that one would have to be told of: it renews itself.
			const { expiresAt, ...rest } = change;
			const ends = expiresAt === undefined || signIn ? {} : { expiresAt };
			await this.values.keeperOf(id).change(id, { ...rest, ...ends, ...(signIn && { signIn }) });
		});
	}

	remove(id: string): Promise<void> {
		return this.changed(async () => {
			try {
				await this.values.keeperOf(id).remove(id);
				this.sessionDefault = this.sessionDefault === id ? undefined : this.sessionDefault;
			} finally {
				await this.hosts.forgetAll(vaultKey(id));
			}
		});
	}

	setDefault(id: string): Promise<void> {
		return this.changed(async () => {
			const isSessionOnly = this.session.has(id);
			if (!isSessionOnly) {
				await this.keeper.setDefault(id);
			}
			this.sessionDefault = isSessionOnly ? id : undefined;
		});
	}

	setWorkspaceChoice(choice: TokenReference | undefined): Promise<void> {
		const kept = choice && referenceTo(choice);
		return this.changed(async () => this.options.workspaceState.update(WORKSPACE_CHOICE, kept));
	}

	get cliPaths(): Tokens['cliPaths'] {
		return this.sources.cliPaths;
	}

	refresh(): void {
		this.didChange.fire();
	}

	hostsOf(key: string): readonly TokenHost[] {
		return this.hosts.of(key);
	}

	answerHosts(key: string, origins: readonly string[], answer: HostConsent['answer']): Promise<void> {
		return this.changed(() => this.hosts.answer(key, origins, answer));
	}

	offered(value: string, key: string, also: readonly string[]): Credential {
		checkFormat(value, 'This');
		return { value, name: '', origins: this.hosts.allowed(key, also) };
	}

	async resolve(need?: Need): Promise<Resolution> {
		const resolution = await this.resolveHere();
		return need ? tokenForNeed(resolution, this.records, need) : resolution;
	}

	private async resolveHere(): Promise<Resolution> {
		if (!this.isSettled) {
			this.isSettled = true;
			this.settle();
		}
		const { sources, options } = this;
		const cli = await sources.cli();
		let resolution = resolveToken({
			records: this.records,
			choice: readReference(options.workspaceState.get(WORKSPACE_CHOICE)),
			defaultId: this.defaultId,
			environment: sources.variables,
			cli: cliOrigins(cli),
			implicit: sources.implicit,
		});
		if (resolution.reason === 'default' && this.sessionDefault !== undefined) {
			resolution = { ...resolution, reason: 'session' };
		}
		const unreadable = cli.unreadable.map(({ path, reason }) => ({ path, reason }));
		return unreadable.length === 0 ? resolution : { ...resolution, unreadable };
	}

	async inspect(envFiles: readonly EnvFileToken[]): Promise<readonly SourceFacts[]> {
		const { origin } = await this.resolve();
		const used = origin && (await this.values.peekAt(origin));
		return inspectSources(await this.sources.raw(), envFiles, used);
	}

	async countUnlisted(): Promise<number> {
		return (await this.keeper.unlisted()).length;
	}

	recoverUnlisted(): Promise<void> {
		return this.changed(() => this.keeper.recover());
	}

	probeKeyring(signal: AbortSignal): Promise<void> {
		return this.vault.probe(this.options.randomId(), signal);
	}

	async credential(
		permission: Permission,
		signal: AbortSignal,
		on?: string,
	): Promise<Credential | undefined> {
		const { origin } = await this.resolve({ permission, on });
		if (signal.aborted) {
			throw new ProblemError({ code: 'cancelled' });
		}
		if (origin === undefined || (permission === 'hub.read' && this.hosts.isDenied(originKey(origin)))) {
			return undefined;
		}
		if (origin.kind !== 'vault') {
			return this.credentialAt(origin, signal);
		}
		const kept = this.values.keeperOf(origin.id).find(origin.id);
		checkPermission(kept.record, { permission, on });
		const credential = await this.values.credentialIn(kept, signal);
		this.use.note(kept.record, permission);
		return credential;
	}

	credentialAt(reference: TokenReference, signal?: AbortSignal): Promise<Credential | undefined> {
		return this.values.credentialAt(reference, signal);
	}

	credentialOf(id: string): Promise<Credential | undefined> {
		return this.credentialAt({ kind: 'vault', id });
	}

	async ambient(envFile: readonly EnvFileToken[], given: boolean): Promise<Ambient> {
		const { origin } = await this.resolve();
		const ours = async () => (origin ? await this.values.peekAt(origin) : undefined);
		return this.outside.ambient(origin, ours, envFile, given);
	}

	holder(value: string, only?: string): Promise<TokenRecord | undefined> {
		return this.values.holder(value, only);
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

	async refused({ key, value }: Credential, state: 'invalid' | 'expired'): Promise<void> {
		const refused = this.records.find(({ id }) => vaultKey(id) === key);
		if (!refused || refused.state === state || !(await this.holder(value, refused.id))) {
			return;
		}
		if (!refused.signIn || !(await this.values.outlives(refused.id, value))) {
			await this.update(refused.id, { state, checkedAt: this.options.now() });
		}
	}

	versionOf(id: string): string {
		return this.values.versionOf(id);
	}

	grantOf(id: string): ReturnType<Tokens['grantOf']> {
		return this.values.grantOf(id);
	}

	/** Waits until no renewal is on its way any more: what one gives is lost with the window otherwise. */
	async settled(): Promise<void> {
		await this.signIns.settled();
	}

	/** The secret in a slot has changed, here or in another window. */
	private look(slot: string): void {
		void this.signIns.eraseGone(slot);
		const kept = this.keeper.kept.find(one => one.slot === slot);
		if (kept) {
			void this.signIns.look(kept).catch(() => undefined);
		}
	}

	/** The Hub has renewed it, so whatever was refused before, it is good. */
	private renewed({ id }: TokenRecord): void {
		if (this.records.some(one => one.id === id && one.state !== 'valid')) {
			void this.update(id, { state: 'valid', checkedAt: this.options.now() }).catch(() => undefined);
		} else {
			this.didChange.fire();
		}
	}
}

function checkedSecret(secret: TokenSecret): string {
	checkFormat(typeof secret === 'string' ? secret : secret.accessToken, 'This');
	return secretText(secret);
}
