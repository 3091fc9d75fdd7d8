import assert from 'node:assert/strict';
import { HeldClipboard } from '../../../src/account/heldClipboard';
import { makeTestTokens } from '../../hub/testTokens';
import { FakeEditor } from '../tokens/fakeEditor';

const { read: token, write: other } = makeTestTokens();

/** A clipboard that can be locked by another program, as some are. */
class TestClipboard {
	text = '';
	locked = false;
	changed: (() => void) | undefined;
	private readonly waiting: Array<() => void> = [];
	async readText(): Promise<string> {
		this.waiting.shift()?.();
		if (this.locked) {
			throw new Error('The clipboard is locked');
		}
		return this.text;
	}
	async writeText(text: string): Promise<void> {
		if (this.locked) {
			throw new Error('The clipboard is locked');
		}
		this.text = text;
		this.changed?.();
	}
	/** Resolves when it was read for the nth time from now on, in vain or not. */
	tried(times: number): Promise<void> {
		return new Promise(resolve => {
			this.waiting.push(...Array.from({ length: times - 1 }, () => () => undefined), resolve);
		});
	}
	/** Resolves when something is written. */
	written(): Promise<void> {
		return new Promise(resolve => (this.changed = resolve));
	}
}

describe('a token in the clipboard', () => {
	let clipboard: TestClipboard;
	let held: HeldClipboard;
	let failed: Promise<unknown>;
	let editor: FakeEditor;
	const windows: HeldClipboard[] = [];
	const openWindow = (onError: (error: unknown) => void = () => undefined) => {
		const window = new HeldClipboard(clipboard, editor.memento(), onError, 1);
		windows.push(window);
		return window;
	};
	beforeEach(() => {
		clipboard = new TestClipboard();
		editor = new FakeEditor();
		failed = new Promise(resolve => {
			held = openWindow(resolve);
		});
	});
	afterEach(() => windows.splice(0).forEach(window => window.dispose()));

	it('is taken out again after the time', async () => {
		await held.hold(token, 1);
		assert.equal(clipboard.text, token);
		await clipboard.written();
		assert.equal(clipboard.text, '');
	});

	it('is taken out on request, and once', async () => {
		await held.hold(token, 1_000_000);
		await held.clear();
		assert.equal(clipboard.text, '');
		clipboard.text = token;
		await held.clear();
		assert.equal(clipboard.text, token);
	});

	it('leaves what was copied since then alone', async () => {
		await held.hold(token, 1_000_000);
		clipboard.text = 'something else';
		await held.clear();
		assert.equal(clipboard.text, 'something else');
	});

	it('gives way to the next one, whose time begins anew', async () => {
		await held.hold(token, 1);
		await held.hold(other, 1_000_000);
		await new Promise(resolve => setTimeout(resolve, 20));
		assert.equal(clipboard.text, other);
		await held.clear();
		assert.equal(clipboard.text, '');
	});

	it('is taken out when the window closes', async () => {
		await held.hold(token, 1_000_000);
		const written = clipboard.written();
		held.dispose();
		await written;
		assert.equal(clipboard.text, '');
	});

	it('is taken out by the next window where one had no time to, and only a digest is left to it', async () => {
		await held.hold(token, 20);
		assert.ok(!JSON.stringify(editor.stored).includes(token));
		clipboard.locked = true;
		held.dispose();
		await failed;
		clipboard.locked = false;
		assert.equal(clipboard.text, token);
		openWindow();
		await clipboard.written();
		assert.equal(clipboard.text, '');
	});

	it('is of no interest to the next window once it was taken out', async () => {
		await held.hold(token, 1_000_000);
		await held.clear();
		clipboard.text = token;
		await openWindow().clear();
		assert.equal(clipboard.text, token);
	});

	it('is taken out though nothing can be left to the next window', async () => {
		editor.mementoFaults.push('throw');
		await held.hold(token, 1);
		await clipboard.written();
		assert.equal(clipboard.text, '');
	});

	it('is taken out as soon as that can be done, where the clipboard could not be read for a while', async () => {
		let told = 0;
		const window = openWindow(() => (told += 1));
		await window.hold(token, 1);
		clipboard.locked = true;
		await clipboard.tried(3);
		assert.equal(clipboard.text, token);
		clipboard.locked = false;
		await clipboard.written();
		assert.deepEqual([clipboard.text, told], ['', 1]);
	});

	it('is taken out later where that was asked for and failed, which is told to whoever asked', async () => {
		await held.hold(token, 1_000_000);
		clipboard.locked = true;
		await assert.rejects(held.clear(), /locked/);
		clipboard.locked = false;
		await clipboard.written();
		assert.equal(clipboard.text, '');
	});

	it('gives way to the next one also while it is tried again', async () => {
		await held.hold(token, 1);
		clipboard.locked = true;
		await clipboard.tried(2);
		clipboard.locked = false;
		await held.hold(other, 1_000_000);
		await new Promise(resolve => setTimeout(resolve, 20));
		assert.equal(clipboard.text, other);
	});

	it('is told of where it could not be taken out', async () => {
		await held.hold(token, 1);
		clipboard.locked = true;
		assert.match(String(await failed), /locked/);
	});
});
