import * as vscode from 'vscode';
import type { CardVerdict } from '../hub/facts';
import type { RepoType } from '../shared/repoType';
import { withSignal } from '../ui/withSignal';
import { problemOf } from '../util/problemOf';
import type { CardDeps } from './cardDeps';
import type { CardAnswers, CardText } from './cardLanguage';

/** Asks about everything that a card leads to, and has the Hub check its front matter. Nothing where it is no card. */
export async function askAboutCard(
	{ text, clone, hub }: CardText,
	folder: vscode.Uri,
	deps: CardDeps,
): Promise<CardAnswers | undefined> {
	const { knownCard } = await import('./cardLanguage');
	const { cardReferences } = await import('./cardReferences');
	const { checkReferences } = await import('./checkReferences');
	const { pageState } = await import('./pageState');
	const known = knownCard(text, clone);
	if (!known) {
		void vscode.window.showInformationMessage(
			'This README.md is not the card of a repo: its front matter has none of the fields that the Hub knows.',
		);
		return undefined;
	}
	const { card, type } = known;
	const checks = {
		hub: deps.hub,
		hasFile: (path: string) => hasFile(folder, path),
		pageState: (url: string, asked: AbortSignal) => pageState(url, asked),
	};
	return vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title: 'Checking the card', cancellable: true },
		(progress, cancellation) =>
			withSignal(cancellation, async signal => {
				// What fails ends the rest.
				const stop = new AbortController();
				const either = AbortSignal.any([signal, stop.signal]);
				try {
					const [broken, said] = await Promise.all([
						checkReferences(cardReferences(text, type, hub), checks, either, (done, all) =>
							progress.report({ message: `${done} of ${all} links and ids`, increment: 100 / all }),
						),
						verdictOf(deps, type, text, either),
					]);
					const yaml = text.slice(card.span.from, card.span.to);
					return { broken, ...(said && { verdict: { yaml, said } }) };
				} finally {
					stop.abort();
				}
			}),
	);
}

/** Nothing where the Hub does not check cards, as one of somebody's own may not. */
async function verdictOf(
	{ hub }: CardDeps,
	type: RepoType,
	text: string,
	signal: AbortSignal,
): Promise<CardVerdict | undefined> {
	try {
		return await hub.validateCard(type, text, signal);
	} catch (error) {
		const problem = problemOf(error);
		if (problem.code === 'server' && problem.status === 404) {
			return undefined;
		}
		throw error;
	}
}

async function hasFile(folder: vscode.Uri, path: string): Promise<boolean> {
	try {
		await vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, path));
		return true;
	} catch {
		return false;
	}
}
