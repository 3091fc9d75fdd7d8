/** Puts a picture on the clipboard, as PNG: the one format that every clipboard takes. */
export async function copyImage(
	bytes: Promise<Uint8Array<ArrayBuffer> | undefined>,
	mimeType: string,
): Promise<void> {
	// The clipboard takes a promise, so that the press counts as its permission although the bytes come later.
	await navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(bytes, mimeType) })]);
}

async function asPng(bytes: Promise<Uint8Array<ArrayBuffer> | undefined>, mimeType: string): Promise<Blob> {
	const picture = await bytes;
	if (!picture) {
		throw new Error('The picture’s file cannot be read.');
	}
	const blob = new Blob([picture], { type: mimeType });
	if (mimeType === 'image/png') {
		return blob;
	}
	const bitmap = await createImageBitmap(blob);
	const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
	canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
	bitmap.close();
	return canvas.convertToBlob({ type: 'image/png' });
}
