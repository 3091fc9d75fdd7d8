import { ChunkedText } from './chunkedText';
import type { FrameTask } from './frameLoop';
import type { TextBuffer } from './textBuffer';

/** Characters that are put into the page before the clock is looked at again. */
const STEP = 65_536;

/** Shows a growing text as it is, with all of its white space. */
export class PlainTextStream implements FrameTask {
	readonly element = document.createElement('div');
	private chunks = new ChunkedText(this.element);
	private position = 0;
	private generation: number;

	constructor(private readonly buffer: TextBuffer) {
		this.generation = buffer.generation;
		this.element.className = 'plain-text';
		this.element.dir = 'auto';
	}

	work(deadline: number): boolean {
		if (this.generation !== this.buffer.generation) {
			this.generation = this.buffer.generation;
			this.position = 0;
			this.element.replaceChildren();
			this.chunks = new ChunkedText(this.element);
		}
		const text = this.buffer.since(this.position);
		let done = 0;
		while (done < text.length && performance.now() < deadline) {
			const part = text.slice(done, done + STEP);
			this.chunks.append(part);
			done += part.length;
		}
		this.position += done;
		return done < text.length;
	}
}
