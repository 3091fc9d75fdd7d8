import * as vscode from 'vscode';
import { tokenAge } from '../tokens/tokenAge';
import type { TokenRecord } from '../tokens/tokenRecord';
import { ageWords } from '../ui/ageWords';
import { announce } from '../ui/announce';
import { tokenName } from '../ui/tokenWords';
import { Disposable } from '../util/disposable';
import { problemOf } from '../util/problemOf';
import type { AccountDeps } from './accountDeps';

type Deps = Pick<AccountDeps, 'tokens' | 'settings' | 'log'>;

const DAY = 24 * 60 * 60 * 1000;
/** Days until a reminder comes again. */
const AGAIN = 30;
const NEVER = 100 * 365;

/** Reminds of the token in use once it is older than the setting says, or ends soon: once a month, in one window. */
export function remindOfAge(deps: Deps): vscode.Disposable {
	return new AgeReminder(deps);
}

class AgeReminder extends Disposable {
	private readonly reminded = new Set<string>();

	constructor(private readonly deps: Deps) {
		super();
		this.register(deps.tokens.onDidChange(() => void this.look()));
		void this.look();
	}

	private async look(): Promise<void> {
		const { tokens, settings, log } = this.deps;
		try {
			const { origin } = await tokens.resolve();
			const record = origin?.kind === 'vault' ? tokens.records.find(({ id }) => id === origin.id) : undefined;
			const now = Date.now();
			const age = record && tokenAge(record, now, settings.remindAfterDays);
			if (!age || this.isDisposed || this.reminded.has(record.id) || now < (record.remindAt ?? 0)) {
				return;
			}
			this.reminded.add(record.id);
			await tokens.update(record.id, { remindAt: now + AGAIN * DAY });
			this.remind(record, `${tokenName(record)}: ${ageWords(age).toLowerCase()}. Replace it with a new one.`);
		} catch (error) {
			log.warn(`The age of the token in use is not known: ${problemOf(error).code}`);
		}
	}

	private remind({ id }: TokenRecord, message: string): void {
		const { tokens, log } = this.deps;
		announce(
			log,
			'information',
			message,
			{
				label: 'Replace Token…',
				act: async () => vscode.commands.executeCommand('hfWorkbench.replaceToken', { tokenId: id }),
			},
			{
				label: 'Not for This Token',
				act: () => tokens.update(id, { remindAt: Date.now() + NEVER * DAY }),
			},
		);
	}
}
