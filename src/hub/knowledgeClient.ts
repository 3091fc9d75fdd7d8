import type { RepoRef, RepoType } from '../shared/repoType';
import { ProblemError } from '../util/problemError';
import { isRecord } from '../util/isRecord';
import { answerError } from './answerError';
import type { RepoAt } from './contents';
import { ContentsClient } from './contentsClient';
import { datasetViewerUrl } from './datasetViewerUrl';
import type {
	CardVerdict,
	ColumnStatistics,
	DatasetRows,
	DatasetSplit,
	RepoFacts,
	RepoKnowledge,
	SpaceAction,
	SpaceVariable,
	WeightsHeader,
} from './facts';
import { followLog } from './followLog';
import { getJson } from './getJson';
import type { HubCaller } from './hubCaller';
import { parseRows, parseSplits, parseStatistics } from './parseDataset';
import { FACT_KEYS, parseFacts } from './parseFacts';
import { readEvents } from '../net/readEvents';
import { toProblem } from '../net/toProblem';
import { type LogEvent, parseLogEvent } from './parseLogEvent';
import { parseVerdict } from './parseVerdict';
import { readWeights } from './readWeights';
import { apiPath } from './repoPaths';

/** What a Space is doing while each of its logs is written, in the Hub's words. */
const WRITTEN: Readonly<Record<'run' | 'build', ReadonlySet<string>>> = {
	run: new Set(['RUNNING', 'RUNNING_BUILDING', 'APP_STARTING', 'RUNNING_APP_STARTING']),
	build: new Set(['BUILDING', 'RUNNING_BUILDING']),
};

/** What is known about single repos: mostly routes that the client package has no call for. */
export class KnowledgeClient extends ContentsClient implements RepoKnowledge {
	constructor(private readonly hub: HubCaller) {
		super(hub);
	}

	async facts(repo: RepoRef, signal: AbortSignal): Promise<RepoFacts> {
		const query = FACT_KEYS[repo.type].map(key => `expand[]=${key}`).join('&');
		const { body } = await getJson(this.hub, `${apiPath(repo)}?${query}`, { signal, repo: repo.id });
		const facts = parseFacts(repo, body);
		if (!facts) {
			throw new ProblemError({ code: 'protocol', detail: 'The Hub’s answer has no id.' });
		}
		return facts;
	}

	weights(at: RepoAt, path: string, signal: AbortSignal): Promise<WeightsHeader> {
		const question = { signal, repo: at.id, storage: true, file: { path, revision: at.revision } };
		return this.hub.askOnce(`weights ${at.type} ${at.id} ${at.revision} ${path}`, question, way =>
			readWeights(at, path, way),
		);
	}

	async splits(dataset: string, signal: AbortSignal): Promise<readonly DatasetSplit[]> {
		return parseSplits(await this.viewer('splits', { dataset }, signal));
	}

	async firstRows(
		dataset: string,
		{ config, split }: DatasetSplit,
		signal: AbortSignal,
	): Promise<DatasetRows> {
		return parseRows(await this.viewer('first-rows', { dataset, config, split }, signal));
	}

	async statistics(
		dataset: string,
		{ config, split }: DatasetSplit,
		signal: AbortSignal,
	): Promise<readonly ColumnStatistics[]> {
		return parseStatistics(await this.viewer('statistics', { dataset, config, split }, signal));
	}

	spaceSecrets(space: string, signal: AbortSignal): Promise<readonly SpaceVariable[]> {
		return this.names(space, 'secrets', signal);
	}

	spaceVariables(space: string, signal: AbortSignal): Promise<readonly SpaceVariable[]> {
		return this.names(space, 'variables', signal);
	}

