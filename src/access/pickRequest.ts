import * as vscode from 'vscode';
import { type AccessRequest, type HubAccess, REQUEST_STATUSES, type RequestPage } from '../hub/hubAccess';
import type { RepoRef } from '../shared/repoType';
import { Disposable } from '../util/disposable';
import { answersFor, requestWords, STATUS_WORDS } from './requestItems';

/** The request that was picked, and the answer where its button was pressed. */
export interface PickedRequest {
	readonly request: AccessRequest;
	readonly answer?: 'accept' | 'reject';
}

/** Asks which request is to be answered. Throws what the Hub's list fails with; nothing if the user leaves. */
export async function pickRequest(access: HubAccess, repo: RepoRef): Promise<PickedRequest | undefined> {
	const box = new RequestBox(access, repo);
	try {
		return await box.ask();
	} finally {
		box.dispose();
	}
}

interface RequestItem extends vscode.QuickPickItem {
	readonly request?: AccessRequest;
	readonly more?: NonNullable<RequestPage['next']>;
}

interface AnswerButton extends vscode.QuickInputButton {
	readonly answer: 'accept' | 'reject';
}

const BUTTONS: Readonly<Record<'accept' | 'reject', AnswerButton>> = {
	accept: { answer: 'accept', iconPath: new vscode.ThemeIcon('check'), tooltip: 'Accept' },
	reject: { answer: 'reject', iconPath: new vscode.ThemeIcon('circle-slash'), tooltip: 'Reject…' },
};

class RequestBox extends Disposable {
	private readonly box = this.register(vscode.window.createQuickPick<RequestItem>());
	private readonly stop = new AbortController();
	private readonly pages: RequestPage[][] = REQUEST_STATUSES.map(() => []);

	constructor(
		private readonly access: HubAccess,
		private readonly repo: RepoRef,
	) {
		super();
		const { box } = this;
		box.title = `Access Requests for ${repo.id}`;
		box.placeholder = 'Loading…';
		box.busy = true;
		box.matchOnDescription = true;
		box.matchOnDetail = true;
		this.register({ dispose: () => this.stop.abort() });
	}

	ask(): Promise<PickedRequest | undefined> {
		const { box } = this;
		return new Promise((resolve, reject) => {
			this.register(box.onDidHide(() => resolve(undefined)));
			this.register(
				box.onDidAccept(() => {
					const [item] = box.selectedItems;
					if (item?.request) {
						resolve({ request: item.request });
					} else if (item?.more) {
						this.load(item.more).catch(reject);
					}
				}),
			);
			this.register(
				box.onDidTriggerItemButton(({ item, button }) => {
					if (item.request && isAnswer(button)) {
						resolve({ request: item.request, answer: button.answer });
					}
				}),
			);
			box.show();
			this.start().catch(reject);
		});
	}

	private async start(): Promise<void> {
		const first = await Promise.all(
			REQUEST_STATUSES.map(status => this.access.requests(this.repo, status, this.stop.signal)),
		);
		first.forEach((page, index) => this.pages[index]?.push(page));
		this.show();
	}

	private async load(more: NonNullable<RequestPage['next']>): Promise<void> {
		this.box.busy = true;
		const page = await more(this.stop.signal);
		this.pages.find(pages => pages.at(-1)?.next === more)?.push(page);
		this.show();
	}

	private show(): void {
		const { box } = this;
		box.items = REQUEST_STATUSES.flatMap((status, index) => this.section(status, this.pages[index] ?? []));
		box.placeholder =
			box.items.length === 0 ? 'Nobody has asked for access' : 'Choose a request to answer it';
		box.busy = false;
	}

	private section(
		status: (typeof REQUEST_STATUSES)[number],
		pages: readonly RequestPage[],
	): readonly RequestItem[] {
		const requests = pages.flatMap(page => page.requests);
		const more = pages.at(-1)?.next;
		if (requests.length === 0 && !more) {
			return [];
		}
		return [
			{ label: STATUS_WORDS[status], kind: vscode.QuickPickItemKind.Separator },
			...requests.map(request => ({
				...requestWords(request),
				request,
				iconPath: new vscode.ThemeIcon('person'),
				buttons: answersFor(request.status).map(answer => BUTTONS[answer]),
			})),
			...(more ? [{ label: 'Load More…', more, alwaysShow: true }] : []),
		];
	}
}

function isAnswer(button: vscode.QuickInputButton): button is AnswerButton {
	return 'answer' in button;
}
