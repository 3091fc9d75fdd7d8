import type { Locator } from 'playwright-core';
import type { Pattern } from './pattern';
import { press } from './press';

const attempts = 8;
const attemptMs = 2_000;

/**
 * Presses an action that a row shows while the pointer is on it. Rows that come in above take the row away from under the
 * pointer, which hides its actions again; so this looks for it until the action can be pressed.
 */
export async function pressInline(row: Locator, action: Pattern): Promise<void> {
	const button = row.getByRole('button', { name: action });
	for (let attempt = 1; ; attempt++) {
		await row.hover();
		try {
			await button.click({ trial: true, timeout: attemptMs });
			break;
		} catch (error) {
			if (attempt === attempts) {
				throw error;
			}
		}
	}
	await press(button);
}
