import type { Frame, Page } from 'playwright-core';

const lookMs = 50;
/** How long the keyboard has to stay where it is: what comes into the place of a closed editor may be put there a moment later. */
const stillMs = 500;
const patienceMs = 15_000;

/** As much as is used here of the window's own world. */
declare const document: { readonly activeElement: { matches(selector: string): boolean } | null };

/**
 * Waits until the editor that comes into the place of a closed one has the keyboard, if one comes. A page takes it only once it has
 * been loaded, which on a busy machine may be seconds later, and closes whatever box has been opened by then.
 */
export async function keyboardSettled(page: Page): Promise<void> {
	const end = Date.now() + patienceMs;
	for (let still = 0; still < stillMs; still += lookMs) {
		if (Date.now() > end) {
			throw new Error('The page below the closed editor has not taken the keyboard.');
		}
		if (await isLoading(page)) {
			still = 0;
		}
		await page.waitForTimeout(lookMs);
	}
}

/** Whether a page is in view that has not been loaded, or is yet to pass the keyboard on to what is in it. */
async function isLoading(page: Page): Promise<boolean> {
	if ((await page.locator('iframe.webview:not(.ready):visible').count()) > 0) {
		return true;
	}
	const isPage = await page.evaluate(() => document.activeElement?.matches('iframe.webview') === true);
	return isPage && !(await hasKeyboard(page.frames()));
}

/** Whether the innermost frame of a page, in which its content is, has the keyboard. */
async function hasKeyboard(frames: readonly Frame[]): Promise<boolean> {
	for (const frame of frames) {
		if (frame.name() !== '' && frame.childFrames().length === 0) {
			// A frame may be taken away under the look.
			const has = await frame.evaluate('document.hasFocus()').catch(() => false);
			if (has === true) {
				return true;
			}
		}
	}
	return false;
}
