import type { Page } from 'playwright-core';

/** Changes what VS Code's web build has stored of an extension's global state; the window sees it when it is reloaded. */
export async function changeGlobalState(
	page: Page,
	extension: string,
	change: (state: Record<string, unknown>) => void,
): Promise<void> {
	const storage = (work: string) =>
		page.evaluate<string | undefined>(`new Promise((resolve, reject) => {
			const opening = indexedDB.open('vscode-web-state-db-global');
			opening.onerror = () => reject(opening.error);
			opening.onsuccess = () => {
				const items = opening.result.transaction('ItemTable', 'readwrite').objectStore('ItemTable');
				const request = items.${work};
				request.onerror = () => reject(request.error);
				request.onsuccess = () => {
					opening.result.close();
					resolve(typeof request.result === 'string' ? request.result : undefined);
				};
			};
		})`);
	const key = JSON.stringify(extension);
	const state = JSON.parse((await storage(`get(${key})`)) ?? '{}') as Record<string, unknown>;
	change(state);
	await storage(`put(${JSON.stringify(JSON.stringify(state))}, ${key})`);
}
