import * as vscode from 'vscode';
import { ContextKey } from '../ui/contextKey';
import { Disposable } from '../util/disposable';
import { runningText } from './runningText';
import type { Runs } from './runs';

/**
 * Milliseconds between what happens to a run and the window's hearing of it here. It draws its status bar for that and asks all menus again,
 * for which the first words of an answer would wait.
 */
const REST = 150;

/** The status bar's item while runs go on, which stops them; and the key that menus ask. */
export class RunningStatus extends Disposable {
	private readonly running = new ContextKey<boolean>('hfWorkbench.running');
	private readonly item = this.register(
		vscode.window.createStatusBarItem('hfWorkbench.running', vscode.StatusBarAlignment.Left),
	);
	private wasRunning = false;
	private resting: NodeJS.Timeout | undefined;

	constructor(private readonly runs: Runs) {
		super();
		this.item.name = 'Hugging Face: Running';
		this.item.command = 'hfWorkbench.stop';
		this.register(
			runs.onDidChange(event => {
				if (event.type !== 'delta') {
					this.resting ??= setTimeout(() => this.update(), REST);
				}
			}),
		);
		this.register({ dispose: () => clearTimeout(this.resting) });
		this.register({ dispose: () => this.running.set(undefined) });
	}

	private update(): void {
		this.resting = undefined;
		const words = runningText(
			this.runs.running.map(({ title, model, state, estimate }) => ({
				title,
				model,
				estimate,
				waiting: state.type === 'running' ? state.waiting : undefined,
			})),
		);
		if (words) {
			this.item.text = words.text;
			this.item.tooltip = words.tooltip;
			this.item.show();
		} else {
			this.item.hide();
		}
		const isRunning = words !== undefined;
		if (isRunning !== this.wasRunning) {
			this.wasRunning = isRunning;
			this.running.set(isRunning);
		}
	}
}
