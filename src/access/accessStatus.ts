import * as vscode from 'vscode';
import type { RepoRef } from '../shared/repoType';
import { accessWords } from '../ui/accessWords';
import { announce } from '../ui/announce';
import { cardMarkdown } from '../ui/card';
import { openRemedy } from '../ui/openRemedy';
import { Disposable } from '../util/disposable';
import { localTime } from '../util/localTime';
import { repoPageUrl } from '../util/repoPageUrl';
import type { AccessDeps } from './accessDeps';
import type { Settled } from './accessWatch';

type StatusDeps = Pick<AccessDeps, 'watch' | 'settings' | 'log'>;

/** The repos that are watched, in the status bar while there are any, and the news about them. */
export function accessStatus(deps: StatusDeps): vscode.Disposable {
	return new AccessStatus(deps);
}

class AccessStatus extends Disposable {
	private readonly item = this.register(
		vscode.window.createStatusBarItem('hfWorkbench.access', vscode.StatusBarAlignment.Right, 89),
	);

	constructor(private readonly deps: StatusDeps) {
		super();
		this.item.name = 'Hugging Face Access';
		this.item.command = 'hfWorkbench.stopWatchingAccess';
		this.register(deps.watch.onDidChange(() => this.update()));
		this.register(deps.watch.onDidSettle(settled => this.tell(settled)));
		this.update();
	}

	private update(): void {
		const { watched } = this.deps.watch;
		if (watched.length === 0) {
			this.item.hide();
			return;
		}
		const words = `Waiting for access to ${watched.length === 1 ? '1 repo' : `${watched.length} repos`}`;
		this.item.text = `$(bell) ${watched.length}`;
		this.item.accessibilityInformation = { label: `Hugging Face: ${words}`, role: 'button' };
		this.item.tooltip = cardMarkdown({
			title: words,
			facts: watched.map(({ repo, askedAt }) => [repo.id, `asked ${localTime(askedAt)}`] as const),
			note: 'You are told here when it is granted. Click to stop watching.',
		});
		this.item.show();
	}

	private tell({ repo, state }: Settled): void {
		const { hub } = this.deps.settings.endpoints;
		const { isFine, title, explanation, remedies } = accessWords(repo, state, hub);
		announce(
			this.deps.log,
			isFine ? 'information' : 'warning',
			`${title} ${explanation}`,
			...(isFine
				? welcome(repo, hub)
				: remedies.map(remedy => ({ label: remedy.label, act: () => openRemedy(remedy) }))),
		);
	}
}

function welcome(repo: RepoRef, hub: string) {
	return [
		{
			label: 'Open on the Hub',
			act: async () => vscode.env.openExternal(vscode.Uri.parse(repoPageUrl(repo, hub), true)),
		},
	];
}
