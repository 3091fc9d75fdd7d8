import { afterEach, before } from 'mocha';
import { addToken } from './addToken';
import type { Session, SessionOptions } from './session';
import { useSession } from './useSession';

/** A session with a token that may run models. No test of the `describe` leaves a question open, or a fault to the next one. */
export function useRunSession(options?: SessionOptions): () => Session {
	const session = useSession(options);
	before('add a token', async () => {
		const { workbench, hub } = session();
		await addToken(workbench, hub.tokens.fineGrainedInference);
		await workbench.notifications.clear();
	});
	afterEach('leave no question open', async () => {
		const { workbench, hub } = session();
		hub.faults.clear();
		await workbench.quickInput.leave();
	});
	return session;
}
