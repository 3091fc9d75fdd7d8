import { rm, writeFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';

/** As much as is used here of the page's world, which these tests do not share. */
interface DropTarget {
	insertAdjacentHTML(place: 'afterend', html: string): void;
	dispatchEvent(event: object): void;
}
interface ChosenFiles {
	readonly files?: ArrayLike<File> | null;
	remove(): void;
}
declare const DataTransfer: new () => { readonly items: { add(file: File): void } };
declare const DragEvent: new (type: string, init: object) => object;

/** Drops a file of this machine onto an element of a page, and it is deleted before the page reads it. */
export async function dropGoneFile(target: Locator, file: string): Promise<void> {
	await writeFile(file, 'This will be gone.');
	await target.evaluate((element: DropTarget) =>
		element.insertAdjacentHTML('afterend', '<input type="file" hidden>'),
	);
	const chosen = target.locator('xpath=following-sibling::input');
	await chosen.setInputFiles(file);
	await rm(file);
	// A handle, so that the files can be taken to the other element.
	const dataTransfer = await chosen.evaluateHandle((input: ChosenFiles) => {
		const taken = new DataTransfer();
		for (const one of Array.from(input.files ?? [])) {
			taken.items.add(one);
		}
		input.remove();
		return taken;
	});
	await target.evaluate(
		(element: DropTarget, taken) =>
			element.dispatchEvent(new DragEvent('drop', { dataTransfer: taken, bubbles: true, cancelable: true })),
		dataTransfer,
	);
}
