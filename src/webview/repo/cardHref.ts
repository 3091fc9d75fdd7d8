import { cardTarget } from './cardTarget';

/** A link of a card that stays in its repo, in its one form: `./docs/notes.md`, `./docs/` for a folder, `#heading`. */
export function cardHref(href: string): string | undefined {
	const target = cardTarget(href);
	if (!target || target.kind === 'heading') {
		return target && `#${encodeURIComponent(target.slug)}`;
	}
	const path = target.path.split('/').map(encodeURIComponent).join('/');
	return `./${path}${target.kind === 'folder' && path !== '' ? '/' : ''}`;
}
