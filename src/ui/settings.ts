import * as vscode from 'vscode';
import type { Endpoints } from '../net/endpoints';
import type { HttpSettings } from '../net/httpSettings';
import { isTask, type Task } from '../shared/task';

const HUB = 'https://huggingface.co';
const ROUTER = 'https://router.huggingface.co';

/** The settings as typed values. Each is read when asked for, so that a change counts from the next operation on. */
export class Settings {
	constructor(private readonly environment: Readonly<Record<string, string | undefined>>) {}

	get endpoints(): Endpoints {
		return {
			hub: endpointOf(this.trusted('hub.endpoint')) ?? endpointOf(this.environment.HF_ENDPOINT) ?? HUB,
			router: endpointOf(this.trusted('inference.routerEndpoint')) ?? ROUTER,
		};
	}

	/** The endpoints as the user has written them, addresses or not. */
	get writtenEndpoints(): { readonly hub?: string; readonly router?: string } {
		const hub = this.trusted('hub.endpoint');
		const router = this.trusted('inference.routerEndpoint');
		return { ...(hub !== undefined && { hub }), ...(router !== undefined && { router }) };
	}

	/** The editor's own settings about the network. */
	get http(): HttpSettings {
		const section = vscode.workspace.getConfiguration('http');
		const noProxy = section.get<unknown>('noProxy');
		return {
			proxy: section.get<string>('proxy') ?? '',
			proxySupport: section.get<string>('proxySupport') ?? 'override',
			proxyStrictSSL: section.get<boolean>('proxyStrictSSL') ?? true,
			noProxy: (Array.isArray(noProxy) ? (noProxy as readonly unknown[]) : []).filter(
				host => typeof host === 'string',
			),
		};
	}

	/** Milliseconds between two questions whether access has been granted. */
	get accessInterval(): number {
		const minutes = this.section.get<unknown>('access.checkEvery');
		return Math.max(0.1, typeof minutes === 'number' ? minutes : 15) * 60_000;
	}

	/** Whether cards are checked while they are written. */
	get checksCards(): boolean {
		return this.section.get<unknown>('cards.check') !== false;
	}

	/** Origins besides Hugging Face's own that the user lets every token go to. Only the user's own value counts. */
	get allowedOrigins(): readonly string[] {
		const value = this.section.inspect<unknown>('tokens.allowedOrigins')?.globalValue;
		return (Array.isArray(value) ? (value as readonly unknown[]) : []).flatMap(one => {
			const endpoint = endpointOf(typeof one === 'string' ? one.trim() : undefined);
			return endpoint === undefined ? [] : [new URL(endpoint).origin];
		});
	}

	/** How long a copied token stays in the clipboard. */
	get clipboardSeconds(): number {
		return this.wholeNumber('tokens.clipboardSeconds', 1, 60);
	}

	/** The age in days at which a token is said to be old; 0 for never. */
	get remindAfterDays(): number {
		return this.wholeNumber('tokens.remindAfterDays', 0, 90);
	}

	/** The app that signs in with the browser, where the user has registered one. */
	get oauthClientId(): string | undefined {
		return this.trusted('oauth.clientId');
	}

	/** `auto`, `fastest`, `cheapest`, `preferred` or a provider's name. */
	get provider(): string {
		return this.text('inference.provider') ?? 'auto';
	}

	/** The user's own order of providers; empty for the one that they have on the Hub. */
	get preferredProviders(): readonly string[] {
		const value = this.section.get<unknown>('inference.preferredProviders');
		const names: readonly unknown[] = Array.isArray(value) ? value : [];
		return names.flatMap(one => (typeof one === 'string' && one.trim() !== '' ? [one.trim()] : []));
	}

	/** USD that runs may cost in a day; 0 for no limit. Only the user's own value counts. */
	get spendingLimit(): number {
		const value = this.section.inspect<unknown>('inference.spendingLimit')?.globalValue;
		return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : 0;
	}

	/** Milliseconds without a byte until an answer counts as stalled. */
	get stallTimeout(): number {
		const value = this.section.get<unknown>('inference.stallTimeout');
		return (typeof value === 'number' && value >= 5 && value <= 3600 ? value : 60) * 1000;
	}

	/** Milliseconds that a run waits in all for rate limits to be lifted; 0 for not at all. */
	get rateLimitWait(): number {
		return Math.min(3600, this.wholeNumber('inference.rateLimitWait', 0, 60)) * 1000;
	}

	/** The organisation that pays, where it is not the account itself. */
	get billTo(): string | undefined {
		return this.text('inference.billTo');
	}

	/** The model to use for each task, where the user has set one. */
	get models(): Readonly<Partial<Record<Task, string>>> {
		const value = this.section.get<unknown>('inference.models');
		const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
		return Object.fromEntries(
			entries.filter(([task, model]) => isTask(task) && typeof model === 'string' && model.trim() !== ''),
		);
	}

	private get section(): vscode.WorkspaceConfiguration {
		return vscode.workspace.getConfiguration('hfWorkbench');
	}

	private wholeNumber(key: string, least: number, otherwise: number): number {
		const value = this.section.get<unknown>(key);
		return typeof value === 'number' && Number.isFinite(value)
			? Math.max(least, Math.round(value))
			: otherwise;
	}

	private text(key: string): string | undefined {
		const value = this.section.get<unknown>(key);
		return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
	}

	/**
	 * A setting that says where tokens go. Only the user's own value counts, never a folder's, so that a cloned
	 * repository cannot send a token away even where machine scope is not enforced.
	 */
	private trusted(key: string): string | undefined {
		const values = this.section.inspect<unknown>(key);
		const value = values?.globalValue;
		return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
	}
}

/** The origin and path of an `http(s)` URL without a slash at the end; anything else is no endpoint. */
function endpointOf(value: string | undefined): string | undefined {
	if (value === undefined || !URL.canParse(value)) {
		return undefined;
	}
	const url = new URL(value);
	if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '') {
		return undefined;
	}
	return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
