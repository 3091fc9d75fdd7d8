import type { AmbientOrigin, AmbientToken } from './ambientToken';

/** What the programs of one kind that are started here use by themselves. */
export interface AmbientUse {
	/** Absent where they find no token. */
	readonly origin?: AmbientOrigin;
	/** Whether it is another token than the one in use here; absent where one of the two is not there or cannot be read. */
	readonly differs?: boolean;
}

/** What terminals and notebook kernels use, beside what is used here. */
export interface Ambient {
	readonly terminals: AmbientUse;
	readonly notebooks: AmbientUse;
}

export function ambientUse(found: AmbientToken | undefined, ours: string | undefined): AmbientUse {
	return found ? { origin: found.origin, ...(ours !== undefined && { differs: found.value !== ours }) } : {};
}
