import MarkdownItParser, { type MarkdownIt } from 'markdown-it';

/** Only these become links; whatever else looks like one stays text. */
const LINK = /^https?:\/\//i;
const NOT_LINKED_BY_THEMSELVES = ['//', 'ftp:', 'mailto:'];
/** Blocks that take their direction from their own text. A list has one for all of its items. */
const OWN_DIRECTION = new Set([
	'paragraph_open',
	'heading_open',
	'bullet_list_open',
	'ordered_list_open',
	'th_open',
	'td_open',
]);

/**
 * The one configuration of markdown: no HTML, links to http and https alone, images as links to them, headings one
 * level down (the page has its own first one), and classes in place of style attributes, which the page's policy forbids.
 * `ownLink` makes links of others too: it answers with what such a link is to be, and nothing where that stays text.
 */
export function createMarkdown(ownLink: (href: string) => string | undefined = () => undefined): MarkdownIt {
	const markdown = new MarkdownItParser({ html: false, linkify: true });
	const normalize = markdown.normalizeLink.bind(markdown);
	markdown.normalizeLink = href => {
		const normal = normalize(href);
		return ownLink(normal) ?? normal;
	};
	markdown.validateLink = href => LINK.test(href.trim()) || ownLink(href) !== undefined;
	// “setup.py” and “main.rs” are files, however much they look like domains.
	markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
	NOT_LINKED_BY_THEMSELVES.forEach(schema => markdown.linkify.add(schema, null));
	markdown.core.ruler.push('page', ({ tokens }) => {
		let lists = 0;
		for (const token of tokens) {
			if (OWN_DIRECTION.has(token.type) && lists === 0) {
				token.attrSet('dir', 'auto');
			}
			if (/^(bullet|ordered)_list_/.test(token.type)) {
				lists += token.nesting;
			}
			if (token.type.startsWith('heading_')) {
				token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 1)}`;
			}
			const align = /^text-align:(\w+)$/.exec(String(token.attrGet('style') ?? ''))?.[1];
			if (align) {
				token.attrs = token.attrs?.filter(([name]) => name !== 'style') ?? null;
				token.attrJoin('class', `align-${align}`);
			}
		}
	});
	markdown.renderer.rules.image = (tokens, index, options, env, renderer) => {
		const image = tokens[index];
		const alt = markdown.utils.escapeHtml(
			renderer.renderInlineAsText(image?.children ?? [], options, env) || 'Image',
		);
		const insideLink = tokens.slice(0, index).reduce((depth, { type, nesting }) => {
			return type.startsWith('link_') ? depth + nesting : depth;
		}, 0);
		const href = markdown.utils.escapeHtml(String(image?.attrGet('src') ?? ''));
		return insideLink ? alt : `<a href="${href}" class="image">${alt}</a>`;
	};
	return markdown;
}
