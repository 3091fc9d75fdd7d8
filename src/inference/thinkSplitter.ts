import type { DeltaChannel } from '../shared/protocol';

const OPEN = '<think>';
const CLOSE = '</think>';

type Place = 'start' | 'reasoningStart' | 'reasoning' | 'contentStart' | 'content';

/**
 * Takes inline reasoning out of an answer: `<think>…</think>` at its very beginning, as models give it whose providers
 * do not. Later tags are left alone, because people ask about code that has them. However the text is cut into pieces,
 * the two channels are the same; blanks around the tags belong to neither.
 */
export class ThinkSplitter {
	private place: Place = 'start';
	/** What may be the beginning of a tag, or the blanks before one. */
	private held = '';

	constructor(private readonly emit: (channel: DeltaChannel, text: string) => void) {}

	push(text: string): void {
		if (this.place === 'content') {
			this.emit('content', text);
			return;
		}
		let rest = text;
		while (rest !== '') {
			rest = this.step(rest);
		}
	}

	/** Lets go of what was held back for a tag that never came. */
	end(): void {
		if (this.held !== '') {
			this.emit(this.place === 'reasoning' ? 'reasoning' : 'content', this.held);
			this.held = '';
		}
	}

	/** Takes a piece as far as the next change of place, and returns what lies behind it. */
	private step(text: string): string {
		switch (this.place) {
			case 'start':
				return this.beforeAnswer(text);
			case 'reasoningStart':
				return this.skipBlanks(text, 'reasoning');
			case 'reasoning':
				return this.inReasoning(text);
			case 'contentStart':
				return this.skipBlanks(text, 'content');
			case 'content':
				this.emit('content', text);
				return '';
		}
	}

	private beforeAnswer(text: string): string {
		this.held += text;
		const begun = this.held.trimStart();
		if (begun.length < OPEN.length && OPEN.startsWith(begun)) {
			return '';
		}
		const taken = this.held;
		this.held = '';
		if (begun.startsWith(OPEN)) {
			this.place = 'reasoningStart';
			return begun.slice(OPEN.length);
		}
		this.place = 'content';
		return taken;
	}

	private skipBlanks(text: string, next: Place): string {
		const rest = text.trimStart();
		if (rest !== '') {
			this.place = next;
		}
		return rest;
	}

	private inReasoning(text: string): string {
		const all = this.held + text;
		const close = all.indexOf(CLOSE);
		const end = close >= 0 ? close : all.length - partOfClose(all);
		if (end > 0) {
			this.emit('reasoning', all.slice(0, end));
		}
		if (close < 0) {
			this.held = all.slice(end);
			return '';
		}
		this.held = '';
		this.place = 'contentStart';
		return all.slice(close + CLOSE.length);
	}
}

/** How many characters at the end of `text` may be the beginning of the closing tag. */
function partOfClose(text: string): number {
	for (let length = Math.min(CLOSE.length - 1, text.length); length > 0; length--) {
		if (CLOSE.startsWith(text.slice(-length))) {
			return length;
		}
	}
	return 0;
}
