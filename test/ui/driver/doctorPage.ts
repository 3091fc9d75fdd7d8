import assert from 'node:assert/strict';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from './eventually';
import type { Pattern } from './pattern';

/** The doctor's page: a web view of its own among the editors. */
export class DoctorPage {
	constructor(private readonly page: Page) {}

	/** The page. VS Code puts it into a frame inside of a frame. */
	get frame(): FrameLocator {
		return this.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
	}

	/** The section of a check, by its title. */
	check(title: Pattern): Locator {
		return this.frame.getByRole('region', { name: title });
	}

	/** Waits until the line at the top has the text in it, and gives the whole of it. */
	async expectSummary(text: Pattern): Promise<string> {
		const summary = this.frame.getByRole('status').filter({ hasText: text });
		await summary.waitFor();
		return (await summary.innerText()).trim();
	}

	/** Waits until a check has found this. */
	async expectFinding(check: Pattern, text: Pattern): Promise<void> {
		await this.check(check).getByRole('listitem').filter({ hasText: text }).waitFor();
	}

	/** Waits until a check has found just these, each how bad and what in one. */
	async expectFindings(check: Pattern, expected: readonly string[]): Promise<void> {
		await eventually(
			() => this.findings(check),
			seen => assert.deepEqual(seen, expected),
		);
	}

	/** The labels of a finding's buttons. */
	async remedies(check: Pattern, text: Pattern): Promise<string[]> {
		const finding = this.check(check).getByRole('listitem').filter({ hasText: text });
		const labels = await finding.getByRole('button').allInnerTexts();
		return labels.map(label => label.trim());
	}

	/** What a check has found: how bad and what, in one. */
	async findings(check: Pattern): Promise<string[]> {
		const titles = await this.check(check).getByRole('heading', { level: 3 }).allTextContents();
		return titles.map(title => title.replace(/\s+/g, ' ').trim());
	}

	/** Presses a button of the tool bar, or of a check. */
	async press(name: Pattern, check?: Pattern): Promise<void> {
		const within = check === undefined ? this.frame : this.check(check);
		await within.getByRole('button', { name }).first().click();
	}

	async choose(goal: string): Promise<void> {
		await this.frame.getByLabel('What do you want to do?').selectOption(goal);
	}

	async lookUp(repo: string): Promise<void> {
		await this.frame.getByLabel('A gated repo to look up').fill(repo);
		await this.frame.getByRole('button', { name: 'Look Up' }).click();
	}

	async text(): Promise<string> {
		return (await this.frame.locator('body').innerText()).trim();
	}

	/** Scrolls to where a check stands. */
	async scrollTo(check: Pattern): Promise<void> {
		await this.check(check).scrollIntoViewIfNeeded();
	}
}