	async controlSpace(space: string, action: SpaceAction, signal: AbortSignal): Promise<void> {
		const path = action === 'rebuild' ? 'restart?factory=true' : action;
		await this.hub.ask(
			{ signal, repo: space, permission: 'hub.write' },
			async ({ hubUrl, accessToken, fetch: fetchOne }) => {
				const response = await fetchOne(`${hubUrl}${apiPath({ type: 'space', id: space })}/${path}`, {
					method: 'POST',
					headers: { ...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }) },
				});
				if (!response.ok) {
					throw await answerError(response);
				}
				await response.body?.cancel();
			},
		);
	}

	spaceLog(
		space: string,
		log: 'run' | 'build',
		signal: AbortSignal,
		wanted?: (signal: AbortSignal) => Promise<void>,
	): AsyncIterable<string> {
		const repo = { type: 'space', id: space } as const;
		return followLog(
			{
				open: own => this.openLog(`${apiPath(repo)}/logs/${log}`, space, own),
				goesOn: async own => WRITTEN[log].has((await this.facts(repo, own)).space?.stage ?? ''),
				wanted,
				pause: this.hub.logPause,
			},
			signal,
		);
	}

	/** Answers when the log has begun. */
	private async openLog(path: string, space: string, signal: AbortSignal): Promise<AsyncIterable<LogEvent>> {
		const response = await this.hub.ask(
			{ signal, repo: space, permission: 'hub.write', endless: true },
			async ({ hubUrl, accessToken, fetch: fetchOne }) => {
				const answer = await fetchOne(`${hubUrl}${path}`, {
					headers: {
						Accept: 'text/event-stream',
						...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }),
					},
				});
				if (!answer.ok) {
					throw await answerError(answer);
				}
				if (!(answer.headers.get('Content-Type') ?? '').startsWith('text/event-stream')) {
					await answer.body?.cancel();
					throw new ProblemError({ code: 'protocol', detail: 'The answer is not a log.' });
				}
				return answer;
			},
		);
		return this.logEvents(response, signal);
	}

	private async *logEvents(response: Response, signal: AbortSignal): AsyncIterable<LogEvent> {
		try {
			for await (const data of readEvents(response)) {
				const event = parseLogEvent(data);
				if (event) {
					yield event;
				}
			}
		} catch (error) {
			const { host } = new URL(this.hub.hubUrl);
			throw new ProblemError(
				signal.aborted ? { code: 'cancelled' } : toProblem(error, { status: response.status, host }),
			);
		}
	}

	validateCard(type: RepoType, content: string, signal: AbortSignal): Promise<CardVerdict> {
		return this.hub.ask({ signal }, async ({ hubUrl, accessToken, fetch: fetchOne }) => {
			const response = await fetchOne(`${hubUrl}/api/validate-yaml`, {
				method: 'POST',
				headers: {
					'Content-Type': 'application/json',
					...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }),
				},
				body: JSON.stringify({ content, repoType: type }),
			});
			// What it would refuse is said with a status of its own.
			if (!response.ok && response.status !== 400) {
				throw await answerError(response);
			}
			return parseVerdict(await response.json());
		});
	}

	/** Only names and descriptions leave this function. */
	private async names(
		space: string,
		kind: 'secrets' | 'variables',
		signal: AbortSignal,
	): Promise<readonly SpaceVariable[]> {
		const path = `${apiPath({ type: 'space', id: space })}/${kind}`;
		const { body } = await getJson(this.hub, path, { signal, repo: space, permission: 'hub.write' });
		return Object.entries(isRecord(body) ? body : {}).map(([name, entry]) => {
			const description = isRecord(entry) ? entry.description : undefined;
			return { name, ...(typeof description === 'string' && description !== '' && { description }) };
		});
	}

	private async viewer(
		route: string,
		query: Readonly<Record<string, string>>,
		signal: AbortSignal,
	): Promise<unknown> {
		const url = `${datasetViewerUrl(this.hub.hubUrl)}/${route}?${new URLSearchParams(query).toString()}`;
		const { origin } = new URL(url);
		return (await getJson(this.hub, url, { signal, repo: query.dataset ?? '', origin })).body;
	}
}
