import * as vscode from 'vscode';
import type { RepoAt, RepoContents } from '../hub/contents';
import { hubUri } from '../ui/hubUri';
import { withoutIcons } from '../ui/withoutIcons';
import { wordProblemWithoutRun } from '../ui/wordProblemWithoutRun';
import { Disposable } from '../util/disposable';
import { problemOf } from '../util/problemOf';
import { matchLines, type LineMatch } from './matchLines';
import { noMatchRow } from './noMatchRow';
import { RepoTexts } from './repoTexts';
import { unreadRow } from './unreadRow';

const MOST_MATCHES = 200;

type Match = vscode.QuickPickItem & { readonly match?: LineMatch; readonly retry?: true };

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
	private readonly texts: RepoTexts;
	private isLoading = true;
	private failure: Match | undefined;

	constructor(hub: Pick<RepoContents, 'files' | 'read'>, at: RepoAt) {
		super();
		this.texts = new RepoTexts(hub, at);
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
					const [row] = this.box.activeItems;
					if (row?.match) {
						resolve(row.match);
					} else if (row?.retry && !this.isLoading) {
						void this.load();
					}
				}),
			);
			this.box.show();
			void this.load();
		});
	}

	/** Never rejects: what fails is a row of the list. */
	private async load(): Promise<void> {
		this.isLoading = true;
		this.failure = undefined;
		this.box.busy = true;
		const { signal } = this.stopping;
		try {
			await this.texts.load(signal);
		} catch (error) {
			const { title, explanation } = wordProblemWithoutRun(problemOf(error));
			this.failure = {
				label: withoutIcons(title),
				detail: withoutIcons(explanation),
				alwaysShow: true,
			};
		}
		this.isLoading = false;
		if (!signal.aborted) {
			this.show();
			this.box.busy = false;
		}
	}

	private show(): void {
		const unread = this.isLoading ? undefined : unreadRow(this.texts.unread);
		this.box.items = this.failure
			? [this.failure]
			: [
					...this.found(),
					...(unread
						? [
								{
									...unread,
									iconPath: new vscode.ThemeIcon('warning'),
									alwaysShow: true,
									retry: true as const,
								},
							]
						: []),
				];
	}

	private found(): readonly Match[] {
		const matches = matchLines(this.texts.texts, this.box.value, MOST_MATCHES);
		return matches.length > 0
			? matches.map(match => ({
					label: withoutIcons(match.text.trim().slice(0, 200)),
					description: withoutIcons(`${match.path}:${match.line + 1}`),
					alwaysShow: true,
					match,
				}))
			: this.box.value.trim() === ''
				? []
				: [{ ...this.noMatch(), alwaysShow: true }];
	}

	private noMatch(): vscode.QuickPickItem {
		const { texts, skipped, isCut } = this.texts;
		return noMatchRow({ isLoading: this.isLoading, texts: texts.size, skipped, isCut });
	}
}
