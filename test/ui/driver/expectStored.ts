import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { eventually } from './eventually';

/** How long a desktop VS Code, whose storage cannot be reached from here, is given for what the web build is asked about. */
const desktopMs = 1_500;

/** Waits until VS Code has stored a text with the state of the workspace, from where it is read after a reload. */
export async function expectStored(page: Page, text: string): Promise<void> {
	if (!page.url().startsWith('http')) {
		await page.waitForTimeout(desktopMs);
		return;
	}
	const isStored = `(async () => {
		for (const { name } of await indexedDB.databases()) {
			if (!name.startsWith('vscode-web-state-db-') || name.endsWith('-global')) {
				continue;
			}
			const items = await new Promise((resolve, reject) => {
				const opening = indexedDB.open(name);
				opening.onerror = () => reject(opening.error);
				opening.onsuccess = () => {
					const all = opening.result.transaction('ItemTable').objectStore('ItemTable').getAll();
					all.onerror = () => reject(all.error);
					all.onsuccess = () => {
						opening.result.close();
						resolve(all.result);
					};
				};
			});
			if (items.some(item => typeof item === 'string' && item.includes(${JSON.stringify(text)}))) {
				return true;
			}
		}
		return false;
	})()`;
	await eventually(
		() => page.evaluate<boolean>(isStored),
		stored => assert.ok(stored, `${text} was not stored with the state of the workspace.`),
	);
}
