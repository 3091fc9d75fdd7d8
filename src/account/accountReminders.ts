import type { Claims } from '../util/claims';
import type { Owned } from '../util/disposable';
import type { AccountDeps } from './accountDeps';
import { adviseOfPrivilege } from './adviseOfPrivilege';
import { offerRecovery } from './offerRecovery';
import { remindOfAge } from './remindOfAge';

/** What is said of tokens without being asked: that a list was lost, that one is old, or may do more than it is used for. */
export function accountReminders(deps: AccountDeps, claims: Claims): readonly Owned[] {
	return [offerRecovery(deps, claims), remindOfAge(deps, claims), adviseOfPrivilege(deps)];
}
