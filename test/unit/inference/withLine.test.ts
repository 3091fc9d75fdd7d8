import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { after, before, describe, it } from 'mocha';
import type { RunRequest } from '../../../src/inference/runRequest';
import { createInference } from '../../../src/inference/createInference';
import { openOperation } from '../../../src/net/openOperation';
import { record } from './runOnLoopback';

const request: RunRequest = { task: 'conversational', model: 'o/m', provider: 'groq', text: 'Hello' };
const event = (chunk: object) => `data: ${JSON.stringify(chunk)}\n\n`;
const END = event({ choices: [{ index: 0, delta: { content: 'Hi' }, finish_reason: 'stop' }] });

/** A provider that does what no test of ours should have to wait for the loopback Hub to do. */
describe('a line to a provider with manners of its own', () => {
	let server: Server;
	let answer: (response: ServerResponse) => Promise<void>;
	let closed: Promise<unknown>;

	before(async () => {
		server = createServer((incoming, response) => {
			incoming.resume();
			if (incoming.method === 'GET') {
				response.writeHead(404).end();
				return;
			}
			closed = once(response, 'close');
			response.writeHead(200, { 'Content-Type': 'text/event-stream' });
			void answer(response);
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
	});
	after(() => {
		server.closeAllConnections();
		server.close();
	});

	const run = (stallTimeout = 10_000) => {
		const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const inference = createInference({
			endpoints: { hub: origin, router: origin },
			credentials: async () => ({ value: `hf_${'a'.repeat(34)}`, name: 'test', origins: [origin] }),
			openOperation,
			providerPolicy: () => 'auto',
			billTo: () => undefined,
			stallTimeout,
		});
		return record(inference, request);
	};

	it('is closed when the provider keeps it open after the end', async () => {
		answer = async response => void response.write(`${END}data: [DONE]\n\n`);
		assert.equal((await run()).last?.type, 'finished');
		await closed;
	});

	it('is closed when the provider writes on after an error', async () => {
		answer = async response => void response.write(event({ object: 'error', message: 'It broke' }) + END);
		assert.deepEqual((await run()).problem, { code: 'server', status: 500, detail: 'It broke' });
		await closed;
	});

	it('is no reason for alarm while comments come', async () => {
		answer = async response => {
			for (let beats = 0; beats < 80; beats++) {
				response.write(': keep-alive\n\n');
				await delay(10);
			}
			response.end(`${END}data: [DONE]\n\n`);
		};
		const { content, last } = await run(500);
		assert.equal(last?.type, 'finished', JSON.stringify(last));
		assert.equal(content, 'Hi');
	}).timeout(20_000);

	it('has an end without [DONE], once the model has said why it ended', async () => {
		answer = async response => void response.end(END);
		assert.equal((await run()).last?.type, 'finished');
	});

	it('is cut where its last event has no end: the client package drops that one without a word', async () => {
		answer = async response => void response.end(END.trimEnd());
		assert.deepEqual((await run()).problem, { code: 'stream.cut' });
	});

	it('is not understood where an event is no JSON, and what came before is kept', async () => {
		answer = async response => {
			response.end(`${event({ choices: [{ index: 0, delta: { content: 'Hi' } }] })}data: {"choices":\n\n`);
		};
		const { problem, content } = await run();
		assert.deepEqual(problem, { code: 'protocol', detail: 'The answer is not valid JSON.' });
		assert.equal(content, 'Hi');
	});

	for (const [name, end] of [
		['carriage returns', '\r'],
		['both', '\r\n'],
	] as const) {
		it(`may end its lines with ${name}`, async () => {
			answer = async response => void response.end(END.replaceAll('\n', end));
			const { last, content } = await run();
			assert.equal(last?.type, 'finished', JSON.stringify(last));
			assert.equal(content, 'Hi');
		});
	}

	it('says what a provider reports with status 200 as its first event, in forms that the client package lets pass', async () => {
		for (const chunk of [{ error_message: 'It broke' }, { object: 'error', message: 'It broke' }]) {
			answer = async response => void response.end(event(chunk));
			assert.deepEqual((await run()).problem, { code: 'server', status: 500, detail: 'It broke' });
		}
	});

	for (const [name, written] of [
		['as it is', ''],
		['with blanks', ' : '],
	] as const) {
		it(`takes an error that is null for none beside an answer, however the chunks are cut: ${name}`, async () => {
			const chunk = { choices: [{ index: 0, delta: { content: '"error":null' } }], error: null };
			const text = `${event(chunk)}${END.replace('{', '{"error":null,')}data: [DONE]\n\n`;
			const sent = written === '' ? text : text.replaceAll(/"error":(?=null)/g, `"error"${written}`);
			answer = async response => {
				for (const byte of Buffer.from(sent)) {
					response.write(Buffer.of(byte));
					await new Promise(resolve => setImmediate(resolve));
				}
				response.end();
			};
			const { content, last } = await run();
			assert.equal(last?.type, 'finished', JSON.stringify(last));
			assert.equal(content, '"error":nullHi');
		});
	}

	it('passes on an error chunk that has nothing to say as a failure', async () => {
		answer = async response => void response.end(event({ error: null }));
		assert.deepEqual((await run()).problem, { code: 'server', status: 500 });
	});
});
