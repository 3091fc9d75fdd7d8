import { checkRecord } from '../../src/account/checkRecord';
import { Diagnosis } from '../../src/doctor/diagnosis';
import type { DoctorDeps } from '../../src/doctor/doctorDeps';
import { createHubAccess } from '../../src/hub/accessClient';
import { probeHost } from '../../src/net/probeHost';
import { RateLimits } from '../../src/net/rateLimits';
import type { EnvFileToken } from '../../src/tokens/ambientToken';
import type { Workplace } from './workplace';

/** What is different from a window in which nothing is set. */
interface Circumstances {
	/** Default: those of the workplace. */
	readonly tokens?: DoctorDeps['tokens'];
	readonly envFiles?: readonly EnvFileToken[];
	/** Whether terminals are given the token in use here. */
	readonly given?: boolean;
	/** Milliseconds that have gone by for the doctor. */
	readonly later?: number;
}

/** A diagnosis of one user's domains, as the window wires it. Of the `.env` files, the first is the one of notebook kernels. */
export function diagnosisOf(
	place: Workplace,
	{ tokens = place.tokens, envFiles = [], given = false, later = 0 }: Circumstances = {},
): Diagnosis {
	const { hub } = place;
	const endpoints = () => place.endpoints;
	const kernelFile = envFiles.filter(({ path }) => path === envFiles[0]?.path);
	return new Diagnosis({
		environment: {},
		tokens,
		hub,
		ambient: () => tokens.ambient(kernelFile, given),
		envFiles: async () => envFiles,
		access: createHubAccess({
			limits: new RateLimits(),
			endpoints,
			credentials: (permission, signal) => tokens.credential(permission, signal),
		}),
		settings: {
			get endpoints() {
				return endpoints();
			},
			get writtenEndpoints() {
				return endpoints();
			},
			remindAfterDays: 90,
			billTo: undefined,
		},
		http: () => ({ proxy: '', proxySupport: 'override', proxyStrictSSL: true, noProxy: [] }),
		checkRecord: (record, signal) => checkRecord({ tokens, hub }, record, signal),
		probe: probe => probeHost({ ...probe, patience: 5_000 }),
		now: () => Date.now() + later,
	});
}
