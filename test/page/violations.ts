import type { AxeResults } from 'axe-core';
import type { TestPage } from './harness';

declare global {
	var axe: { run(options: object): Promise<AxeResults> };
}

/** What a page that axe has been put into does that the rules forbid, each with the element. */
export async function violations({ page }: TestPage, rules: object): Promise<readonly string[]> {
	const found = await page.evaluate(asked => globalThis.axe.run(asked), rules);
	return found.violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
	);
}
