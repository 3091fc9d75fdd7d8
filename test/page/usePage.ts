import { PageHarness, type PageName, type PageOptions, type TestPage } from './harness';

/**
 * Starts a browser for the tests of a suite. What it returns opens a page for one test; afterwards the page is closed, and a
 * violation of the page's policy fails the test whatever the test was about.
 */
export function usePage(name?: PageName): (options?: PageOptions) => Promise<TestPage> {
	let harness: PageHarness;
	const open: TestPage[] = [];
	before(async function () {
		this.timeout(60_000);
		harness = await PageHarness.start(name);
	});
	beforeEach(function () {
		this.currentTest?.timeout(60_000);
	});
	afterEach(async () => {
		for (const page of open.splice(0)) {
			await page.close();
		}
	});
	after(() => harness.stop());
	return async options => {
		const page = await harness.open(options);
		open.push(page);
		return page;
	};
}
