import { createHash } from 'node:crypto';
import type { RunRequest } from '../inference/runRequest';
import { isRecord } from '../util/isRecord';
import { readRequest } from './readRequest';
import type { Run } from './run';

/** What tells an exported run from any other JSON. */
const FORMAT = 'hf-workbench.run';

/** A run with all that it takes to judge it and to do it again. `request` is the whole one, with what was said before. */
export function exportedRun(
	run: Run,
	request: RunRequest,
	revision: string | undefined,
	fileHashes: FileHashes = {},
): object {
	const { model, provider, startedAt, state, metrics, output, check } = run;
	const { parameters, seed } = { parameters: request.parameters ?? {}, seed: request.parameters?.seed };
	return {
		format: FORMAT,
		version: 1,
		task: request.task,
		model,
		provider: provider ?? null,
		// Providers do not say which revision they serve; this is the one that the Hub had at the export.
		revisionAtExport: revision ?? null,
		parameters,
		seed: seed ?? null,
		inputSha256: inputHash(request, fileHashes),
		startedAt: new Date(startedAt).toISOString(),
		timings: {
			durationMs: metrics?.durationMs ?? null,
			firstTokenMs: metrics?.firstTokenMs ?? null,
			tokensPerSecond: metrics?.tokensPerSecond ?? null,
		},
		usage: metrics?.usage ?? null,
		costUsd: metrics?.cost ?? null,
		state,
		...(check && { check }),
		output: output ?? null,
		request,
	};
}

/** SHA-256 of what is in the files that a run was given, by the names of its inputs. */
export type FileHashes = Readonly<Record<string, string>>;

/** SHA-256 of all that the model was given, in one order of its keys: the same input has the same hash, wherever its files are. */
export function inputHash(
	{ text, inputs = {}, instruction, attachments, earlier, system, schema, tools }: RunRequest,
	fileHashes: FileHashes = {},
): string {
	const given = Object.keys(inputs)
		.sort()
		.map(name => [name, fileHashes[name] ?? inputs[name]]);
	const input = {
		text,
		...(given.length > 0 && { given }),
		prompt: instruction?.prompt,
		attachments,
		earlier,
		system,
		schema,
		tools,
	};
	return createHash('sha256').update(JSON.stringify(input)).digest('hex');
}

/** The request of an exported run, with the provider that served it; nothing if the text is no exported run. */
export function readExportedRun(text: string): RunRequest | undefined {
	try {
		const value: unknown = JSON.parse(text);
		if (!isRecord(value) || value.format !== FORMAT) {
			return undefined;
		}
		const request = readRequest(value.request);
		const { provider } = value;
		return request && { ...request, ...(typeof provider === 'string' && { provider }) };
	} catch {
		return undefined;
	}
}
