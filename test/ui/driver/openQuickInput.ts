import type { Locator, Page } from 'playwright-core';

const attempts = 6;
const attemptMs = 2_000;

/**
 * Opens the box at the top of the window by a key and puts a text into it. A page that has just been clicked takes the
 * keyboard a moment later, which closes a box that is open already; so this asks again until the text stands.
 */
export async function openQuickInput(page: Page, key: string, text: string): Promise<Locator> {
	const widget = page.locator('.quick-input-widget:visible');
	const input = widget.locator('input.input');
	for (let attempt = 1; ; attempt++) {
		await page.keyboard.press(key);
		try {
			await input.fill(text, { timeout: attemptMs });
			return widget;
		} catch (error) {
			if (attempt === attempts) {
				throw error;
			}
		}
	}
}
