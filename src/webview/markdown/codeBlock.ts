import type { CodeAction } from '../../shared/protocol';
import { ChunkedText } from '../chunkedText';
import { highlight, languageName } from './highlight';

/** What a block's buttons do; without `insert` there is no document to insert into. */
export interface CodeHost {
	readonly canInsert: boolean;
	readonly run: (action: CodeAction, code: string) => void;
}

/** Characters up to which code is highlighted while it grows, and at all. */
const LIVE_SIZE = 6_000;
const HIGHLIGHTED_SIZE = 50_000;
/** Milliseconds for which a pressed button shows that it has done its work. */
const DONE_TIME = 1_200;

/** A block of code with its language, its buttons, and room to grow. */
export class CodeBlock {
	readonly element = document.createElement('div');
	private readonly code = document.createElement('code');
	private readonly growing = document.createElement('span');
	private readonly partial = document.createElement('span');
	private chunks = new ChunkedText(this.growing);
	private readonly parts: string[] = [];
	private size = 0;
	private readonly language: string;

	/** `info` is what stands after the opening fence. */
	constructor(info: string, host: CodeHost) {
		this.language = info.trim().split(/[\s,{]/)[0] ?? '';
		const name = languageName(this.language);
		this.element.className = 'code-block';
		this.element.setAttribute('role', 'group');
		this.element.setAttribute('aria-label', name ? `${name} code` : 'Code');
		this.growing.className = 'code-growing';
		this.partial.className = 'code-partial';
		this.code.append(this.growing, this.partial);
		const pre = document.createElement('pre');
		// It scrolls sideways, so the keyboard must get there.
		pre.tabIndex = 0;
		pre.append(this.code);
		this.element.append(
			codeHeader(name, host, () => this.source),
			pre,
		);
	}

	/** A block whose code is known from the beginning. */
	static whole(info: string, code: string, host: CodeHost): CodeBlock {
		const block = new CodeBlock(info, host);
		block.parts.push(code);
		block.size = code.length;
		block.partial.remove();
		if (block.size > HIGHLIGHTED_SIZE || !block.show(block.code)) {
			block.chunks.append(code);
		}
		return block;
	}

	get source(): string {
		return this.parts.join('');
	}

	append(text: string): void {
		this.parts.push(text);
		this.size += text.length;
		this.partial.textContent = '';
		if (this.size > LIVE_SIZE || !this.show(this.growing)) {
			this.chunks.append(text);
		}
	}

	/** Shows the beginning of a line that is still arriving. */
	showPartial(text: string): void {
		if (this.partial.textContent !== text) {
			this.partial.textContent = text;
		}
	}

	/** The code is complete. */
	finish(): void {
		this.partial.remove();
		if (this.size <= HIGHLIGHTED_SIZE) {
			this.show(this.code);
		}
	}

	/** Puts the highlighted code into `target`; answers whether it could. */
	private show(target: Element): boolean {
		const highlighted = highlight(this.source, this.language);
		if (highlighted) {
			target.replaceChildren(highlighted);
			this.chunks = new ChunkedText(this.growing);
		}
		return highlighted !== undefined;
	}
}

function codeHeader(name: string, { canInsert, run }: CodeHost, source: () => string): HTMLElement {
	const header = document.createElement('div');
	header.className = 'code-header';
	const label = document.createElement('span');
	label.className = 'code-language';
	label.textContent = name;
	header.append(
		label,
		codeButton('copy', 'Copy Code', () => run('copy', source())),
	);
	if (canInsert) {
		header.append(
			codeButton('insert', 'Insert Code at Cursor', () => run('insert', source())),
			codeButton('diff', 'Apply…', () => run('apply', source())),
		);
	}
	return header;
}

function codeButton(iconName: string, label: string, press: () => void): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'icon-button';
	button.title = label;
	button.setAttribute('aria-label', label);
	const icon = document.createElement('span');
	icon.className = `codicon codicon-${iconName}`;
	icon.setAttribute('aria-hidden', 'true');
	button.append(icon);
	button.addEventListener('click', () => {
		press();
		icon.className = 'codicon codicon-check';
		setTimeout(() => (icon.className = `codicon codicon-${iconName}`), DONE_TIME);
	});
	return button;
}
