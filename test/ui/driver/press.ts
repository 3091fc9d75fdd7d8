import type { ElementHandle, Locator } from 'playwright-core';

interface Pressed {
	readonly type: string;
	composedPath(): readonly unknown[];
}

declare const window: {
	addEventListener(
		type: 'click',
		listener: (event: Pressed) => void,
		options: { capture: true; once: true },
	): void;
};

/** An element that notes whether a click has reached it. */
interface Noting {
	wasPressed?: boolean;
}

const attempts = 4;
const attemptMs = 10_000;

/**
 * Clicks until a click has reached the element: a row that is drawn anew between the button's going down and its coming up takes the
 * click away with it, as it would a person's.
 */
export async function press(target: Locator): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		const element = (await target.elementHandle()) as ElementHandle<Noting> | null;
		if (element === null) {
			throw new Error('There is nothing to press.');
		}
		try {
			await element.evaluate(own => {
				window.addEventListener(
					'click',
					event => {
						own.wasPressed = event.composedPath().includes(own);
					},
					{ capture: true, once: true },
				);
			});
			await element.click({ timeout: attemptMs });
		} catch (error) {
			if (attempt === attempts) {
				throw error;
			}
		}
		if (await element.evaluate(({ wasPressed }) => wasPressed === true)) {
			return;
		}
		if (attempt === attempts) {
			throw new Error(`Pressed ${attempts} times, and no click has reached ${target.toString()}.`);
		}
	}
}
