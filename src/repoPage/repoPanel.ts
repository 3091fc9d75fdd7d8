import * as vscode from 'vscode';
import type { FromRepoPage, PartName, RepoPageAction, ToRepoPage } from '../shared/repoPage';
import type { RepoRef } from '../shared/repoType';
import { hubUri } from '../ui/hubUri';
import { openRemedy } from '../ui/openRemedy';
import { pageHtml } from '../ui/pageHtml';
import { pageOptions } from '../ui/pageOptions';
import { showProblem } from '../ui/showProblem';
import { withSignal } from '../ui/withSignal';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import { problemOf } from '../util/problemOf';
import { readFromRepoPage } from './readFromRepoPage';
import type { RepoPageDeps } from './repoPageDeps';
import { RepoPartsStore } from './repoPartsStore';
import { SpaceLog } from './spaceLog';

/** The page of one repo. Whenever there is a new page it says `ready`, and gets the whole state and then parts of it. */
export class RepoPanel extends Disposable {
	readonly onDidDispose: vscode.Event<void>;
	private readonly parts: RepoPartsStore;
	private readonly log: SpaceLog;
	/** The link of the card that was clicked last. */
	private readonly linked = this.register(new Latest());
	private isReady = false;

	constructor(
		private readonly panel: vscode.WebviewPanel,
		private readonly repo: RepoRef,
		private readonly deps: RepoPageDeps,
	) {
		super();
		const { extensionUri, hub, inference } = deps;
		this.onDidDispose = panel.onDidDispose;
		this.parts = this.register(
			new RepoPartsStore(repo, {
				hub,
				inference,
				owners: deps.owners,
				isShown: () => this.isReady,
				sawStage: stage => deps.sawStage(repo.id, stage),
				changed: parts => this.post({ type: 'part', parts }),
			}),
		);
		this.log = this.register(
			new SpaceLog(hub, repo.id, this.parts, lines => this.post({ type: 'lines', lines })),
		);
		this.register(panel);
		this.register(panel.onDidDispose(() => this.dispose()));
		this.register(
			panel.onDidChangeViewState(() => {
				this.isReady &&= panel.visible;
				if (!panel.visible) {
					this.log.hold();
				}
			}),
		);
		this.register(panel.webview.onDidReceiveMessage(message => void this.receive(message)));
		this.register(deps.onDidPin(() => this.post({ type: 'pinned', isPinned: deps.isPinned(repo) })));
		panel.webview.options = pageOptions(extensionUri);
		panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.png');
		panel.webview.html = pageHtml(panel.webview, extensionUri, {
			name: 'repo',
			title: 'Hugging Face Repo',
		});
	}

	reveal(): void {
		this.panel.reveal();
	}

	private async receive(value: unknown): Promise<void> {
		const message = readFromRepoPage(value);
		try {
			await (message && this.handle(message));
		} catch (error) {
			const problem = problemOf(error);
			this.deps.log.error(`The page of a repo: ${problem.code}`);
			await showProblem(problem);
		}
	}

	private handle(message: FromRepoPage): unknown {
		switch (message.type) {
			case 'ready':
				this.log.flush();
				this.log.takeUp();
				this.isReady = true;
				this.parts.start();
				return this.post({
					type: 'state',
					state: { ...this.repo, isPinned: this.deps.isPinned(this.repo), parts: this.parts.all },
				});
			case 'action':
				return this.act(message.action);
			case 'openFile':
				return this.openFile(message.path);
			case 'openLinked':
				return this.openLinked(message.path);
			case 'openFolder':
				return this.parts.openFolder(message.path);
			case 'readTensors':
				return this.parts.readTensors(message.path);
			case 'moreCommits':
				return this.parts.moreCommits();
			case 'showCommit':
				return /^[0-9a-f]{40}$/.test(message.target)
					? this.openOnHub(`/commit/${message.target}`)
					: undefined;
			case 'link':
				return /^https?:\/\//i.test(message.target)
					? vscode.env.openExternal(vscode.Uri.parse(message.target, true))
					: undefined;
			case 'chooseSplit':
				return this.parts.chooseSplit(message.index);
			case 'showLog':
				return this.log.show(message.which);
			case 'remedy':
				return this.remedy(message.part, message.index);
		}
	}

	private remedy(part: PartName, index: number): unknown {
		if (index === 0) {
			return part === 'log' ? this.log.show() : this.parts.load(part);
		}
		const remedy = this.parts.remedyOf(part, index);
		return remedy && openRemedy(remedy);
	}

	private act(action: RepoPageAction): unknown {
		const run = (command: string) => vscode.commands.executeCommand(command, this.repo);
		switch (action) {
			case 'run':
				return vscode.commands.executeCommand('hfWorkbench.runModel', this.repo.id);
			case 'pin':
				return run('hfWorkbench.pinRepo');
			case 'unpin':
				return run('hfWorkbench.unpinRepo');
			case 'copyId':
				return run('hfWorkbench.copyRepoId');
			case 'openOnHub':
				return run('hfWorkbench.openRepo');
			case 'download':
				return this.deps.download(this.repo);
			case 'variables':
				return this.parts.load('variables');
			case 'statistics':
				return this.parts.load('statistics');
			case 'restart':
			case 'rebuild':
			case 'pause':
				return this.control(action);
		}
	}

	private async control(action: 'restart' | 'rebuild' | 'pause'): Promise<void> {
		const label = { restart: 'Restart', rebuild: 'Rebuild', pause: 'Pause' }[action];
		const pressed = await vscode.window.showWarningMessage(
			`${label} ${this.repo.id}?`,
			{ modal: true, detail: 'Whoever uses the Space now is interrupted.' },
			label,
		);
		if (pressed === label) {
			await vscode.window.withProgress(
				{
					location: vscode.ProgressLocation.Notification,
					title: `${label} ${this.repo.id}`,
					cancellable: true,
				},
				(_, cancellation) =>
					withSignal(cancellation, signal => this.deps.hub.controlSpace(this.repo.id, action, signal)),
			);
			this.parts.load('space');
		}
	}

	private openFile(path: string): Thenable<unknown> {
		return vscode.commands.executeCommand('hfWorkbench.openFile', this.located(path));
	}

	private async openLinked(path: string): Promise<void> {
		const isFolder = await this.linked.run(signal => this.parts.isFolder(path, signal));
		if (isFolder?.value) {
			this.parts.openFolder(path);
			this.post({ type: 'showFiles' });
		} else if (isFolder) {
			await this.openFile(path);
		}
	}

	private located(path: string): unknown {
		return {
			location: { ...this.repo, revision: 'main', path },
			uri: hubUri({ ...this.repo, revision: 'main', path }),
		};
	}

	private openOnHub(path: string): Thenable<boolean> {
		const { type, id } = this.repo;
		const base = `${this.deps.settings.endpoints.hub}/${type === 'model' ? '' : `${type}s/`}${id}`;
		return vscode.env.openExternal(vscode.Uri.parse(`${base}${path}`, true));
	}

	private post(message: ToRepoPage): void {
		if (this.isReady && !this.isDisposed) {
			void this.panel.webview.postMessage(message);
		}
	}
}
