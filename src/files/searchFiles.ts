import * as vscode from 'vscode';
import type { RepoAt, RepoContents } from '../hub/contents';
import { hubUri } from '../ui/hubUri';
import { wordProblemWithoutRun } from '../ui/problems';
import { Disposable } from '../util/disposable';
import { problemOf } from '../util/problemOf';
import { isBinaryName } from './isBinaryName';
import { listAllFiles } from '../hub/listAllFiles';
import { matchLines, type LineMatch } from './matchLines';
import { noMatchRow } from './noMatchRow';

/** Bytes of one file, and of all together, that are searched; and how many files. */
const MOST_BYTES = 1_000_000;
const MOST_TOGETHER = 20_000_000;
const MOST_FILES = 300;
const MOST_MATCHES = 200;
/** Files that are fetched at a time. */
const AT_ONCE = 4;

type Match = vscode.QuickPickItem & { readonly match?: LineMatch };

/** Searches the text files of a repo as one types. Files are fetched once, when the box opens; never weights. */
export async function searchFiles(hub: Pick<RepoContents, 'files' | 'read'>, at: RepoAt): Promise<void> {
	const box = new FileSearch(hub, at);
	try {
		const match = await box.ask();
		if (match) {
			const { path, line, column } = match;
			const position = new vscode.Position(line, column);
			await vscode.window.showTextDocument(hubUri({ ...at, path }), {
				selection: new vscode.Range(position, position),
			});
		}
	} finally {
		box.dispose();
	}
}

class FileSearch extends Disposable {
	private readonly box = this.register(vscode.window.createQuickPick<Match>());
	private readonly stopping = new AbortController();
	private readonly texts = new Map<string, string>();
	private skipped = 0;
	private isCut = false;
	private isLoading = true;
	private failure: Match | undefined;

	constructor(
		private readonly hub: Pick<RepoContents, 'files' | 'read'>,
		private readonly at: RepoAt,
	) {
		super();
		this.box.title = `Search in the Files of ${at.id} at ${at.revision}`;
		this.box.placeholder = 'Text to look for';
		this.register(this.box.onDidChangeValue(() => this.show()));
		this.register({ dispose: () => this.stopping.abort() });
	}

	ask(): Promise<LineMatch | undefined> {
		return new Promise(resolve => {
			this.register(this.box.onDidHide(() => resolve(undefined)));
			this.register(
				this.box.onDidAccept(() => {
					const match = this.box.activeItems[0]?.match;
					if (match) {
						resolve(match);
					}
				}),
			);
			this.box.show();
			void this.load();
		});
	}

	/** Never rejects: what fails is a row of the list. */
	private async load(): Promise<void> {
		this.box.busy = true;
		const { signal } = this.stopping;
		try {
			const { files, isCut } = await listAllFiles(this.hub, this.at, signal);
			this.isCut = isCut;
			const texts = files.filter(
				({ path, isLarge, size }) => !isLarge && !isBinaryName(path) && size <= MOST_BYTES,
			);
			let left = MOST_TOGETHER;
			const wanted = texts.slice(0, MOST_FILES).filter(({ size }) => (left -= size) >= 0);
			this.skipped = files.length - wanted.length;
			const waiting = [...wanted];
			const worker = async () => {
				for (let file = waiting.shift(); file && !signal.aborted; file = waiting.shift()) {
					const bytes = await this.hub.read(this.at, file.path, { most: MOST_BYTES }, signal);
					this.texts.set(file.path, new TextDecoder().decode(bytes));
				}
			};
			await Promise.all(Array.from({ length: AT_ONCE }, worker));
			this.isLoading = false;
			this.show();
		} catch (error) {
			if (!signal.aborted) {
				const { title, explanation } = wordProblemWithoutRun(problemOf(error));
				this.failure = { label: title, detail: explanation, alwaysShow: true };
				this.show();
			}
		}
		this.box.busy = false;
	}

	private show(): void {
		if (this.failure) {
			this.box.items = [this.failure];
			return;
		}
		const matches = matchLines(this.texts, this.box.value, MOST_MATCHES);
		this.box.items =
			matches.length > 0
				? matches.map(match => ({
						label: match.text.trim().slice(0, 200),
						description: `${match.path}:${match.line + 1}`,
						alwaysShow: true,
						match,
					}))
				: this.box.value.trim() === ''
					? []
					: [{ ...this.noMatch(), alwaysShow: true }];
	}

	private noMatch(): vscode.QuickPickItem {
		const { isLoading, skipped, isCut } = this;
		return noMatchRow({ isLoading, texts: this.texts.size, skipped, isCut });
	}
}
