import type { Env } from 'markdown-it';
import type { FrameTask } from '../frameLoop';
import type { TextBuffer } from '../textBuffer';
import { BlockSplitter, type Piece } from './blockSplitter';
import { CodeBlock, type CodeHost } from './codeBlock';
import { createMarkdown } from './createMarkdown';
import { referenceLabels } from './referenceLabels';
import { sanitize } from './sanitize';
import { withoutUnsettledLine } from './unsettledLine';

type References = NonNullable<Env['references']>;

/** Blocks that were rendered together, and for what links they may be waiting. */
interface Group {
	readonly element: HTMLElement;
	readonly source: string;
}

/** Finished blocks one after another. The browser leaves sections out of view aside, and looks at each in every frame. */
interface Section {
	readonly element: HTMLElement;
	/** CSS pixels, guessed until it is first seen. */
	height: number;
}

/** Height of a line and characters in it from which the height of a section is guessed. */
const LINE_HEIGHT = 20;
const LINE_LENGTH = 80;
/** CSS pixels above which a section is full: some screens, so that even the longest answer has few. */
const SECTION_HEIGHT = 3_000;
/** What is unfinished is drawn again at most this many times less often than drawing it takes. */
const TAIL_SHARE = 5;

/**
 * Shows markdown that grows. Blocks that are finished are rendered once and stay; only what comes after them is drawn
 * again. (A block with a reference to a link that is defined further down is rendered again when that definition comes.)
 */
export class MarkdownStream implements FrameTask {
	readonly element = document.createElement('div');
	private readonly markdown = createMarkdown();
	private readonly tail = document.createElement('div');
	private splitter = new BlockSplitter(this.markdown);
	private references: References = {};
	private waiting = new Map<string, Group[]>();
	private section: Section | undefined;
	private fence: CodeBlock | undefined;
	private position = 0;
	private generation: number;
	/** A carriage return whose line feed may come next. */
	private carriageReturn = '';
	private drawn = '';
	private drawAfter = 0;
	private isEnded = false;

	constructor(
		private readonly buffer: TextBuffer,
		private readonly code: CodeHost,
		private readonly isComplete: () => boolean,
	) {
		this.generation = buffer.generation;
		this.element.className = 'markdown';
		this.tail.className = 'markdown-tail';
		// Only what is finished is read aloud, once.
		this.tail.setAttribute('aria-live', 'off');
		this.element.append(this.tail);
	}

	work(deadline: number): boolean {
		this.read();
		for (let piece = this.splitter.next(); piece; piece = this.splitter.next()) {
			this.add(piece);
			if (performance.now() >= deadline) {
				return true;
			}
		}
		return this.drawTail();
	}

	/** Takes over what has arrived. */
	private read(): void {
		const { buffer } = this;
		if (this.generation !== buffer.generation || (this.isEnded && buffer.length > this.position)) {
			this.reset();
		}
		if (buffer.length > this.position) {
			const text = this.carriageReturn + buffer.since(this.position);
			this.position = buffer.length;
			this.carriageReturn = text.endsWith('\r') ? '\r' : '';
			this.splitter.push(text.slice(0, text.length - this.carriageReturn.length).replace(/\r\n?/g, '\n'));
		}
		if (!this.isEnded && this.isComplete()) {
			this.isEnded = true;
			this.splitter.push(this.carriageReturn && '\n');
			this.splitter.end();
		}
	}

	private reset(): void {
		this.generation = this.buffer.generation;
		this.position = 0;
		this.carriageReturn = '';
		this.isEnded = false;
		this.splitter = new BlockSplitter(this.markdown);
		this.references = {};
		this.waiting.clear();
		this.section = undefined;
		this.fence = undefined;
		this.drawn = '';
		this.tail.replaceChildren();
		this.element.replaceChildren(this.tail);
	}

	private add(piece: Piece): void {
		switch (piece.kind) {
			case 'blocks':
				this.addBlocks(piece.source, piece.definitions);
				break;
			case 'fence':
				this.fence = new CodeBlock(this.markdown.utils.unescapeAll(piece.info), this.code);
				this.fence.element.setAttribute('aria-live', 'off');
				this.addFinished(this.fence.element, LINE_HEIGHT);
				break;
			case 'code':
				this.fence?.append(piece.text);
				this.grow(guessHeight(piece.text));
				break;
			case 'fenceEnd':
				this.fence?.finish();
				this.fence = undefined;
				break;
		}
	}

	private addBlocks(source: string, definitions: readonly string[]): void {
		if (!source.trim()) {
			return;
		}
		const element = document.createElement('div');
		const group = { element, source };
		element.className = 'markdown-group';
		const isNew = definitions.filter(label => !(label in this.references));
		this.render(group);
		this.addFinished(element, guessHeight(source));
		for (const label of referenceLabels(this.markdown, source)) {
			if (!(label in this.references)) {
				this.waiting.set(label, [...(this.waiting.get(label) ?? []), group]);
			}
		}
		const resolved = new Set(isNew.flatMap(label => this.waiting.get(label) ?? []));
		isNew.forEach(label => this.waiting.delete(label));
		resolved.forEach(earlier => this.render(earlier));
	}

	private addFinished(element: HTMLElement, height: number): void {
		// It stood in the tail until now, and must not be seen twice.
		this.tail.replaceChildren();
		this.drawn = '';
		if (!this.section || this.section.height > SECTION_HEIGHT) {
			this.section = { element: document.createElement('div'), height: 0 };
			this.section.element.className = 'markdown-section';
			this.tail.before(this.section.element);
		}
		this.section.element.append(element);
		this.grow(height);
	}

	private grow(height: number): void {
		if (this.section) {
			this.section.height += height;
			this.section.element.style.containIntrinsicBlockSize = `auto ${this.section.height}px`;
		}
	}

	private render({ element, source }: Group): void {
		element.replaceChildren(this.toNodes(source, { references: this.references }));
	}

	private toNodes(source: string, env: Env): DocumentFragment {
		const fragment = sanitize(this.markdown.render(source, env));
		for (const pre of fragment.querySelectorAll('pre')) {
			const code = pre.querySelector('code');
			const language = /(?:^| )language-(\S+)/.exec(code?.className ?? '')?.[1];
			pre.replaceWith(CodeBlock.whole(language ?? '', code?.textContent ?? '', this.code).element);
		}
		return fragment;
	}

	/** Draws what is unfinished; answers whether that has to wait for a later frame. */
	private drawTail(): boolean {
		const { rest } = this.splitter;
		if (this.fence) {
			this.fence.showPartial(/^ {0,3}[`~]+$/.test(rest) ? '' : rest);
			return false;
		}
		const text = this.isEnded ? '' : withoutUnsettledLine(rest);
		if (text === this.drawn) {
			return false;
		}
		const started = performance.now();
		if (started < this.drawAfter) {
			return true;
		}
		// Definitions that are not finished must not be kept.
		const references = Object.create(this.references) as References;
		this.tail.replaceChildren(this.toNodes(text, { references }));
		this.drawn = text;
		this.drawAfter = started + (performance.now() - started) * TAIL_SHARE;
		return false;
	}
}

function guessHeight(source: string): number {
	const lines = source.split('\n').reduce((sum, { length }) => sum + Math.ceil(length / LINE_LENGTH), 0);
	return Math.max(1, lines) * LINE_HEIGHT;
}
