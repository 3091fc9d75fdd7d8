import { addToken } from './addToken';
import type { Session } from './session';

/** Opens the sidebar as whoever may write, with room for one of its views: the one that is to be looked at. */
export async function openView({ workbench, hub }: Session, view: 'Models' | 'Datasets'): Promise<void> {
	await workbench.openContainer();
	await addToken(workbench, hub.tokens.write);
	await workbench.notifications.clear();
	await workbench.tree('Tokens').fold();
	if (view !== 'Models') {
		await workbench.tree('Models').fold();
		await workbench.tree(view).unfold();
	}
}
