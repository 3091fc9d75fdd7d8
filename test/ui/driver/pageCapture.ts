import type { BrowserContext } from 'playwright-core';

/** The extension and its page talk through a message port between the window and the page's outer frame. */
const recordPosted = `
	const record = ({ data }) => {
		if (typeof data?.channel === 'string') {
			recordPostedMessage(JSON.stringify(data));
		}
	};
	const { get, set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
	Object.defineProperty(MessagePort.prototype, 'onmessage', {
		get,
		set(listener) {
			set.call(this, listener && (event => (record(event), listener.call(this, event))));
		},
	});
`;

/** What can be read in the window from outside of VS Code: its console, and all that is posted to a page in it. */
export class PageCapture {
	private readonly lines: string[] = [];

	/** Has to be called before the window's page is loaded. */
	async attach(context: BrowserContext): Promise<void> {
		context.on('console', message => this.lines.push(message.text()));
		await context.exposeBinding('recordPostedMessage', (_, message: string) => this.lines.push(message));
		await context.addInitScript(recordPosted);
	}

	text(): string {
		return this.lines.join('\n');
	}
}
