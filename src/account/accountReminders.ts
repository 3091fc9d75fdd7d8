import type { Claims } from '../util/claims';
import type { Owned } from '../util/disposable';
import type { AccountDeps } from './accountDeps';
import { adviseOfPrivilege } from './adviseOfPrivilege';
import { remindOfAge } from './remindOfAge';

/** What is said of tokens without being asked, each of it once: that one is old, or may do more than it is used for. */
export function accountReminders(deps: AccountDeps, claims: Claims): readonly Owned[] {
	return [remindOfAge(deps, claims), adviseOfPrivilege(deps)];
}
