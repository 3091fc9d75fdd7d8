import { after, afterEach, before } from 'mocha';
import { startSession, type Session, type SessionOptions } from './session';

const startTimeoutMs = 180_000;
const stopTimeoutMs = 60_000;

/**
 * Gives the tests of a `describe` one session to share, started before and ended after them.
 * A test that fails leaves a picture of the window behind.
 */
export function useSession(options?: SessionOptions): () => Session {
	let session: Session | undefined;
	before('start VS Code', async function () {
		this.timeout(startTimeoutMs);
		session = await startSession(options);
	});
	afterEach('picture a failure', async function () {
		if (this.currentTest?.state === 'failed' && session) {
			const file = await session.workbench.screenshot(`failed ${this.currentTest.fullTitle()}`);
			console.log(`      The window is pictured in ${file}`);
		}
	});
	after('end VS Code', async function () {
		this.timeout(stopTimeoutMs);
		await session?.stop();
	});
	return () => {
		if (!session) {
			throw new Error('The session exists only while its tests run.');
		}
		return session;
	};
}
