import type { Permission } from '../shared/permission';
import type { TokenAnswers } from './answers/tokenAnswers';
import type { DoctorDeps } from './doctorDeps';
import type { Finding } from './finding';

/** What a check has to go by. */
export interface CheckContext extends DoctorDeps {
	/** What the Hub says about each token, asked once for all the checks. */
	readonly answers: TokenAnswers;
	readonly goal: Permission;
	/** The repo that was named, as it was typed. */
	readonly repo: string;
}

/** One thing that the doctor looks at. May throw: that becomes a finding as well. */
export type Check = (context: CheckContext, signal: AbortSignal) => Promise<readonly Finding[]>;
