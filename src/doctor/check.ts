import type { Permission } from '../shared/permission';
import type { DoctorDeps } from './doctorDeps';
import type { Finding } from './finding';

/** What a check has to go by. */
export interface CheckContext extends DoctorDeps {
	readonly goal: Permission;
	/** The repo that was named, as it was typed. */
	readonly repo: string;
}

/** One thing that the doctor looks at. May throw: that becomes a finding as well. */
export type Check = (context: CheckContext, signal: AbortSignal) => Promise<readonly Finding[]>;
