import type { Resolution, TokenOrigin } from '../tokens/resolution';
import { sameOrigin } from '../tokens/sameOrigin';
import { originWords, usedWords } from '../ui/tokenWords';

/** Whether a token is the one that is used here, and why, or what is used in its place. */
export function tokenWhy(own: TokenOrigin, resolution: Resolution): string {
	const { origin, reason } = resolution;
	if (sameOrigin(own, origin)) {
		return usedWords(resolution);
	}
	if (origin === undefined) {
		return own.kind === 'vault' || own.kind === 'stored'
			? `Not used here: it is ${own.kind === 'vault' ? 'neither the default nor' : 'not'} chosen for this workspace.`
			: 'Not used here: HF_HUB_DISABLE_IMPLICIT_TOKEN is set.';
	}
	const because =
		reason === 'workspace'
			? 'this workspace has its own choice'
			: reason === 'session'
				? 'a token for this window only comes first'
				: reason === 'default' || reason === 'leastPrivilege' || reason === 'standIn'
					? 'the default token comes first'
					: reason === 'environment'
						? 'the environment comes first'
						: 'no token is the default';
	return `Not used here, because ${because}: ${originWords(origin)}.`;
}
