import * as vscode from 'vscode';
import type { CommandHandler } from '../commandId';
import type { Gated } from '../hub/repo';
import { isRepoType, type RepoRef } from '../shared/repoType';
import { guarded } from '../ui/guarded';
import { withSignal } from '../ui/withSignal';
import { isRecord } from '../util/isRecord';
import { isRepoId } from '../util/isRepoId';
import { askCopy } from './askCopy';
import { askName } from './askName';
import { makeRepo } from './makeRepo';
import { ownerAndName } from '../shared/ownerAndName';
import { performOnRepo } from './performOnRepo';
import type { ReposDeps } from './reposDeps';

export type RepoCommandId =
	| 'hfWorkbench.createRepo'
	| 'hfWorkbench.duplicateRepo'
	| 'hfWorkbench.renameRepo'
	| 'hfWorkbench.moveRepo'
	| 'hfWorkbench.repoSettings'
	| 'hfWorkbench.createBranch'
	| 'hfWorkbench.createTag'
	| 'hfWorkbench.deleteRef'
	| 'hfWorkbench.deleteRepo';

/** What can be done with a repo as a whole. Each takes a row of a view, or asks for a repo. */
export function repoCommands(deps: ReposDeps): Readonly<Record<RepoCommandId, CommandHandler>> {
	const { hub } = deps;
	const on: On = (title, act) => {
		return async row => {
			const repo = repoOf(row) ?? (await deps.chooseRepo(title));
			return repo && act(repo);
		};
	};
	const perform: Perform = (title, done, work) => performOnRepo(deps, title, done, work);
	const show = ({ type, id }: RepoRef) =>
		vscode.commands.executeCommand('hfWorkbench.showRepo', { type, id });
	const move = (repo: RepoRef, id: string) =>
		perform(`Moving ${repo.id}`, `${repo.id} is ${id} now.`, async signal => {
			await hub.moveRepo(repo, id, signal);
			await deps.gone(repo, id);
		});
	return guarded<RepoCommandId>(deps.log, {
		'hfWorkbench.createRepo': async () => {
			const repo = await makeRepo(deps);
			if (repo) {
				await show(repo);
			}
		},
		'hfWorkbench.duplicateRepo': on('Duplicate Repo', async repo => {
			const copy = await askCopy(repo, deps);
			if (copy) {
				const work = (signal: AbortSignal) => hub.duplicateRepo(repo, copy, signal);
				await perform(`Duplicating ${repo.id}`, `Duplicated ${repo.id} as ${copy.id}.`, work);
				await show({ type: repo.type, id: copy.id });
			}
		}),
		'hfWorkbench.renameRepo': on('Rename Repo', async repo => {
			const [owner, old] = ownerAndName(repo);
			const name = await askName(`Rename ${repo.id}`, old);
			return name === undefined || name === old ? undefined : move(repo, `${owner}/${name}`);
		}),
		'hfWorkbench.moveRepo': on('Move Repo to Another Owner', async repo => {
			const [owner, name] = ownerAndName(repo);
			const others = (await deps.owners()).filter(other => other !== owner);
			if (others.length === 0) {
				void vscode.window.showInformationMessage(
					`There is no other owner for ${repo.id}: your account belongs to no organization.`,
				);
				return undefined;
			}
			const picked = await vscode.window.showQuickPick(others, { title: `Move ${repo.id} to…` });
			return picked === undefined ? undefined : move(repo, `${picked}/${name}`);
		}),
		'hfWorkbench.repoSettings': on('Change Settings of a Repo', repo => changeSettings(repo, deps, perform)),
		...refCommands(deps, on, perform),
		'hfWorkbench.deleteRepo': on('Delete Repo', repo => deleteRepo(repo, deps, perform)),
	});
}

type On = (title: string, act: (repo: RepoRef) => Promise<unknown>) => CommandHandler;

function refCommands(
	deps: ReposDeps,
	on: On,
	perform: Perform,
): Readonly<Record<`hfWorkbench.${'createBranch' | 'createTag' | 'deleteRef'}`, CommandHandler>> {
	const { hub } = deps;
	return {
		'hfWorkbench.createBranch': on('Create Branch', async repo => {
			const from = await deps.pickRevision(repo, `Create Branch of ${repo.id} from…`);
			const name = from === undefined ? undefined : await askRef(`Create Branch of ${repo.id} from ${from}`);
			return from === undefined || name === undefined
				? undefined
				: perform(`Creating ${name}`, `Created the branch ${name}.`, signal =>
						hub.createBranch(repo, name, from, signal),
					);
		}),
		'hfWorkbench.createTag': on('Create Tag', async repo => {
			const at = await deps.pickRevision(repo, `Create Tag of ${repo.id} at…`);
			const name = at === undefined ? undefined : await askRef(`Create Tag of ${repo.id} at ${at}`);
			return at === undefined || name === undefined
				? undefined
				: perform(`Creating ${name}`, `Created the tag ${name}.`, signal =>
						hub.createTag(repo, name, at, signal),
					);
		}),
		'hfWorkbench.deleteRef': on('Delete Branch or Tag', repo => deleteRef(repo, deps, perform)),
	};
}

