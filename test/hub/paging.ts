import { HubError } from './hubError';

const cursorPattern = /^offset:(\d+)$/;

/** The position that an opaque cursor stands for; 0 without one. */
export function readCursor(cursor: string | undefined): number {
	if (cursor === undefined) {
		return 0;
	}
	const offset = cursorPattern.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
	if (offset === undefined) {
		throw new HubError(400, 'Invalid cursor');
	}
	return Number(offset);
}

export interface Page<T> {
	readonly items: readonly T[];
	/** The `Link` header that leads to the next page, as an absolute address; absent on the last page. */
	readonly link?: string;
}

/** The page of `all` that `url` (the request's own, absolute) asks for with `cursor`, `limit` items long. */
export function pageOf<T>(all: readonly T[], url: URL, limit: number): Page<T> {
	const start = readCursor(url.searchParams.get('cursor') ?? undefined);
	const end = start + limit;
	const items = all.slice(start, end);
	if (end >= all.length) {
		return { items };
	}
	const next = new URL(url);
	next.searchParams.set('cursor', Buffer.from(`offset:${end}`).toString('base64url'));
	return { items, link: `<${next.href}>; rel="next"` };
}
