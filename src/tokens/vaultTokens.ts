import type { Credential } from '../net/credential';
import type { Permission } from '../shared/permission';
import { Disposable } from '../util/disposable';
import { Emitter } from '../util/emitter';
import { ProblemError } from '../util/problemError';
import { SerialQueue } from '../util/serialQueue';
import { checkFormat } from './checkFormat';
import { checkPermission, refusalOf } from './checkPermission';
import { TokenEdits } from './tokenEdits';
import { HubVerdicts } from './hubVerdicts';
import { inspectSources } from './inspectSources';
import { missesPrivate } from './missesPrivate';
import { originKey } from './originKey';
import type { EnvFileToken } from './ambientToken';
import type { Ambient } from './ambientUse';
import { SignIns } from './oauth/signIns';
import { OutsideTokens } from './outsideTokens';
import type { Resolution, TokenOrigin, TokenReference } from './resolution';
import type { Need } from './tokenForNeed';
import { SessionTokens } from './sessionTokens';
import type { SourceFacts } from './sourceFacts';
import { type TokenHost, TokenHosts } from './tokenHosts';
import { TokenKeeper } from './tokenKeeper';
import type { TokenRecord } from './tokenRecord';
import { type Overuse, TokenUse } from './tokenUse';
import type { NewToken, Tokens, TokenSecret } from './tokens';
import { TokenResolver } from './tokenResolver';
import { TokenSources } from './tokenSources';
import type { HostConsent } from './tokenState';
import type { TokensOptions } from './tokensOptions';
import { TokenStore } from './tokenStore';
import { TokenValues } from './tokenValues';
import { Vault } from './vault';

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
	private readonly resolver: TokenResolver;
	private readonly verdicts: HubVerdicts;
	private readonly edits: TokenEdits;
	private isSettled = false;
	private readonly use: TokenUse;

	constructor(private readonly options: TokensOptions) {
		super();
		const {
			secrets,
			globalState,
			workspaceState,
			environment,
			files,
			now,
			randomId,
			patience = PATIENCE,
		} = options;
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
		const values = new TokenValues({ keeper, session, signIns, outside, hosts });
		this.values = values;
		const hub = () => options.hubOrigins()[0] ?? '';
		this.resolver = new TokenResolver(this.sources, workspaceState, () => ({
			records: this.records,
			defaultId: this.defaultId,
			isSessionDefault: this.edits.isSessionDefault,
		}));
		this.verdicts = new HubVerdicts({
			values,
			hub,
			now,
			update: (id, change) => this.update(id, change),
			recheck: options.recheck,
		});
		const { verdicts, queue } = this;
		this.edits = new TokenEdits({ keeper, session, signIns, values, hosts, verdicts, hub });
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
		return this.edits.defaultId;
	}

	add(facts: NewToken, value: TokenSecret): Promise<TokenRecord> {
		return this.changed(() => this.edits.add(facts, value));
	}

	addForSession(facts: NewToken, value: TokenSecret, unused?: 'unused'): Promise<TokenRecord> {
		return this.changed(() => this.edits.addForSession(facts, value, unused));
	}

	replace(id: string, facts: NewToken, value: TokenSecret): Promise<TokenRecord> {
		return this.changed(() => this.edits.replace(id, facts, value));
	}

	rename(id: string, name: string): Promise<void> {
		return this.update(id, { name });
	}

	update(id: string, change: Partial<Omit<TokenRecord, 'id'>>): Promise<void> {
		return this.changed(() => this.edits.update(id, change));
	}

	remove(id: string): Promise<void> {
		return this.changed(() => this.edits.remove(id));
	}

	setDefault(id: string): Promise<void> {
		return this.changed(() => this.edits.setDefault(id));
	}

	setWorkspaceChoice(choice: TokenReference | undefined): Promise<void> {
		return this.changed(() => this.resolver.choose(choice));
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
		if (!this.isSettled) {
			this.isSettled = true;
			this.settle();
		}
		return this.resolver.resolve(need);
	}

	async inspect(envFiles: readonly EnvFileToken[]): Promise<readonly SourceFacts[]> {
		const { origin } = await this.resolve();
		const used = origin && (await this.values.peekAt(origin));
		return inspectSources(await this.sources.raw(), envFiles, used);
	}

	async countUnlisted(): Promise<number> {
		return (await this.keeper.unlisted()).length;
	}

	get isListLost(): boolean {
		return this.keeper.isListLost;
	}

	forgetLoss(): Promise<void> {
		return this.changed(() => this.keeper.forgetLoss());
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
		const need = { permission, on };
		const origin = await this.originFor(need, signal);
		if (origin === undefined || (permission === 'hub.read' && this.hosts.isDenied(originKey(origin)))) {
			return undefined;
		}
		if (origin.kind !== 'vault') {
			return this.credentialAt(origin, signal);
		}
		const kept = this.values.keeperOf(origin.id).find(origin.id);
		checkPermission(kept.record, need);
		const credential = await this.values.credentialIn(kept, signal);
		this.use.note(kept.record, permission);
		return on !== undefined && missesPrivate(kept.record, on)
			? { ...credential, missesPrivate: true }
			: credential;
	}

	/** What a token may do is changed on the Hub as well: before one is refused by what was known, the Hub is asked. */
	private async originFor(need: Need, signal: AbortSignal): Promise<TokenOrigin | undefined> {
		const { origin } = await this.resolve(need);
		if (signal.aborted) {
			throw new ProblemError({ code: 'cancelled' });
		}
		const record = origin?.kind === 'vault' ? this.records.find(({ id }) => id === origin.id) : undefined;
		if (!record || (record.state === 'valid' && !refusalOf(record, need))) {
			return origin;
		}
		return (await this.verdicts.lookAgain(record, signal)) ? (await this.resolve(need)).origin : origin;
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

	refused(credential: Credential, state: 'invalid' | 'expired'): Promise<void> {
		return this.verdicts.refused(credential, state);
	}

	accepted(credential: Credential, askedAt: number): Promise<void> {
		return this.verdicts.accepted(credential, askedAt);
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
	private renewed({ id, hub }: TokenRecord): void {
		if (this.records.some(one => one.id === id && one.state !== 'valid')) {
			// The Hub that renews a sign-in need not be the one in force.
			const change = {
				state: 'valid',
				checkedAt: this.options.now(),
				...(hub !== undefined && { hub }),
			} as const;
			void this.update(id, change).catch(() => undefined);
		} else {
			this.didChange.fire();
		}
	}
}
