import type { Problem } from '../shared/problem';
import type { AccessFinding } from './findings/accessFinding';
import type { EnvironmentFinding } from './findings/environmentFinding';
import type { GoalFinding } from './findings/goalFinding';
import type { NetworkFinding } from './findings/networkFinding';
import type { SourceFinding } from './findings/sourceFinding';
import type { TokenFinding } from './findings/tokenFinding';

/** Everything that the doctor can find, as data. `failed`: a check could not be made, and why. */
export type Finding =
	| EnvironmentFinding
	| SourceFinding
	| TokenFinding
	| GoalFinding
	| NetworkFinding
	| AccessFinding
	| { readonly kind: 'failed'; readonly problem: Problem };

export type FindingKind = Finding['kind'];
