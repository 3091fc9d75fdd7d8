import type { IncomingMessage } from 'node:http';
import type { OnReadOpts, Socket } from 'node:net';
import { finished } from 'node:stream/promises';
import type { TakePiece } from './operation';

/** What the socket is read into, in bytes; a body that is no longer than a few of these is not worth it. */
const PIECE = 128 * 1024;

/**
 * Takes a long body from its socket past Node's HTTP parser, which puts every 64 KiB into two buffers of their own: that was
 * half of the time of a download, and all of the heap is collected anew for every 64 MiB of them. The headers, and what of
 * the body comes along with them, go through the parser as ever. Where the socket is somebody else's, as with a proxy, it
 * never reads into this, and the answer is read as any other.
 */
export class BodyTap {
	private readonly pieces = [Buffer.allocUnsafeSlow(PIECE), Buffer.allocUnsafeSlow(PIECE)] as const;
	/** The one that is being taken. Over TLS more may come although reading was stopped; it goes into the other one. */
	private busy: Uint8Array | undefined;
	private socket: Socket | undefined;
	private isRead = false;
	private isHeld = false;
	/** Nothing is handed on now: what comes all the same waits in `early`. */
	private isWaiting = true;
	private readonly early: Buffer[] = [];
	private left = 0;
	private going: Promise<void> | undefined;
	private take: TakePiece = () => undefined;
	private end: () => void = () => undefined;
	private fail: (error: unknown) => void = () => undefined;

	/** How the socket is to be read. */
	readonly onread: OnReadOpts = {
		buffer: () => this.pieces[this.busy === this.pieces[0] ? 1 : 0],
		callback: (length, piece) => this.read(piece, length),
	};

	/** The socket that was opened with `onread`, or another one that was open before. */
	attach(socket: Socket): void {
		this.socket = socket;
	}

	/** To be called at once when the headers have come; says whether the body is to be taken from here. */
	hold(answer: IncomingMessage): boolean {
		const { 'content-length': length = '', 'transfer-encoding': encoding } = answer.headers;
		const isWhole = answer.statusCode === 200 || answer.statusCode === 206;
		const isLong = /^\d+$/.test(length) && Number(length) > 4 * PIECE && encoding === undefined;
		this.isHeld = isWhole && isLong && this.isRead && this.socket?.readableLength === 0;
		this.left = this.isHeld ? Number(length) : 0;
		return this.isHeld;
	}

	/** Hands the body on to its end. Its line is of no use to anybody else then, and whoever asked is to destroy it. */
	async pour(body: IncomingMessage, take: TakePiece): Promise<void> {
		// What has come along with the headers is in the body only when their event is over.
		await Promise.resolve();
		const taken = new Promise<void>((resolve, reject) => {
			this.take = take;
			this.end = resolve;
			this.fail = reject;
			const parsed = body.read() as Buffer | null;
			if (parsed) {
				this.early.unshift(parsed);
			}
			this.going = this.goOn();
		});
		// Of a body that is taken past it, the stream only ever ends before its time. What has come until then still counts.
		const broken = finished(body).catch(async (error: unknown) => {
			await this.going;
			throw error;
		});
		try {
			await Promise.race([taken, broken]);
		} finally {
			this.left = 0;
		}
	}

	/** Answers with whether more may be read at once. */
	private read(piece: Uint8Array, length: number): boolean {
		const bytes = Buffer.from(piece.buffer, piece.byteOffset, length);
		this.isRead = true;
		if (!this.isHeld) {
			return this.socket?.push(Buffer.from(bytes)) ?? false;
		}
		if (this.left === 0) {
			return false;
		}
		if (this.isWaiting) {
			this.early.push(Buffer.from(bytes));
			return false;
		}
		const waiting = this.give(bytes);
		if (waiting || this.left === 0) {
			this.busy = piece;
			this.going = this.goOn(waiting);
			return false;
		}
		return true;
	}

	private async goOn(waiting?: Promise<void>): Promise<void> {
		this.isWaiting = true;
		try {
			await waiting;
			this.busy = undefined;
			for (let bytes = this.early.shift(); bytes && this.left > 0; bytes = this.early.shift()) {
				await this.give(bytes);
			}
		} catch (error) {
			this.fail(error);
			return;
		}
		if (this.left === 0) {
			this.end();
			return;
		}
		this.isWaiting = false;
		this.socket?.resume();
	}

	private give(bytes: Buffer): Promise<void> | undefined {
		const own = bytes.subarray(0, this.left);
		this.left -= own.length;
		return this.take(own);
	}
}
