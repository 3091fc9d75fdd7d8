import * as vscode from 'vscode';
import { isRepoType, type RepoRef } from '../shared/repoType';
import { Disposable } from '../util/disposable';
import { isRecord } from '../util/isRecord';
import { isRepoId } from '../util/isRepoId';
import { pageOptions } from '../ui/pageOptions';
import { REPO_VIEW } from '../viewId';
import type { RepoPageDeps } from './repoPageDeps';
import { RepoPanel } from './repoPanel';

/** The pages of repos, at most one for each. */
export class RepoPanels extends Disposable {
	private readonly panels = new Map<string, RepoPanel>();

	constructor(private readonly deps: RepoPageDeps) {
		super();
		this.register({ dispose: () => [...this.panels.values()].forEach(panel => panel.dispose()) });
	}

	/** Shows the page of a repo, the one that there is or a new one. */
	async show(repo: RepoRef): Promise<void> {
		const key = `${repo.type} ${repo.id}`;
		const shown = this.panels.get(key);
		if (shown) {
			shown.reveal();
		} else {
			const name = repo.id.slice(repo.id.lastIndexOf('/') + 1);
			const panel = vscode.window.createWebviewPanel(
				REPO_VIEW,
				name,
				vscode.ViewColumn.Active,
				pageOptions(this.deps.extensionUri),
			);
			this.add(panel, repo);
		}
		await this.deps.opened(repo);
	}

	/** Closes the page of a repo that is no more, or is called otherwise. */
	close({ type, id }: RepoRef): void {
		this.panels.get(`${type} ${id}`)?.dispose();
	}

	/** Takes over a panel that the editor brought back after a reload, by what its page had noted. */
	revive(panel: vscode.WebviewPanel, state: unknown): void {
		const { type, id } = isRecord(state) ? state : {};
		if (isRepoType(type) && typeof id === 'string' && isRepoId(id)) {
			this.add(panel, { type, id });
		} else {
			panel.dispose();
		}
	}

	private add(panel: vscode.WebviewPanel, repo: RepoRef): void {
		const key = `${repo.type} ${repo.id}`;
		const added = new RepoPanel(panel, repo, this.deps);
		this.panels.set(key, added);
		added.onDidDispose(() => {
			if (this.panels.get(key) === added) {
				this.panels.delete(key);
			}
		});
	}
}
