import * as vscode from 'vscode';
import type { Commit, CommitPage, Refs, RepoContents } from '../hub/contents';
import { findRevision } from '../hub/findRevision';
import type { RepoRef } from '../shared/repoType';
import { withoutIcons } from '../ui/withoutIcons';
import { wordProblemWithoutRun } from '../ui/wordProblemWithoutRun';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import { problemOf } from '../util/problemOf';
import { type RevisionItem, revisionItems } from './revisionItem';
import { typedRevision } from './typedRevision';

export interface RevisionQuestion {
	readonly title: string;
	readonly refs: Refs;
	readonly history: CommitPage;
	/** A revision that is not to be chosen. */
	readonly except: string | undefined;
}

/** The list of a repo's revisions. */
export class RevisionBox extends Disposable {
	private readonly box = this.register(vscode.window.createQuickPick<RevisionItem>());
	private readonly work = this.register(new Latest());
	/** What is being worked on: the row that was chosen. */
	private working: RevisionItem['choice'] | undefined;
	private commits: readonly Commit[];
	private next: CommitPage['next'];
	/** Why more commits, or a revision that was typed, did not come; `isCut`: not all commits were looked through. */
	private failure:
		| { readonly of: RevisionItem['choice']; readonly words: string; readonly isCut: boolean }
		| undefined;
	private leave: (revision: string | undefined) => void = () => undefined;

	constructor(
		private readonly hub: Pick<RepoContents, 'commits'>,
		private readonly repo: RepoRef,
		private readonly question: RevisionQuestion,
	) {
		super();
		const { box } = this;
		this.commits = question.history.commits;
		this.next = question.history.next;
		box.title = question.title;
		box.placeholder = 'Choose a revision, or type the name of another or a commit’s id';
		box.matchOnDescription = true;
		// What was typed comes behind what it matches, and “Load More Commits” last. Not in the stable types.
		Object.assign(box, { sortByLabel: false });
		this.register(box.onDidChangeValue(() => this.typed()));
		this.register(box.onDidAccept(() => void this.accepted(box.activeItems[0]?.choice)));
		this.show();
	}

	ask(): Promise<string | undefined> {
		return new Promise(resolve => {
			this.leave = resolve;
			this.register(this.box.onDidHide(() => resolve(undefined)));
			this.box.show();
		});
	}

	private typed(): void {
		// An answer that comes for what was typed before is none for what is there now.
		if (this.working?.type === 'typed' && this.working.revision !== typedRevision(this.box.value)) {
			this.work.abort();
			this.rest();
		}
		// Enter is for what was typed, not for the row that was in front before.
		this.box.items = this.items();
	}

	/** Never rejects: what fails is said in the row that was chosen. */
	private async accepted(choice: RevisionItem['choice'] | undefined): Promise<void> {
		if (choice?.type === 'revision') {
			return this.leave(choice.revision);
		}
		if (choice?.type !== 'typed' && choice?.type !== 'more') {
			return;
		}
		if (this.working && isSame(this.working, choice)) {
			return;
		}
		this.working = choice;
		this.box.busy = true;
		this.failure = undefined;
		try {
			const done = await this.work.run(signal =>
				choice.type === 'typed' ? this.lookUp(choice.revision, signal) : this.loadMore(signal),
			);
			if (!done) {
				return;
			}
			done.value();
		} catch (error) {
			const problem = problemOf(error);
			const isCut = problem.code === 'revision.notFound' && problem.searched !== undefined;
			this.failure = { of: choice, words: withoutIcons(wordProblemWithoutRun(problem).title), isCut };
		}
		this.rest();
		this.show();
	}

	private rest(): void {
		this.working = undefined;
		this.box.busy = false;
	}

	/** Answers with what is then to be done, if it is still wanted. */
	private async lookUp(typed: string, signal: AbortSignal): Promise<() => void> {
		const { hub, repo, commits, next } = this;
		const known = { commits, ...(next && { next }) };
		const found = await findRevision(hub, repo, typed, { known, signal });
		return () => this.leave(found);
	}

	private async loadMore(signal: AbortSignal): Promise<() => void> {
		const page = await this.next?.(signal);
		return () => this.add(page);
	}

	/** Goes to the first of the commits that the page brings. */
	private add(page: CommitPage | undefined): void {
		this.next = page?.next;
		// Pages are counted from the latest commit: a new one moves what is known on to the next page.
		const known = new Set(this.commits.map(({ id }) => id));
		const more = (page?.commits ?? []).filter(({ id }) => !known.has(id));
		this.commits = [...this.commits, ...more];
		this.show();
		const item = this.box.items.find(
			({ choice }) => choice.type === 'revision' && choice.revision === more[0]?.id,
		);
		if (item) {
			this.box.activeItems = [item];
		}
	}

	private items(): readonly RevisionItem[] {
		const { refs, except } = this.question;
		return [...revisionItems(refs, this.commits, except), ...this.typedItems(), ...this.moreItems()];
	}

	/** Keeps the row that the user is on. */
	private show(): void {
		const active = this.box.activeItems[0]?.choice;
		const items = this.items();
		this.box.items = items;
		const again = items.find(({ choice }) => active && isSame(choice, active));
		if (again) {
			this.box.activeItems = [again];
		}
	}

	/** What is in the list is not offered once more. */
	private typedItems(): readonly RevisionItem[] {
		const { refs, except } = this.question;
		const name = typedRevision(this.box.value);
		const listed = [...refs.branches, ...refs.tags, ...refs.pullRequests].map(ref => ref.name);
		if (
			name === undefined ||
			name === except ||
			[...listed, ...this.commits.map(({ id }) => id)].includes(name)
		) {
			return [];
		}
		const of = this.failure?.of;
		const failure = of?.type === 'typed' && of.revision === name ? this.failure : undefined;
		return [
			separator('Another Revision'),
			{
				label: withoutIcons(`Revision “${name}”`),
				...(failure?.isCut && { description: 'A commit’s whole id is always taken' }),
				detail: failure?.words ?? 'A branch, a tag or a commit by its id',
				iconPath: new vscode.ThemeIcon(failure === undefined ? 'arrow-right' : 'error'),
				alwaysShow: true,
				choice: { type: 'typed', revision: name },
			},
		];
	}

	private moreItems(): readonly RevisionItem[] {
		if (!this.next) {
			return [];
		}
		const failure = this.failure?.of.type === 'more' ? this.failure.words : undefined;
		const { total } = this.question.history;
		const count = `the latest ${this.commits.length}${total === undefined ? '' : ` of ${total}`} are listed`;
		return [
			separator(''),
			{
				label: 'Load More Commits',
				description: count,
				...(failure !== undefined && { detail: failure }),
				iconPath: new vscode.ThemeIcon(failure === undefined ? 'arrow-down' : 'error'),
				alwaysShow: true,
				choice: { type: 'more' },
			},
		];
	}
}

function separator(label: string): RevisionItem {
	return { label, kind: vscode.QuickPickItemKind.Separator, choice: { type: 'none' } };
}

function isSame(one: RevisionItem['choice'], other: RevisionItem['choice']): boolean {
	return (
		one.type === other.type &&
		('revision' in one ? 'revision' in other && one.revision === other.revision : one.type === 'more')
	);
}
