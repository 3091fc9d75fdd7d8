import type { Locator, Page } from 'playwright-core';

/** Within which a pointer that rests has brought up a card. */
const cardMs = 1_500;

/** What the card says that VS Code shows when the pointer rests on something. */
export async function cardOf(page: Page, target: Locator): Promise<string> {
	const card = page.locator('.monaco-hover:visible');
	// A pointer that is there already brings up no card, nor does one on a thing that is drawn again meanwhile.
	do {
		await page.mouse.move(0, 0);
		await card.waitFor({ state: 'hidden' });
		await target.hover();
	} while (!(await appears(card)));
	// Until the extension has answered, VS Code has a word of its own there.
	await card.filter({ hasNotText: /^\s*Loading\.\.\.\s*$/ }).waitFor();
	return (await card.innerText()).trim();
}

function appears(card: Locator): Promise<boolean> {
	return card.waitFor({ timeout: cardMs }).then(
		() => true,
		() => false,
	);
}
