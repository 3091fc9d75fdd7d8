import type { Locator } from 'playwright-core';

/** Frames in which a text has to stay as it is: a page draws in each of them while there is more to draw. */
const stillFrames = 5;

/** As much as is used here of an element in the page, whose world these tests do not share. */
interface DrawnElement {
	readonly innerText: string;
	readonly isConnected: boolean;
	readonly ownerDocument: {
		readonly defaultView: { requestAnimationFrame(drawn: () => void): number } | null;
	};
}

/** The text of an element once it is drawn to its end: an answer is, some frames after its run has ended. */
export async function settledText(element: Locator): Promise<string> {
	for (;;) {
		const text = await element.evaluate(async (drawn: DrawnElement, frames) => {
			let before = drawn.innerText;
			for (let still = 0; still < frames && drawn.isConnected;) {
				await new Promise<void>(resolve => {
					drawn.ownerDocument.defaultView?.requestAnimationFrame(() => resolve());
				});
				const now = drawn.innerText;
				still = now === before ? still + 1 : 0;
				before = now;
			}
			return drawn.isConnected ? before : undefined;
		}, stillFrames);
		// Another one stands in its place by now.
		if (text !== undefined) {
			return text.trim();
		}
	}
}
