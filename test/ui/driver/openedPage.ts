import type { Workbench } from './workbench';

/** The address of the page of the Hub that opens in the browser meanwhile; that for a new token, unless another one is named. */
export async function openedPage(
	{ page: window }: Workbench,
	act: () => Promise<void>,
	pathname = '/settings/tokens/new',
): Promise<URL> {
	const opening = window.context().waitForEvent('page');
	await act();
	const page = await opening;
	// The web build leads addresses of its own machine through itself, which changes their beginning.
	await page.waitForURL(url => url.pathname.endsWith(pathname), { waitUntil: 'commit' });
	const url = new URL(page.url());
	await page.close();
	return url;
}
