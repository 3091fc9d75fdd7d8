import type { Page } from 'playwright-core';

/** What VS Code's web build keeps its secrets as, and where the server's half of their key comes from. */
const SECRETS = 'secrets.provider';
const KEY = '**/mint-key';
/** Tells the page at its next start that its storage of secrets is not to be had. */
const REFUSED = 'test.keyring.refused';

/**
 * The keyring of VS Code's web build: what is in the browser's storage, sealed with a key of which the server has one half.
 * It fails as keyrings do, from the next reload on.
 */
export class Keyring {
	private readonly held: Array<() => void> = [];
	private kept: string | null = null;

	constructor(private readonly page: Page) {}

	/** Before the first fault: whoever asks the page for the secrets may be refused. */
	async prepare(): Promise<void> {
		await this.page.addInitScript(`{
			const read = Storage.prototype.getItem;
			Storage.prototype.getItem = function (name) {
				if (name === '${SECRETS}' && read.call(this, '${REFUSED}') !== null) {
					throw new Error('The keyring is locked');
				}
				return read.call(this, name);
			};
		}`);
	}

	/** Whoever reads or writes a secret is told that it cannot be done. */
	refuse(): Promise<void> {
		return this.page.evaluate(`localStorage.setItem('${REFUSED}', 'yes')`);
	}

	/** Nothing is in it, as if it were another machine's. */
	async empty(): Promise<void> {
		this.kept = await this.page.evaluate<string | null>(`localStorage.getItem('${SECRETS}')`);
		await this.page.evaluate(`localStorage.removeItem('${SECRETS}')`);
	}

	/** It does not answer. */
	async hang(): Promise<void> {
		await this.page.route(KEY, async route => {
			await new Promise<void>(resolve => this.held.push(resolve));
			await route.continue();
		});
	}

	/** All is as it was; what it has not answered yet, it answers. */
	async mend(): Promise<void> {
		await this.page.evaluate(`localStorage.removeItem('${REFUSED}')`);
		if (this.kept !== null) {
			await this.page.evaluate(`localStorage.setItem('${SECRETS}', ${JSON.stringify(this.kept)})`);
			this.kept = null;
		}
		this.held.splice(0).forEach(answer => answer());
		await this.page.unroute(KEY);
	}
}
