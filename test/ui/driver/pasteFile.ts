import type { Locator } from 'playwright-core';

/** As much as is used here of the page's world, which these tests do not share. */
interface PasteTarget {
	dispatchEvent(event: object): void;
}

declare const DataTransfer: new () => { readonly items: { add(file: File): void } };
declare const ClipboardEvent: new (type: string, init: object) => object;

/** Pastes a file into an element of a page, as it comes when one was copied elsewhere. */
export async function pasteFile(target: Locator, mimeType: string, bytes: Uint8Array): Promise<void> {
	const data = Buffer.from(bytes).toString('base64');
	await target.evaluate(
		(element: PasteTarget, pasted) => {
			const content = Uint8Array.from(atob(pasted.data), one => one.charCodeAt(0));
			const clipboardData = new DataTransfer();
			clipboardData.items.add(new File([content], 'image', { type: pasted.mimeType }));
			element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
		},
		{ mimeType, data },
	);
}
