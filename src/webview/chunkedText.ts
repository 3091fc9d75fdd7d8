const MOST_LINES = 200;
const MOST_CHARACTERS = 65_536;

/**
 * Plain text that grows, in blocks of at most some hundred lines: laying out what is appended costs the same however long
 * the text is. A line end between two blocks is in neither of them.
 */
export class ChunkedText {
	private chunk: Text | undefined;
	private lines = 0;
	/** A line end that is only written once something comes after it, within a block. */
	private lineEnd = '';

	constructor(private readonly parent: Element) {}

	append(text: string): void {
		let rest = text;
		while (rest) {
			if (!this.chunk || this.isFull(this.chunk)) {
				this.chunk = this.addChunk();
			}
			const length = this.lengthThatFits(rest, this.chunk);
			const part = rest.slice(0, length);
			const isLine = part.endsWith('\n');
			this.chunk.appendData(this.lineEnd + (isLine ? part.slice(0, -1) : part));
			this.lineEnd = isLine ? '\n' : '';
			rest = rest.slice(length);
		}
	}

	private isFull({ length }: Text): boolean {
		const atLineEnd = this.lineEnd !== '';
		return (
			length >= MOST_CHARACTERS || (atLineEnd && (this.lines >= MOST_LINES || length >= MOST_CHARACTERS / 2))
		);
	}

	/** As many whole lines as there is room for, or a part of one that is longer than that. */
	private lengthThatFits(text: string, chunk: Text): number {
		const most = MOST_CHARACTERS - chunk.length;
		let length = 0;
		while (this.lines < MOST_LINES && length < Math.min(most, text.length)) {
			const end = text.indexOf('\n', length) + 1 || text.length;
			if (end > most) {
				return length || most + Number(isHighSurrogate(text.charCodeAt(most - 1)));
			}
			if (text[end - 1] !== '\n') {
				return end;
			}
			length = end;
			this.lines++;
		}
		return length;
	}

	private addChunk(): Text {
		const block = document.createElement('span');
		block.className = 'text-chunk';
		const text = document.createTextNode('');
		block.append(text);
		this.parent.append(block);
		this.lines = 0;
		this.lineEnd = '';
		return text;
	}
}

function isHighSurrogate(code: number): boolean {
	return code >= 0xd800 && code <= 0xdbff;
}
