/** A fenced code block of a markdown text; `language` is the first word after the fence, as the model wrote it. */
export interface CodeBlock {
	readonly language: string;
	/** Without the last line break. */
	readonly code: string;
}

const FENCE = /^([ \t]*)(`{3,}|~{3,})[ \t]*([^\s`]*)[^`]*$/;

/** The fenced code blocks, in order. One that is still open at the end counts: the answer may have been cut off in it. */
export function codeBlocks(markdown: string): readonly CodeBlock[] {
	const blocks: CodeBlock[] = [];
	let open: { fence: string; indent: string; language: string; lines: string[] } | undefined;
	const close = () => {
		if (open) {
			blocks.push({ language: open.language, code: open.lines.join('\n') });
			open = undefined;
		}
	};
	for (const line of markdown.split(/\r\n|\n|\r/)) {
		if (!open) {
			const [, indent = '', fence, language = ''] = FENCE.exec(line) ?? [];
			open = fence === undefined ? undefined : { fence, indent, language, lines: [] };
		} else if (closes(line, open.fence)) {
			close();
		} else {
			open.lines.push(withoutIndent(line, open.indent));
		}
	}
	close();
	return blocks;
}

/** Whether nothing but one code block is in the text. */
export function isOneCodeBlock(markdown: string): boolean {
	const lines = markdown.trim().split(/\r\n|\n|\r/);
	const [first = ''] = lines;
	const fence = FENCE.exec(first)?.[2];
	return (
		fence !== undefined && lines.findIndex((line, i) => i > 0 && closes(line, fence)) === lines.length - 1
	);
}

function closes(line: string, fence: string): boolean {
	const trimmed = line.trim();
	return trimmed.startsWith(fence) && trimmed === fence.charAt(0).repeat(trimmed.length);
}

/** A block in a list is indented with its item; the code itself is not. */
function withoutIndent(line: string, indent: string): string {
	let cut = 0;
	while (cut < indent.length && (line.charAt(cut) === ' ' || line.charAt(cut) === '\t')) {
		cut++;
	}
	return line.slice(cut);
}
