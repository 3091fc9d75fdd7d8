import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { version } from '../../package.json';
import type { FromDoctorPage } from '../shared/diagnosis';
import { dispatch, type Handlers } from '../shared/handlers';
import type { Log } from '../ui/log';
import { openRemedy } from '../ui/openRemedy';
import { showProblem } from '../ui/showProblem';
import { Disposable } from '../util/disposable';
import { problemOf } from '../util/problemOf';
import { Diagnosis } from './diagnosis';
import type { DoctorDeps } from './doctorDeps';
import { DoctorPanel, type DoctorPanelDeps } from './doctorPanel';
import { reportText } from './report';
import { wordFinding } from './wordFinding';

/** The window's doctor: one diagnosis, and the one panel that shows it. */
export class Doctor extends Disposable {
	private readonly diagnosis: Diagnosis;
	/** Not disposed with the rest: a window that is reloaded brings it back. */
	private panel: DoctorPanel | undefined;

	private readonly handlers: Handlers<Exclude<FromDoctorPage, { readonly type: 'ready' }>> = {
		run: () => void this.diagnosis.runAll(),
		cancel: () => this.diagnosis.cancel(),
		check: ({ id }) => void this.diagnosis.run(id),
		goal: ({ goal }) => void this.diagnosis.setGoal(goal),
		repo: ({ repo }) => void this.diagnosis.setRepo(repo),
		copy: () => this.handle(() => this.copyReport()),
		remedy: ({ id, finding, index }) =>
			this.handle(async () => {
				const found = this.diagnosis.findingsOf(id)[finding];
				const remedy = found && wordFinding(found).remedies[index];
				if (remedy) {
					await openRemedy(remedy);
				}
			}),
	};

	constructor(
		deps: DoctorDeps,
		private readonly extensionUri: vscode.Uri,
		private readonly log: Log,
	) {
		super();
		this.diagnosis = this.register(new Diagnosis(deps));
	}

	/** Shows the page and runs every check. */
	diagnose(): void {
		(this.panel ?? this.keep(DoctorPanel.create(this.panelDeps))).focus();
		void this.diagnosis.runAll();
	}

	/** Takes over the panel that the editor brought back, and runs nothing: nobody has asked yet. */
	revive(panel: vscode.WebviewPanel): void {
		if (this.panel) {
			panel.dispose();
		} else {
			this.keep(DoctorPanel.revive(panel, this.panelDeps));
		}
	}

	/** The findings as text, in the clipboard. */
	async copyReport(): Promise<void> {
		await vscode.env.clipboard.writeText(
			reportText(this.diagnosis.view, {
				home: homedir(),
				facts: [
					['Date', new Date().toISOString()],
					['Extension', version],
					[vscode.env.appName, `${vscode.version} (${vscode.env.appHost})`],
					['Window', vscode.env.remoteName === undefined ? 'local' : `remote (${vscode.env.remoteName})`],
					['System', `${process.platform} ${process.arch}, Node.js ${process.versions.node}`],
				],
			}),
		);
		vscode.window.setStatusBarMessage('Copied the report. It has no token in it.', 5000);
	}

	/** A panel that is closed ends what it was running: there is nobody left who looks at it. */
	private keep(panel: DoctorPanel): DoctorPanel {
		this.panel = panel;
		panel.onDidDispose(() => {
			this.panel = undefined;
			this.diagnosis.cancel();
		});
		return panel;
	}

	private get panelDeps(): DoctorPanelDeps {
		return {
			extensionUri: this.extensionUri,
			diagnosis: this.diagnosis,
			onMessage: message => dispatch(this.handlers, message),
		};
	}

	/** Whatever a button of the page does; nobody waits for it, so what goes wrong is shown here. */
	private handle(work: () => Promise<unknown>): void {
		void (async () => {
			try {
				await work();
			} catch (error) {
				const problem = problemOf(error);
				this.log.warn(`Doctor: ${problem.code}`);
				await showProblem(problem);
			}
		})();
	}
}
