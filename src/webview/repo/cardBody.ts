import type { RepoParts } from '../../shared/repoPage';
import { createMarkdown } from '../markdown/createMarkdown';
import { sanitize } from '../markdown/sanitize';
import { cardHref } from './cardHref';
import { cardTarget } from './cardTarget';
import { headingId } from './headingId';
import { headingSlugs } from './headingSlugs';

/** The forms that `cardHref` answers in, beside the addresses that every page links to. */
const LINKS = /^(?:https?:\/\/|\.\/|#)/i;
const HEADINGS = 'h2, h3, h4, h5, h6';

const markdown = createMarkdown(cardHref);
/** A card is rendered once: a page draws itself anew whenever a line of a log comes. */
const rendered = new WeakMap<object, DocumentFragment>();

/** The markdown of a card, whose relative links lead to files of the repo and to its own headings. */
export function cardBody(card: RepoParts['card']): HTMLElement {
	const fragment = rendered.get(card) ?? renderCard(card.markdown);
	rendered.set(card, fragment);
	const body = document.createElement('div');
	body.className = 'markdown';
	body.append(fragment.cloneNode(true));
	return body;
}

function renderCard(source: string): DocumentFragment {
	const fragment = sanitize(markdown.render(source), LINKS);
	nameHeadings(fragment);
	makeScrollable(fragment);
	return fragment;
}

/** A link to a heading that there is not has nowhere to lead, and is text. */
function nameHeadings(fragment: DocumentFragment): void {
	const headings = [...fragment.querySelectorAll<HTMLElement>(HEADINGS)];
	const slugs = headingSlugs(headings.map(({ textContent }) => textContent));
	for (const [index, heading] of headings.entries()) {
		heading.id = headingId(slugs[index] ?? '');
		heading.tabIndex = -1;
	}
	const known = new Set(slugs);
	for (const link of fragment.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
		const target = cardTarget(link.getAttribute('href') ?? '');
		if (target?.kind !== 'heading' || !known.has(target.slug)) {
			link.replaceWith(...link.childNodes);
		}
	}
}

/** What is wider than the page is scrolled by itself, by the keyboard too. */
function makeScrollable(fragment: DocumentFragment): void {
	for (const code of fragment.querySelectorAll('pre')) {
		code.tabIndex = 0;
	}
	for (const table of fragment.querySelectorAll('table')) {
		const frame = document.createElement('div');
		frame.className = 'table';
		frame.tabIndex = 0;
		frame.role = 'group';
		frame.ariaLabel = 'Table';
		table.replaceWith(frame);
		frame.append(table);
	}
}
