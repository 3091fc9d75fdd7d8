import { byteSize } from '../shared/byteSize';
import type { ProblemCode, ProblemOf } from '../shared/problem';
import { checkToken } from './checkToken';
import { durationWords } from './durationWords';
import type { ProblemWords } from './problemWords';
import { REMEDIES } from './remedies';
import type { Remedy } from './remedy';
import { sentences } from './sentences';

type Codes = Extract<
	ProblemCode,
	| `${'model' | 'billing' | 'input' | 'settings' | 'stream'}.${string}`
	| 'credits'
	| 'rateLimited'
	| 'loading'
	| 'interrupted'
>;

const runWith = (label: string, change: Readonly<Record<string, unknown>>): Remedy => ({
	label,
	command: 'hfWorkbench.runWith',
	args: [change],
});

/** Why a model did not answer, or not to the end, in words. */
export const RUN_PROBLEM_WORDS: { readonly [C in Codes]: (problem: ProblemOf<C>) => ProblemWords } = {
	'model.noProvider': ({ model, provider, servedBy = [], similar = [], unsent, maySend }) => ({
		title: provider ? `${provider} does not serve ${model}.` : `No provider serves ${model}.`,
		explanation: `${unsent ? 'Nothing was sent. ' : ''}Choose another model, or look at the providers that you have enabled on the Hub.`,
		remedies: [
			...servedBy.map(name => runWith(`Run at ${name}`, { provider: name })),
			...similar.map(name => runWith(`Run ${name}`, { model: name })),
			REMEDIES.runWith,
			...(maySend ? [runWith('Send Anyway', { unlisted: true })] : []),
			{ label: 'Inference Providers', url: 'https://huggingface.co/settings/inference-providers' },
		],
	}),
	'model.wrongTask': ({ model, task }) => ({
		title: `${model} does not do this task.`,
		explanation: `Its providers do not offer ${task}. Choose another model.`,
		remedies: [REMEDIES.runWith],
	}),
	'model.deprecated': ({ model, provider }) => ({
		title: `${model} is no longer served.`,
		explanation: `${provider ?? 'Its provider'} has withdrawn it. Choose another model.`,
		remedies: [REMEDIES.runWith],
	}),
	'billing.organization': ({ organization, user, tokenId }) => ({
		title: `${organization} does not pay for ${user}.`,
		explanation: `It is not one of the organizations of ${user} that can pay. Choose who pays for runs here.`,
		remedies: [REMEDIES.billTo, REMEDIES.switchToken, ...checkToken(tokenId)],
	}),
	credits: ({ detail }) => ({
		title: 'The credits are used up.',
		explanation: sentences(detail, 'Buy credits, wait for the next month, or bill an organization.'),
		remedies: [{ label: 'Open Billing', url: 'https://huggingface.co/settings/billing' }, REMEDIES.billTo],
	}),
	rateLimited: ({ resetSeconds }) => ({
		title: 'Too many requests.',
		explanation:
			resetSeconds === undefined
				? 'The rate limit is reached. Wait a few minutes and try again.'
				: `The rate limit is reached. It is lifted in ${durationWords(resetSeconds)}.`,
		remedies: [REMEDIES.runAgain],
	}),
	loading: ({ estimatedSeconds }) => ({
		title: 'The model is still loading.',
		explanation:
			estimatedSeconds === undefined
				? 'Try again in a minute.'
				: `Its provider expects it to take ${durationWords(estimatedSeconds)}. Try again then.`,
		remedies: [REMEDIES.runAgain, REMEDIES.runWith],
	}),
	'input.invalid': ({ detail }) => ({
		title: 'The model refused the input.',
		explanation: sentences(detail, 'Change the selection or the parameters, or use another model.'),
		remedies: [REMEDIES.runWith],
	}),
	'settings.invalid': ({ detail }) => ({
		title: 'The question was not sent.',
		explanation: sentences(detail, 'Change it in the chat’s settings and send again.'),
		remedies: [],
	}),
	'input.tooLong': ({ detail }) => ({
		title: 'The input is too long for this model.',
		explanation: sentences(detail, 'Select less text, or use a model with a longer context.'),
		remedies: [REMEDIES.runWith],
	}),
	'input.fileTooLarge': ({ file, bytes, most }) => ({
		title: `${file} is too large.`,
		explanation: `It has ${byteSize(bytes)}; a run takes files of up to ${byteSize(most)}. Nothing was sent. Make it smaller, or use a part of it.`,
		remedies: [],
	}),
	'stream.cut': () => ({
		title: 'The answer was cut off.',
		explanation: 'The connection ended before the model had finished. What arrived is kept.',
		remedies: [REMEDIES.runAgain, REMEDIES.runWith],
	}),
	'stream.stalled': ({ seconds }) => ({
		title: 'The answer stopped coming.',
		explanation: `Nothing came for ${durationWords(seconds)}, so the connection was closed. What arrived is kept.`,
		remedies: [REMEDIES.runAgain, REMEDIES.runWith],
	}),
	interrupted: () => ({
		title: 'The run was interrupted.',
		explanation: 'The window was reloaded or closed while the answer was coming. What arrived is kept.',
		remedies: [REMEDIES.runAgain],
	}),
};
