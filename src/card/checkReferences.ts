import type { Hub } from '../hub/hub';
import type { RepoRef } from '../shared/repoType';
import { problemOf } from '../util/problemOf';
import type { CardReference, CardTarget } from './cardReferences';

/** What became of a page: it is there, it is not, only this machine's network has it, or it could not be said, and why. */
export type PageState = 'there' | 'gone' | 'private' | { readonly unknown: string };

export interface ReferenceChecks {
	readonly hub: Pick<Hub, 'repo'>;
	/** Whether there is a file at a path from the card's folder on. */
	readonly hasFile: (path: string) => Promise<boolean>;
	readonly pageState: (url: string, signal: AbortSignal) => Promise<PageState>;
}

/** What is wrong with a target, and what to write in its place where that is known. */
export interface Broken {
	readonly message: string;
	readonly instead?: string;
}

/** At a time. */
const LANES = 4;

/** Asks about everything that a card leads to, each target once. What is all right has no entry. */
export async function checkReferences(
	references: readonly CardReference[],
	checks: ReferenceChecks,
	signal: AbortSignal,
	progress: (done: number, all: number) => void,
): Promise<ReadonlyMap<string, Broken>> {
	const targets = [...new Map(references.map(({ target }) => [targetKey(target), target])).entries()];
	const broken = new Map<string, Broken>();
	let next = 0;
	let done = 0;
	const lane = async () => {
		for (let entry = targets[next++]; entry; entry = targets[next++]) {
			const [key, target] = entry;
			const found = await checkTarget(target, checks, signal);
			if (found) {
				broken.set(key, found);
			}
			progress(++done, targets.length);
		}
	};
	await Promise.all(Array.from({ length: LANES }, lane));
	return broken;
}

/** Tells one target from another. */
export function targetKey(target: CardTarget): string {
	switch (target.kind) {
		case 'repo':
			return `repo ${target.repo.type} ${target.repo.id}`;
		case 'file':
			return `file ${target.path}`;
		case 'page':
			return `page ${target.url}`;
	}
}

async function checkTarget(
	target: CardTarget,
	{ hub, hasFile, pageState }: ReferenceChecks,
	signal: AbortSignal,
): Promise<Broken | undefined> {
	switch (target.kind) {
		case 'repo':
			return checkRepo(target.repo, hub, signal);
		case 'file':
			return (await hasFile(target.path)) ? undefined : { message: `There is no file ${target.path} here.` };
		case 'page':
			return brokenPage(await pageState(target.url, signal));
	}
}

function brokenPage(state: PageState): Broken | undefined {
	switch (state) {
		case 'there':
			return undefined;
		case 'gone':
			return { message: 'There is no such page.' };
		case 'private':
			return { message: 'Nobody else can open this page: it is on this machine or its network.' };
		default:
			return { message: `This page could not be checked. ${state.unknown}` };
	}
}

async function checkRepo(
	repo: RepoRef,
	hub: Pick<Hub, 'repo'>,
	signal: AbortSignal,
): Promise<Broken | undefined> {
	try {
		const { id } = await hub.repo(repo, signal);
		return id === repo.id ? undefined : { message: `It is called ${id} on the Hub.`, instead: id };
	} catch (error) {
		const problem = problemOf(error);
		if (problem.code !== 'repo.notFound') {
			throw error;
		}
		return {
			message: `There is no ${repo.type} ${repo.id} on the Hub, or it is private and not yours to see.`,
		};
	}
}
