import * as vscode from 'vscode';
import { announce, type Offer } from '../ui/announce';
import type { Claims } from '../util/claims';
import { Disposable } from '../util/disposable';
import { problemOf } from '../util/problemOf';
import type { AccountDeps } from './accountDeps';
import type { DueReminder } from './dueReminders';
import { reminderWords } from './reminderWords';
import { takeReminders } from './takeReminders';

type Deps = Pick<AccountDeps, 'tokens' | 'settings' | 'log'>;

const NEVER = 100 * 365 * 24 * 60 * 60 * 1000;
/** Milliseconds without another change before it looks: of tokens that are imported together, one message speaks. */
const REST = 3000;

/** Reminds of every token that is older than the setting says, or ends soon: once a month, in one window, in one message. */
export function remindOfAge(deps: Deps, claims: Claims): vscode.Disposable {
	return new AgeReminder(deps, claims);
}

class AgeReminder extends Disposable {
	private readonly ended = new AbortController();
	private resting: NodeJS.Timeout | undefined;

	constructor(
		private readonly deps: Deps,
		private readonly claims: Claims,
	) {
		super();
		this.register({ dispose: () => this.end() });
		this.register(deps.tokens.onDidChange(() => this.lookSoon()));
		this.lookSoon();
	}

	private lookSoon(): void {
		clearTimeout(this.resting);
		this.resting = setTimeout(() => void this.look(), REST);
	}

	private async look(): Promise<void> {
		const { tokens, settings, log } = this.deps;
		const onError = (error: unknown) =>
			log.warn(`Of old tokens it could not be kept that they were told of: ${problemOf(error).code}`);
		try {
			const due = await takeReminders({
				tokens,
				claims: this.claims,
				remindAfterDays: settings.remindAfterDays,
				now: Date.now(),
				signal: this.ended.signal,
				onError,
			});
			if (due.length > 0 && !this.isDisposed) {
				announce(log, 'information', reminderWords(due), ...this.offers(due));
			}
		} catch (error) {
			log.warn(`The ages of the tokens were not looked at: ${problemOf(error).code}`);
		}
	}

	/** Of several tokens, the view says what there is to say of each. */
	private offers(due: readonly DueReminder[]): readonly Offer[] {
		const { tokens } = this.deps;
		const [{ record: only } = {}, ...others] = due;
		const run = (label: string, command: string, ...args: unknown[]): Offer => ({
			label,
			act: async () => vscode.commands.executeCommand(command, ...args),
		});
		const isOne = only !== undefined && others.length === 0;
		return [
			isOne
				? run('Replace Token…', 'hfWorkbench.replaceToken', { tokenId: only.id })
				: run('Show Tokens', 'hfWorkbench.tokens.focus'),
			{
				label: isOne ? 'Not for This Token' : 'Not for These Tokens',
				act: async () => {
					const remindAt = Date.now() + NEVER;
					for (const { record } of due) {
						await tokens.update(record.id, { remindAt });
					}
				},
			},
		];
	}

	private end(): void {
		clearTimeout(this.resting);
		this.ended.abort();
	}
}
