/** Text that only grows, read from where a reader left off. Neither appending nor reading copies what was there before. */
export class TextBuffer {
	private parts: string[] = [];
	private size = 0;
	private replaced = 0;

	get length(): number {
		return this.size;
	}

	/** Counts how often the text was replaced; a reader's offset is of no use in another generation. */
	get generation(): number {
		return this.replaced;
	}

	append(text: string): void {
		if (text) {
			this.parts.push(text);
			this.size += text.length;
		}
	}

	/** Makes the whole text `text`; a continuation of the text so far is appended, so that readers can go on. */
	assign(text: string): void {
		const known = this.toString();
		if (text.startsWith(known)) {
			this.append(text.slice(known.length));
			return;
		}
		this.parts = text ? [text] : [];
		this.size = text.length;
		this.replaced++;
	}

	/** The text from the UTF-16 offset `start` to the end. */
	since(start: number): string {
		let missing = this.size - start;
		const newest: string[] = [];
		for (let index = this.parts.length - 1; index >= 0 && missing > 0; index--) {
			const part = this.parts[index] ?? '';
			newest.push(missing < part.length ? part.slice(-missing) : part);
			missing -= part.length;
		}
		return newest.reverse().join('');
	}

	toString(): string {
		if (this.parts.length > 1) {
			this.parts = [this.parts.join('')];
		}
		return this.parts[0] ?? '';
	}
}
