import { isRecord } from './isRecord';
import type { View } from './panZoom';

/** How a picture was looked at, as it was kept; nothing where it was not. */
export function readView(value: unknown): View | undefined {
	const { scale, x, y } = isRecord(value) ? value : {};
	return isFigure(scale) && scale > 0 && isFigure(x) && isFigure(y) ? { scale, x, y } : undefined;
}

function isFigure(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value);
}
