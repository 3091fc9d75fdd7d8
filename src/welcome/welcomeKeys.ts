import type * as vscode from 'vscode';
import type { FinishedRun } from '../api';
import type { Tokens } from '../tokens/tokens';
import type { Event } from '../util/emitter';
import { ContextKey } from '../ui/contextKey';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';

/** What there is to see of somebody's first steps. */
export interface WelcomeDeps {
	readonly tokens: Pick<Tokens, 'resolve' | 'onDidChange'>;
	/** The models that the user has pinned. */
	readonly pins: { readonly ids: readonly string[]; readonly onDidChange: Event<void> };
	readonly onDidFinishRun: vscode.Event<FinishedRun>;
}

/**
 * What the steps of the walkthrough are ticked by: a token that is used here, a model that was picked, a run that has ended
 * well. None of them by a command alone: a step that is ticked takes the keyboard, and closes the box that was just opened.
 */
export function welcomeKeys(deps: WelcomeDeps): vscode.Disposable {
	return new WelcomeKeys(deps);
}

class WelcomeKeys extends Disposable {
	private readonly hasToken = new ContextKey<boolean>('hfWorkbench.hasToken');
	private readonly hasModel = new ContextKey<boolean>('hfWorkbench.hasModel');
	private readonly hasRun = new ContextKey<boolean>('hfWorkbench.hasRun');
	private readonly updates = this.register(new Latest());

	constructor(private readonly deps: WelcomeDeps) {
		super();
		const { tokens, pins, onDidFinishRun } = deps;
		this.register(tokens.onDidChange(() => void this.update()));
		this.register(pins.onDidChange(() => this.noteModel(pins.ids.length > 0)));
		this.register(
			onDidFinishRun(({ state }) => {
				if (state === 'finished') {
					this.noteModel(true);
					this.hasRun.set(true);
				}
			}),
		);
		this.noteModel(pins.ids.length > 0);
		void this.update();
	}

	private noteModel(isKnown: boolean): void {
		if (isKnown) {
			this.hasModel.set(true);
		}
	}

	private async update(): Promise<void> {
		const resolved = await this.updates.run(() => this.deps.tokens.resolve()).catch(() => undefined);
		if (resolved && !this.isDisposed) {
			this.hasToken.set(resolved.value.origin !== undefined);
		}
	}
}
