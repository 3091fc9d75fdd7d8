import * as vscode from 'vscode';
import type { Endpoints } from '../net/endpoints';
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

	/** `auto`, `fastest`, `cheapest` or a provider's name. */
	get provider(): string {
		return this.text('inference.provider') ?? 'auto';
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