type Perform = (title: string, done: string, work: (signal: AbortSignal) => Promise<void>) => Promise<void>;

interface Change extends vscode.QuickPickItem {
	readonly change: { readonly isPrivate?: boolean; readonly gated?: Gated };
}

async function changeSettings(repo: RepoRef, { hub }: ReposDeps, perform: Perform): Promise<void> {
	const { private: isPrivate, gated } = await looking(repo, signal => hub.repo(repo, signal));
	const now = (value: boolean) => (value ? { description: 'now' } : {});
	const changes: readonly Change[] = [
		{
			label: 'Private',
			iconPath: new vscode.ThemeIcon('lock'),
			...now(isPrivate),
			change: { isPrivate: true },
		},
		{
			label: 'Public',
			iconPath: new vscode.ThemeIcon('globe'),
			...now(!isPrivate),
			change: { isPrivate: false },
		},
		...(repo.type === 'space'
			? []
			: [
					{ label: 'Not Gated', ...now(gated === false), change: { gated: false } as const },
					{ label: 'Gated: Accept Terms', ...now(gated === 'auto'), change: { gated: 'auto' } as const },
					{
						label: 'Gated: Ask for Access',
						...now(gated === 'manual'),
						change: { gated: 'manual' } as const,
					},
				]),
	];
	const picked = await vscode.window.showQuickPick(changes, { title: `Settings of ${repo.id}` });
	const pressed =
		picked?.change.isPrivate === false
			? await vscode.window.showWarningMessage(
					`Make ${repo.id} public?`,
					{ modal: true, detail: 'Everybody can then see it, with all of its history.' },
					'Make Public',
				)
			: 'yes';
	if (picked && pressed !== undefined) {
		await perform(`Changing ${repo.id}`, `${repo.id}: ${picked.label}.`, signal =>
			hub.changeRepo(repo, picked.change, signal),
		);
	}
}

/** The whole name has to be typed, as on the Hub: nothing brings a repo back. */
async function deleteRepo(repo: RepoRef, { hub, gone }: ReposDeps, perform: Perform): Promise<void> {
	const typed = await vscode.window.showInputBox({
		title: `Delete ${repo.id}`,
		prompt: `This cannot be undone. Type ${repo.id} to delete the ${repo.type} and all of its history.`,
		validateInput: text => (text === repo.id ? undefined : `Type ${repo.id}`),
	});
	if (typed === repo.id) {
		await perform(`Deleting ${repo.id}`, `Deleted ${repo.id}.`, async signal => {
			await hub.deleteRepo(repo, signal);
			await gone(repo, undefined);
		});
	}
}

async function deleteRef(repo: RepoRef, { hub }: ReposDeps, perform: Perform): Promise<void> {
	const { branches, tags } = await looking(repo, signal => hub.refs(repo, signal));
	const items = [
		...branches
			.filter(({ name }) => name !== 'main')
			.map(({ name }) => ({ label: name, iconPath: new vscode.ThemeIcon('git-branch'), isTag: false })),
		...tags.map(({ name }) => ({ label: name, iconPath: new vscode.ThemeIcon('tag'), isTag: true })),
	];
	const picked = await vscode.window.showQuickPick(items, { title: `Delete a Branch or Tag of ${repo.id}` });
	const pressed =
		picked &&
		(await vscode.window.showWarningMessage(
			`Delete ${picked.isTag ? 'the tag' : 'the branch'} ${picked.label} of ${repo.id}?`,
			{ modal: true, detail: 'Commits that are in no other branch go with it.' },
			'Delete',
		));
	if (picked && pressed === 'Delete') {
		await perform(`Deleting ${picked.label}`, `Deleted ${picked.label}.`, signal =>
			picked.isTag ? hub.deleteTag(repo, picked.label, signal) : hub.deleteBranch(repo, picked.label, signal),
		);
	}
}

/** Looks up what a question is about; the user may stop it. */
async function looking<T>({ id }: RepoRef, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
	return vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title: `Looking at ${id}`, cancellable: true },
		(_, cancellation) => withSignal(cancellation, work),
	);
}

async function askRef(title: string): Promise<string | undefined> {
	const name = await vscode.window.showInputBox({
		title,
		prompt: 'Name',
		validateInput: text =>
			/^(?!refs\/)[\w][\w./-]*$/.test(text) && !/\.\.|\/\/|[./]$/.test(text)
				? undefined
				: 'Letters, digits, dots, dashes and slashes, as git takes them.',
	});
	return name?.trim();
}

function repoOf(row: unknown): RepoRef | undefined {
	const repo = isRecord(row) && isRecord(row.repo) ? row.repo : isRecord(row) ? row : {};
	return isRepoType(repo.type) && typeof repo.id === 'string' && isRepoId(repo.id)
		? { type: repo.type, id: repo.id }
		: undefined;
}
