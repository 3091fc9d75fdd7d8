import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'mocha';
import type { RunRequest } from '../../../src/inference/runRequest';
import type { Output } from '../../../src/shared/output';
import { inferenceOn, record } from './runOnLoopback';
import { useMediaHub } from './useMediaHub';

describe('what the client package would drop, refuse or send past us', () => {
	const place = useMediaHub();

	const run = async (request: RunRequest): Promise<Output | undefined> => {
		const { events } = await record(inferenceOn(place.hub), request);
		return events.find(event => event.type === 'output')?.output;
	};
	const typesSent = () =>
		place.hub.traffic.requests
			.filter(({ method, host }) => method === 'POST' && host === 'router')
			.map(({ headers }) => headers['content-type']);

	it('sends a file as its bytes with its type', async () => {
		const { image, sound } = place.media;
		const classify = { task: 'image-classification', model: 'google/vit-base-patch16-224' } as const;
		await run({ ...classify, text: image.name, inputs: { image } });
		await run({
			task: 'audio-classification',
			model: 'superb/hubert-large-superb-er',
			text: sound.name,
			inputs: { audio: sound },
		});
		assert.deepEqual(typesSent(), ['image/png', 'audio/wav']);
	});

	it('sends the parameters of a file too', async () => {
		const { image, sound } = place.media;
		const one = await run({
			task: 'image-classification',
			model: 'google/vit-base-patch16-224',
			text: image.name,
			inputs: { image },
			parameters: { top_k: 1 },
		});
		assert.ok(one?.kind === 'labels' && one.labels.length === 1);
		const two = await run({
			task: 'audio-classification',
			model: 'superb/hubert-large-superb-er',
			text: sound.name,
			inputs: { audio: sound },
			parameters: { top_k: 2 },
		});
		assert.ok(two?.kind === 'labels' && two.labels.length === 2);
		const timed = await run({
			task: 'automatic-speech-recognition',
			model: 'openai/whisper-large-v3-turbo',
			text: sound.name,
			inputs: { audio: sound },
			parameters: { return_timestamps: true },
		});
		assert.ok(timed?.kind === 'transcript' && timed.chunks?.[0]?.start === 0);
		assert.deepEqual(typesSent(), ['application/json', 'application/json', 'application/json']);
	});

	it('embeds with a model for similarity, and compares with one for embeddings', async () => {
		const vector = await run({
			task: 'feature-extraction',
			model: 'sentence-transformers/all-MiniLM-L6-v2',
			text: 'a boat',
		});
		assert.ok(vector?.kind === 'vector');
		const vectors = await run({
			task: 'feature-extraction',
			model: 'sentence-transformers/all-MiniLM-L6-v2',
			text: 'a boat',
			inputs: { more: ['a ship', 'a boat'] },
		});
		assert.ok(vectors?.kind === 'vectors');
		assert.deepEqual(vectors.texts, ['a boat', 'a ship', 'a boat']);
		assert.deepEqual(vectors.vectors[2], vectors.vectors[0]);
		assert.deepEqual(vectors.vectors[0], vector.values);
		assert.notDeepEqual(vectors.vectors[1], vectors.vectors[0]);
		const alike = await run({
			task: 'sentence-similarity',
			model: 'BAAI/bge-small-en-v1.5',
			text: '',
			inputs: { sentences: ['a boat', 'a ship'] },
		});
		assert.equal(alike?.kind, 'similarity');
	});

	/** Each has a queue of its own kind; the paths are of the questions how far a job is, and of its cancelling, where there is one. */
	const QUEUES = [
		['text-to-image', 'black-forest-labs/FLUX.1-schnell', 'fal-ai', /\/status\?/, /^PUT .*\/cancel\?/],
		[
			'text-to-image',
			'black-forest-labs/FLUX.1-dev',
			'replicate',
			/\/predictions\/[^/]+$/,
			/^POST .*\/cancel$/,
		],
		[
			'text-to-image',
			'black-forest-labs/FLUX.1-dev',
			'wavespeed',
			/\/result$/,
			/^DELETE .*\/predictions\/[^/]+$/,
		],
		['text-to-video', 'Wan-AI/Wan2.2-T2V-A14B', 'together', /\/v2\/videos\/[^/]+$/],
		['text-to-video', 'Wan-AI/Wan2.2-T2V-A14B', 'novita', /\/task-result\?/],
		['text-to-image', 'zai-org/GLM-Image', 'zai-org', /\/async-result\//],
	] as const;
	/** Every request about the cancelling of a job. */
	const cancels = (route: RegExp) =>
		place.hub.traffic.requests.filter(({ method, path }) => route.test(`${method} ${path}`));

	for (const [task, model, provider, path, cancel] of QUEUES) {
		it(`tells that a job waits at ${provider}, and stops asking when the user stops: it is cancelled where that can be`, async () => {
			const stop = new AbortController();
			const request = { task, model, provider, text: 'a boat' };
			const ran = await record(inferenceOn(place.hub), request, stop.signal, event => {
				if (event.type === 'waiting') {
					stop.abort();
				}
			});
			const waits = ran.events.flatMap(event => (event.type === 'waiting' ? event.waiting?.why : []));
			assert.deepEqual(waits, cancel ? ['queued', 'cancelling'] : ['queued']);
			assert.deepEqual(ran.problem, { code: 'cancelled', job: cancel ? 'cancelled' : 'noCancelling' });
			if (cancel) {
				const [asked, ...others] = cancels(cancel);
				assert.deepEqual([asked?.host, asked?.token, others], ['router', 'fineGrainedInference', []]);
			}
			await place.hub.traffic.until(({ openRequests }) => openRequests === 0);
			assert.ok(!place.hub.traffic.requests.some(asked => path.test(asked.path)));
		});

		it(`closes the connection to ${provider} on which it asks how far a job is when the user stops`, async () => {
			const stop = new AbortController();
			place.hub.faults.always({ host: 'router', method: 'GET', path }, { kind: 'hang' });
			void place.hub.traffic
				.until(({ requests }) => requests.some(asked => path.test(asked.path)))
				.then(() => stop.abort());
			const request = { task, model, provider, text: 'a boat' };
			const { problem } = await record(inferenceOn(place.hub), request, stop.signal);
			assert.equal(problem?.code, 'cancelled');
			await place.hub.traffic.until(({ openRequests }) => openRequests === 0);
		});

		it(`asks ${provider} through our way out: each question is ours, and carries the one token`, async () => {
			await run({ task, model, provider, text: 'a boat' });
			const asked = place.hub.traffic.requests.filter(one => path.test(one.path));
			assert.ok(asked.length >= 2);
			for (const { token, headers } of asked) {
				assert.equal(token, 'fineGrainedInference');
				assert.match(headers['user-agent'] ?? '', /^hf-workbench\//);
			}
		});
	}

	const picture = {
		task: 'text-to-image',
		model: 'black-forest-labs/FLUX.1-schnell',
		provider: 'fal-ai',
		text: 'a boat',
	} as const;
	const jobs = () =>
		place.hub.traffic.requests.filter(({ method, host }) => method === 'POST' && host === 'router');

	const UNCANCELLED = [
		['status', { kind: 'status', name: 'internal' }],
		['status', { kind: 'status', name: 'unauthorized' }],
		['status', { kind: 'status', name: 'notFound' }],
		['connection', { kind: 'reset' }],
	] as const;
	for (const [what, fault] of UNCANCELLED) {
		it(`says that a job was not cancelled where the provider did not take the word for it: a ${what} (${'name' in fault ? fault.name : fault.kind})`, async () => {
			const stop = new AbortController();
			place.hub.faults.always({ host: 'router', method: 'PUT' }, fault);
			const ran = await record(inferenceOn(place.hub), picture, stop.signal, ({ type }) => {
				if (type === 'waiting') {
					stop.abort();
				}
			});
			assert.deepEqual(ran.problem, { code: 'cancelled', job: 'notCancelled' });
			await place.hub.traffic.until(({ openRequests }) => openRequests === 0);
			assert.equal(jobs().length, 1);
		});
	}

	for (const [model, provider, status] of [
		['black-forest-labs/FLUX.1-schnell', 'fal-ai', /\/status\?/],
		['black-forest-labs/FLUX.1-dev', 'replicate', /\/predictions\/[^/]+$/],
	] as const) {
		it(`says that a job of ${provider} was not cancelled that was done before the word for it came`, async () => {
			const stop = new AbortController();
			let pauses = 0;
			const pause = async () => {
				// At the second question it is done, of which we do not hear.
				if (++pauses === 2) {
					place.hub.faults.always({ host: 'router', method: 'GET', path: status }, { kind: 'stallBody' });
					const asked = () => place.hub.traffic.requests.filter(({ path }) => status.test(path)).length;
					void place.hub.traffic.until(() => asked() === 2).then(() => stop.abort());
				}
			};
			const request = { ...picture, model, provider };
			const { problem } = await record(inferenceOn(place.hub, { pause }), request, stop.signal);
			assert.deepEqual(problem, { code: 'cancelled', job: 'notCancelled' });
		});
	}

	for (const [model, provider, done] of [
		['black-forest-labs/FLUX.1-schnell', 'fal-ai', /\/fal-ai\/jobs\/requests\/[^/]+\?/],
		['black-forest-labs/FLUX.1-dev', 'replicate', /^\/made\//],
	] as const) {
		it(`cancels no job of ${provider} that is done already`, async () => {
			const stop = new AbortController();
			place.hub.faults.always({ host: 'router', method: 'GET', path: done }, { kind: 'hang' });
			void place.hub.traffic
				.until(({ requests }) => requests.some(asked => done.test(asked.path)))
				.then(() => stop.abort());
			const request = { ...picture, model, provider };
			const { problem } = await record(inferenceOn(place.hub), request, stop.signal);
			assert.deepEqual(problem, { code: 'cancelled' });
			assert.deepEqual(cancels(/cancel/), []);
		});
	}

	const FAULTS = [
		['the question how far a job is', /\/status/, { kind: 'status', name: 'internal' }, 'server'],
		['the question how far a job is', /\/status/, { kind: 'status', name: 'unauthorized' }, 'token.invalid'],
		['the question how far a job is', /\/status/, { kind: 'status', name: 'notFound' }, 'server'],
		['the question how far a job is', /\/status/, { kind: 'reset' }, 'network.offline'],
		['the result of a job', /\/fal-ai\/jobs\/requests\/[^/]+\?/, { kind: 'brokenJson' }, 'protocol'],
		['the file that was made', /^\/made\//, { kind: 'cutBody' }, 'stream.cut'],
	] as const;
	for (const [what, path, fault, code] of FAULTS) {
		it(`says what went wrong with ${what} for good (${'name' in fault ? fault.name : fault.kind}): ${code}; the job is not begun again`, async () => {
			const inference = inferenceOn(place.hub);
			place.hub.faults.always({ host: 'router', path }, fault);
			assert.equal((await record(inference, picture)).problem?.code, code);
			assert.equal(jobs().length, 1);
			place.hub.faults.clear();
			assert.equal((await record(inference, picture)).last?.type, 'finished');
		});
	}

	const PASSING = [
		['a status', { kind: 'status', name: 'badGateway' }],
		['a rate limit', { kind: 'status', name: 'rateLimited', seconds: 5 }],
		['a connection that breaks', { kind: 'reset' }],
		['half of an answer', { kind: 'cutBody' }],
	] as const;
	for (const [what, fault] of PASSING) {
		it(`asks again how far a job is, and for what it made, after ${what}: the job is paid for`, async () => {
			place.hub.faults.next({ host: 'router', path: /\/status/ }, fault);
			place.hub.faults.next({ host: 'router', path: /\/fal-ai\/jobs\/requests\/[^/]+\?/ }, fault);
			place.hub.faults.next({ host: 'router', path: /^\/made\// }, fault);
			const { last } = await record(inferenceOn(place.hub), picture);
			assert.equal(last?.type, 'finished', JSON.stringify(last));
			assert.equal(jobs().length, 1);
		});
	}

	it('says of a sound which types a provider takes', async () => {
		const sound = { ...place.media.sound, mimeType: 'audio/flac' };
		const { problem } = await record(inferenceOn(place.hub), {
			task: 'automatic-speech-recognition',
			model: 'openai/whisper-large-v3',
			provider: 'fal-ai',
			text: sound.name,
			inputs: { audio: sound },
		});
		assert.ok(problem?.code === 'input.invalid');
		assert.match(problem.detail, /supported content types are: audio\/mpeg/);
	});

	const REFUSED: ReadonlyArray<readonly [inputs: RunRequest['inputs'], detail: RegExp]> = [
		[undefined, /^Image is missing\.$/],
		[{ image: 'a text' }, /^Image must be a picture\.$/],
		[
			{ image: { uri: 'file:///gone/a.png', name: 'a.png', mimeType: 'image/png' } },
			/^a\.png can no longer be read\.$/,
		],
		[
			{ image: { uri: 'file:///a.wav', name: 'a.wav', mimeType: 'audio/wav' } },
			/^Image must be a picture\.$/,
		],
	];
	it('refuses a sound of 60 MB before it is read, or anything sent', async () => {
		const path = join(mkdtempSync(join(tmpdir(), 'hf-workbench-large-')), 'long.wav');
		try {
			writeFileSync(path, '');
			truncateSync(path, 60_000_000);
			const audio = { uri: pathToFileURL(path).href, name: 'long.wav', mimeType: 'audio/wav' };
			const { problem } = await record(inferenceOn(place.hub), {
				task: 'automatic-speech-recognition',
				model: 'openai/whisper-large-v3-turbo',
				text: '',
				inputs: { audio },
			});
			assert.deepEqual(problem, {
				code: 'input.fileTooLarge',
				file: 'long.wav',
				bytes: 60_000_000,
				most: 50_000_000,
			});
			assert.equal(place.hub.traffic.requests.length, 0);
		} finally {
			rmSync(dirname(path), { recursive: true });
		}
	});

	for (const [inputs, detail] of REFUSED) {
		it(`refuses ${JSON.stringify(inputs) ?? 'no picture'} before anything is sent`, async () => {
			const { problem } = await record(inferenceOn(place.hub), {
				task: 'image-to-text',
				model: 'Salesforce/blip-image-captioning-base',
				text: '',
				...(inputs && { inputs }),
			});
			assert.ok(problem?.code === 'input.invalid');
			assert.match(problem.detail, detail);
			assert.equal(place.hub.traffic.requests.length, 0);
		});
	}
});
