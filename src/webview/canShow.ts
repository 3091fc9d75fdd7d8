import type { MediaFile } from '../shared/output';

/** Whether the page shows a file as what it should be. A drawing in SVG is a document that may hold scripts and links: never. */
export function canShow({ mimeType }: MediaFile, kind: 'image' | 'audio' | 'video'): boolean {
	return mimeType.startsWith(`${kind}/`) && mimeType !== 'image/svg+xml';
}
