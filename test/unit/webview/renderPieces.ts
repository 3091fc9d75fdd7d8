import { BlockSplitter } from '../../../src/webview/markdown/blockSplitter';
import { createMarkdown } from '../../../src/webview/markdown/createMarkdown';

/** Renders `source` part by part as the splitter finishes it, arriving in deltas of `sizes` characters, over and over. */
export function renderPieces(source: string, sizes: readonly number[], part = 4_096): string {
	const markdown = createMarkdown();
	const { escapeHtml } = markdown.utils;
	const splitter = new BlockSplitter(markdown, { window: 16_384, part });
	const blocks: Array<string | { readonly source: string }> = [];
	const drain = () => {
		for (let piece = splitter.next(); piece; piece = splitter.next()) {
			switch (piece.kind) {
				case 'blocks':
					blocks.push(piece);
					break;
				case 'fence':
					blocks.push(openingTag(markdown.utils.unescapeAll(piece.info).trim(), escapeHtml));
					break;
				case 'code':
					blocks.push(escapeHtml(piece.text));
					break;
				case 'fenceEnd':
					blocks.push('</code></pre>\n');
			}
		}
	};
	for (let at = 0, turn = 0; at < source.length; turn++) {
		const size = sizes[turn % sizes.length] ?? 1;
		splitter.push(source.slice(at, at + size));
		at += size;
		drain();
	}
	splitter.end();
	drain();
	const env = {};
	// Once to find every definition, and once to use them.
	const render = () =>
		blocks.map(block => (typeof block === 'string' ? block : markdown.render(block.source, env))).join('');
	render();
	return render();
}

function openingTag(info: string, escapeHtml: (text: string) => string): string {
	const language = info.split(/\s+/)[0];
	return language ? `<pre><code class="language-${escapeHtml(language)}">` : '<pre><code>';
}
