import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { FrameLocator } from 'playwright-core';

declare global {
	/** There once axe-core has been run in the page. */
	var axe: { run(options: object): Promise<AxeResults> };
}

const RULES = {
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	// The headings of an answer are the model's.
	rules: { 'heading-order': { enabled: false } },
};

/** What axe-core finds wrong with a page, each as a sentence; nothing in one that everybody can use. */
export async function findViolations(frame: FrameLocator): Promise<string[]> {
	const body = frame.locator('body');
	await body.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
	const { violations } = await body.evaluate((_, rules) => globalThis.axe.run(rules), RULES);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
	);
}
