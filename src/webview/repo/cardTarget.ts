/** Where a link of a card leads to within its repo. */
export type CardTarget =
	| { readonly kind: 'file' | 'folder'; readonly path: string }
	| { readonly kind: 'heading'; readonly slug: string };

const LEADS_ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|[/\\?])/i;
const NOT_IN_NAMES = /[\\\u0000-\u001f\u007f]/;

/**
 * What a relative link of a card means: a file or a folder below the root, where the card is, or a heading of the card. Nothing
 * for what is no such link, leaves the repo or names what no file is called.
 */
export function cardTarget(href: string): CardTarget | undefined {
	if (href.startsWith('#')) {
		const slug = decoded(href.slice(1));
		return slug ? { kind: 'heading', slug } : undefined;
	}
	const path = LEADS_ELSEWHERE.test(href) ? undefined : decoded(href.replace(/[?#].*$/s, ''));
	// A scheme or a root may have been spelled by its codes.
	if (!path || LEADS_ELSEWHERE.test(path) || NOT_IN_NAMES.test(path)) {
		return undefined;
	}
	const segments = path.split('/');
	const names: string[] = [];
	for (const segment of segments) {
		if (segment === '..' && names.pop() === undefined) {
			return undefined;
		}
		if (!['', '.', '..'].includes(segment)) {
			names.push(segment);
		}
	}
	const isFolder = ['', '.', '..'].includes(segments.at(-1) ?? '');
	return { kind: isFolder ? 'folder' : 'file', path: names.join('/') };
}

function decoded(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}
