import assert from 'node:assert/strict';
import { once } from 'node:events';
import http, { type IncomingMessage, type RequestListener } from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { BodyTap } from '../../../src/net/bodyTap';
import { pourBody } from '../../../src/net/pourBody';
import { selfSignedCertificate } from '../../faults/selfSignedCertificate';

const CONTENT = Buffer.from(
	Uint8Array.from({ length: 3_000_000 }, (_, i) => Math.imul(i, 2654435761) >>> 13),
);

/** How an answer is sent: its length, the sizes of its pieces over and over, and where its line breaks. */
interface Sending {
	readonly length: number;
	readonly pieces: readonly number[];
	readonly cut?: number;
	readonly noLength?: boolean;
}

describe('A body that is taken past the parser', function () {
	this.timeout(30_000);
	const certificate = selfSignedCertificate();
	let sending: Sending = { length: 0, pieces: [] };
	let open = 0;
	const answer: RequestListener = (_request, response) => {
		const { length, pieces, cut = length, noLength } = sending;
		response.writeHead(200, noLength ? {} : { 'Content-Length': length });
		const closed = new Promise(resolve => response.once('close', resolve));
		const send = async () => {
			for (let at = 0, turns = 0; at < cut; turns++) {
				const end = Math.min(cut, at + (pieces[turns % pieces.length] ?? cut));
				if (!response.write(CONTENT.subarray(at, end))) {
					await Promise.race([new Promise(resolve => response.once('drain', resolve)), closed]);
				}
				at = response.destroyed ? cut : end;
			}
			if (cut < length) {
				response.socket?.destroySoon();
			} else {
				response.end();
			}
		};
		void send();
	};
	const servers = {
		http: http.createServer(answer),
		https: https.createServer(certificate, answer),
	};
	before(async () => {
		for (const server of Object.values(servers)) {
			server.on('connection', (socket: net.Socket) => {
				open++;
				socket.on('close', () => open--);
			});
			server.listen(0, '127.0.0.1');
			await once(server, 'listening');
		}
	});
	after(() => {
		for (const server of Object.values(servers)) {
			server.close();
			server.closeAllConnections();
		}
	});
	const ask = async (scheme: 'http' | 'https', more: http.RequestOptions = {}) => {
		const { port } = servers[scheme].address() as AddressInfo;
		const tap = new BodyTap();
		const options = {
			agent: false,
			onread: tap.onread,
			ca: certificate.cert,
			rejectUnauthorized: false,
			...more,
		};
		const sent = { http, https }[scheme].get(`${scheme}://127.0.0.1:${port}/`, options);
		sent.once('socket', socket => tap.attach(socket));
		return new Promise<{ body: IncomingMessage; tap: BodyTap; isHeld: boolean }>((resolve, reject) => {
			sent.once('error', reject);
			sent.once('response', body => {
				body.on('error', () => undefined);
				sent.on('error', () => undefined);
				resolve({ body, tap, isHeld: tap.hold(body) });
			});
		});
	};
	/** Takes what comes, and waits before some of it is copied. */
	const taker = (waits: readonly boolean[]) => {
		const taken: Buffer[] = [];
		let count = 0;
		return {
			bytes: () => Buffer.concat(taken),
			take: (bytes: Buffer) => {
				if (!waits[count++ % waits.length]) {
					taken.push(Buffer.from(bytes));
					return undefined;
				}
				return turn().then(() => void taken.push(Buffer.from(bytes)));
			},
		};
	};
	const anyLength = fc.integer({ min: 1_100_000, max: CONTENT.length });
	const anyPieces = fc.array(
		fc.integer({ min: 1, max: 700_000 }).map(size => Math.max(size, 3_000)),
		{
			minLength: 1,
			maxLength: 5,
		},
	);
	const anyWaits = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 });

	for (const scheme of ['http', 'https'] as const) {
		it(`is whole over ${scheme}, however it comes and however long its taker takes`, () =>
			fc.assert(
				fc.asyncProperty(
					anyLength,
					anyPieces,
					anyWaits,
					fc.boolean(),
					async (length, pieces, waits, late) => {
						sending = { length, pieces };
						const { body, tap, isHeld } = await ask(scheme);
						assert.ok(isHeld);
						if (late) {
							await turn();
							await turn();
						}
						const { bytes, take } = taker(waits);
						await tap.pour(body, take);
						body.destroy();
						assert.ok(bytes().equals(CONTENT.subarray(0, length)));
					},
				),
				{ numRuns: 25 },
			));

		it(`fails over ${scheme} where the line breaks, after what came before`, () =>
			fc.assert(
				fc.asyncProperty(
					anyLength,
					anyPieces,
					anyWaits,
					fc.integer({ min: 1, max: 1_000_000 }),
					async (length, pieces, waits, cut) => {
						sending = { length, pieces, cut };
						const { body, tap } = await ask(scheme);
						const { bytes, take } = taker(waits);
						await assert.rejects(tap.pour(body, take));
						assert.ok(bytes().equals(CONTENT.subarray(0, bytes().length)));
						assert.ok(bytes().length <= cut);
					},
				),
				{ numRuns: 15 },
			));
	}

	it('fails with what its taker fails with, and its line is closed', async () => {
		sending = { length: CONTENT.length, pieces: [50_000] };
		const { body, tap } = await ask('http');
		await assert.rejects(
			tap.pour(body, () => Promise.reject(new Error('The disk is full'))),
			/disk is full/,
		);
		body.destroy();
		while (open > 0) {
			await turn();
		}
	});

	it('fails with what its line is closed with', async () => {
		sending = { length: CONTENT.length, pieces: [50_000] };
		const { body, tap } = await ask('http');
		const poured = tap.pour(body, () => undefined);
		body.destroy(new DOMException('No bytes in time', 'TimeoutError'));
		await assert.rejects(poured, { name: 'TimeoutError' });
	});

	it('leaves alone an answer that is short, has no length, or comes by somebody else’s socket', async () => {
		const { port } = servers.http.address() as AddressInfo;
		const others: ReadonlyArray<readonly [Sending, http.RequestOptions]> = [
			[{ length: 200_000, pieces: [70_000] }, {}],
			[{ length: 2_000_000, pieces: [70_000], noLength: true }, {}],
			[
				{ length: 2_000_000, pieces: [70_000] },
				{ agent: undefined, createConnection: () => net.connect(port, '127.0.0.1') },
			],
		];
		for (const [one, options] of others) {
			sending = one;
			const { body, isHeld } = await ask('http', options);
			assert.ok(!isHeld);
			const { bytes, take } = taker([true, false, false]);
			await pourBody(body, take);
			assert.ok(bytes().equals(CONTENT.subarray(0, one.length)));
		}
	});
});
