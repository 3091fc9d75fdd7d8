import type { RepoRef, RepoType } from '../shared/repoType';
import { isRepoId } from '../util/isRepoId';
import { parseRepoRef } from '../util/parseRepoRef';
import { readCard, type Span } from './cardDocument';
import { CARD_FIELDS } from './cardFields';

/** Something that a card leads to. */
export type CardTarget =
	| { readonly kind: 'repo'; readonly repo: RepoRef }
	| { readonly kind: 'file'; readonly path: string }
	| { readonly kind: 'page'; readonly url: string };

export type CardReference = Span & { readonly target: CardTarget };

/** Links, pictures, definitions of links, addresses in angle brackets, and those of HTML. */
const LINKS = [
	/\]\(\s*<?([^\s)<>]+)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/dg,
	/^[ \t]{0,3}\[[^\]]+\]:[ \t]*<?([^\s<>]+)>?/dgm,
	/<(https?:\/\/[^\s<>]+)>/dg,
	/\b(?:href|src)\s*=\s*["']([^"'\s]+)["']/dg,
];
const CODE = /^(```|~~~)[\s\S]*?^\1[ \t]*$|`[^`\n]*`/gm;

/** Everything that a card leads to, in order. `hub` is the Hub's own address. */
export function cardReferences(text: string, type: RepoType, hub: string): readonly CardReference[] {
	const card = readCard(text);
	const fields = CARD_FIELDS[type];
	const ids = (card?.entries ?? []).flatMap(({ name, values }): readonly CardReference[] => {
		const field = Object.hasOwn(fields, name) ? fields[name]?.value : undefined;
		return field?.kind === 'repo'
			? values
					.filter(({ text: id }) => isRepoId(id))
					.map(({ from, to, text: id }) => ({
						from,
						to,
						target: { kind: 'repo', repo: { type: field.of, id } },
					}))
			: [];
	});
	const start = card?.end ?? 0;
	// Code is blanked, so that all places stay.
	const body = text.slice(start).replace(CODE, code => code.replace(/[^\n]/g, ' '));
	const links = LINKS.flatMap(link => [...body.matchAll(link)]).flatMap(match => {
		const [from, to] = match.indices?.[1] ?? [0, 0];
		const target = targetOf(match[1] ?? '', hub);
		return target ? [{ from: start + from, to: start + to, target }] : [];
	});
	return [...ids, ...links].sort((one, other) => one.from - other.from);
}

function targetOf(link: string, hub: string): CardTarget | undefined {
	if (/^https?:\/\//i.test(link)) {
		return URL.canParse(link) ? pageTarget(link, hub) : undefined;
	}
	// Within the page, or by another way than the web's.
	if (link.startsWith('#') || /^[a-z][a-z0-9+.-]*:/i.test(link) || link.startsWith('//')) {
		return undefined;
	}
	try {
		const path = decodeURIComponent(link.replace(/[?#].*$/, ''));
		return path === '' || path.startsWith('/') ? undefined : { kind: 'file', path };
	} catch {
		return undefined;
	}
}

/** The Hub's pages about a repo, not those about something else. */
function pageTarget(link: string, hub: string): CardTarget {
	const repo = parseRepoRef(link, hub);
	const isRepo =
		repo?.id.includes('/') &&
		!/^(?:docs|papers|blog|collections|learn|tasks|join|settings|organizations|posts|api|new|chat|spaces|datasets|models)\//.test(
			repo.id,
		);
	return repo && isRepo ? { kind: 'repo', repo } : { kind: 'page', url: link };
}
