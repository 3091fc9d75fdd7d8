import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { Disposable } from '../util/disposable';
import { MessageWatch, type MessageWatchOptions } from './messageWatch';

/** The scheme of the documents in the message boxes of the Source Control view, whose paths begin with the provider's id. */
const SCHEME = 'vscode-scm';

/** The message of an upload, in the box that the editor has for it. */
export class UploadMessage extends Disposable {
	constructor(
		private readonly box: vscode.SourceControlInputBox,
		provider: string,
		options: Pick<MessageWatchOptions, 'left' | 'save' | 'failed'>,
	) {
		super();
		const ending = new AbortController();
		this.register({ dispose: () => ending.abort() });
		// The editor keeps the last message that it knows of, which may be an older one than what was left.
		const watch = new MessageWatch({
			...options,
			box,
			now: Date.now,
			wait: (milliseconds, signal) => wait(milliseconds, undefined, { signal }),
		});
		this.register(
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				if (document.uri.scheme === SCHEME && document.uri.path.startsWith(`${provider}/`)) {
					watch.shows(document.getText());
				}
			}),
		);
		void watch.run(ending.signal);
	}

	get text(): string {
		return this.box.value;
	}

	/** Leaves none behind for the next upload. */
	clear(): void {
		this.box.value = '';
	}
}
