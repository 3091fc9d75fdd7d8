import type { Locator, Page } from 'playwright-core';

/** Within which a pointer that rests has brought up a card. */
const cardMs = 3_000;
/** Within which a card goes when the pointer does. */
const goneMs = 2_000;
const attempts = 10;

/** Waits until the card that VS Code shows when the pointer rests on something says this, and gives the whole of it. */
export async function cardOf(page: Page, target: Locator, says: RegExp): Promise<string> {
	const cards = page.locator('.monaco-hover:visible');
	const card = cards.filter({ hasText: says }).first();
	// A pointer that is there already brings up no card, nor does one on a thing that is drawn again meanwhile; and one of what
	// the pointer was on before may still come up.
	for (let attempt = 1; ; attempt++) {
		await page.mouse.move(0, 0);
		try {
			await cards.first().waitFor({ state: 'hidden', timeout: goneMs });
		} catch {
			// It is of the thing that has the keyboard.
			await page.keyboard.press('Escape');
			await cards.first().waitFor({ state: 'hidden' });
		}
		await target.hover();
		try {
			await card.waitFor({ timeout: cardMs });
			return (await card.innerText()).trim();
		} catch (error) {
			if (attempt === attempts) {
				throw error;
			}
		}
	}
}
