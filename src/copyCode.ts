import * as vscode from 'vscode';
import type { Hub } from './hub/hub';
import type { Snippet, SnippetSubject } from './inference/snippets/snippet';
import type { Results } from './results/results';
import { runArgument } from './results/runArgument';
import { modelArgument } from './trees/modelArgument';
import { offerSnippets } from './ui/offerSnippets';
import type { Settings } from './ui/settings';
import { withSignal } from './ui/withSignal';

export interface CopyCodeDeps {
	readonly hub: Pick<Hub, 'model'>;
	readonly results: Pick<Results, 'runs'>;
	readonly settings: Pick<Settings, 'billTo'>;
	/** Loads the generators, which nothing else needs. */
	makeSnippets(subject: SnippetSubject): Promise<readonly Snippet[]>;
}

/** Offers code that does what a run did, or that runs a model of the sidebar; without an argument, the run in front. */
export async function copyCode(deps: CopyCodeDeps, argument: unknown): Promise<void> {
	const runId = runArgument(argument);
	const model = runId === undefined ? modelArgument(argument) : undefined;
	const subject = model === undefined ? await ofRun(deps, runId) : await ofModel(deps, model);
	if (subject) {
		await offerSnippets(subject.model, await deps.makeSnippets(subject));
	} else {
		void vscode.window.showInformationMessage('Run a model first, or choose one in the sidebar.');
	}
}

async function ofRun(
	{ results, settings, hub }: CopyCodeDeps,
	id: string | undefined,
): Promise<SnippetSubject | undefined> {
	await results.runs.load();
	const run = id === undefined ? results.runs.selected : results.runs.get(id);
	if (!run) {
		return undefined;
	}
	// With what was said before: a later question of a conversation makes no sense alone.
	const request = results.runs.wholeRequest(run);
	const { model } = run;
	const { task } = request;
	const provider = request.provider ?? run.provider ?? 'auto';
	// Other providers know models by names of their own, which only the Hub tells.
	const isKnown = task === 'conversational' || provider === 'hf-inference' || provider === 'auto';
	const offers = isKnown ? [] : ((await lookUp(hub, model)).providers ?? []);
	return {
		model,
		pipelineTag: task === 'conversational' ? 'text-generation' : task,
		provider,
		providerId: offers.find(offer => offer.provider === provider)?.providerId ?? model,
		billTo: settings.billTo,
		request,
	};
}

async function ofModel({ hub, settings }: CopyCodeDeps, id: string): Promise<SnippetSubject> {
	const { pipelineTag = '', providers = [] } = await lookUp(hub, id);
	const live = providers.find(({ status }) => status === 'live');
	const isChat = live?.task === 'conversational';
	return {
		model: id,
		pipelineTag: isChat ? 'text-generation' : (live?.task ?? pipelineTag),
		provider: isChat ? 'auto' : (live?.provider ?? 'auto'),
		providerId: live?.providerId ?? id,
		billTo: settings.billTo,
	};
}

function lookUp(hub: Pick<Hub, 'model'>, id: string): ReturnType<Hub['model']> {
	return Promise.resolve(
		vscode.window.withProgress(
			{ location: vscode.ProgressLocation.Notification, title: `Looking up ${id}`, cancellable: true },
			(_, cancellation) => withSignal(cancellation, signal => hub.model(id, signal)),
		),
	);
}
