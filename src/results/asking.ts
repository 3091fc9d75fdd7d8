import type { RunRequest } from '../inference/runRequest';
import { askInstruction } from '../inference/askInstruction';
import type { FromPage } from '../shared/protocol';
import { maskAccessTokens } from '../util/maskAccessTokens';
import { readSettings } from './chatSettings';
import type { Drafts } from './drafts';
import type { Run, RunPlace } from './run';

export type Ask = Extract<FromPage, { readonly type: 'ask' }>;

/** A question of the page's as a run to start. Throws a `ProblemError` where its settings cannot be used. */
export function asking(
	run: Run,
	first: Run,
	{ place, text, settings }: Ask,
	drafts: Pick<Drafts, 'peek'>,
): { readonly request: RunRequest; readonly place: RunPlace } {
	const told = readSettings(settings);
	if (place === 'after') {
		return {
			request: {
				task: 'conversational',
				text: '',
				instruction: askInstruction(text),
				...told,
				...drafts.peek(run),
			},
			place: { parent: run.id },
		};
	}
	const { task, model, provider, text: input, source, attachments, earlier } = run.request;
	return {
		request: {
			task,
			model,
			text: input,
			...(provider !== undefined && { provider }),
			...(source && { source }),
			...(attachments && { attachments }),
			...(earlier && { earlier }),
			...told,
			...asked(run.request, text),
		},
		place: run === first ? { twin: run.twin ?? run.id } : run.place,
	};
}

/** An instruction that is asked as it was keeps its short name; without one, the text was the question. */
function asked({ instruction }: RunRequest, text: string): Partial<RunRequest> {
	if (!instruction) {
		return { text: maskAccessTokens(text) };
	}
	return { instruction: instruction.prompt === text.trim() ? instruction : askInstruction(text) };
}
