import type { Permission } from '../shared/permission';
import type { Overuse } from '../tokens/tokenUse';
import type { Owned } from '../util/disposable';
import { announce } from '../ui/announce';
import { tokenName } from '../ui/tokenWords';
import type { AccountDeps } from './accountDeps';
import { createToken } from './createToken';

/** What each use is, what a token for no more than that may do, and with which permission it is created. */
const USES: Readonly<
	Record<Overuse['use'], { readonly does: string; readonly may: string; readonly permission: Permission }>
> = {
	runs: { does: 'runs models', may: 'run models', permission: 'inference' },
	reads: { does: 'reads repos', may: 'read', permission: 'hub.gated' },
};

/** Says once of each token that it may do more than what it is used for needs, and how to have one that may not. */
export function adviseOfPrivilege(deps: AccountDeps): Owned {
	return deps.tokens.onDidOveruse(({ record, use }) => {
		const { does, may, permission } = USES[use];
		announce(
			deps.log,
			'information',
			`${tokenName(record)} ${does}, and may change things on the Hub, too. A token that may only ${may} is safer.`,
			{ label: 'Create One…', act: () => createToken(deps, { permission }) },
		);
	});
}
