import DOMPurify, { type Config } from 'dompurify';

/** What markdown and highlighting can give, and nothing that loads, runs, styles or sends anything. */
const CONFIG = {
	ALLOWED_TAGS: [
		...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'ul', 'ol', 'li', 'pre', 'code'],
		...['em', 'strong', 's', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'span'],
	],
	ALLOWED_ATTR: ['href', 'title', 'class', 'dir', 'start'],
	// Every attribute that is not named here would have to look like an address.
	ADD_URI_SAFE_ATTR: ['dir', 'start'],
	ALLOW_DATA_ATTR: false,
	ALLOW_ARIA_ATTR: false,
	RETURN_DOM_FRAGMENT: true,
} as const satisfies Config;

const WEB_LINK = /^https?:\/\//i;

/** The only way from HTML into the page. Links are kept that `links` matches, to http and https by default. */
export function sanitize(html: string, links = WEB_LINK): DocumentFragment {
	return DOMPurify.sanitize(html, { ...CONFIG, ALLOWED_URI_REGEXP: links });
}
