import type { CheckId } from '../shared/diagnosis';
import type { Check } from './check';
import { checkAccess } from './checks/checkAccess';
import { checkGoal } from './checks/checkGoal';
import { checkHost } from './checks/checkHost';
import { checkKeyring } from './checks/checkKeyring';
import { checkRateLimit } from './checks/checkRateLimit';
import { checkSources } from './checks/checkSources';
import { checkTokens } from './checks/checkTokens';
import { environmentFindings } from './checks/environmentFindings';
import { proxyFindings } from './checks/proxyFindings';

/** What each check does. */
export const CHECK_TABLE: Readonly<Record<CheckId, Check>> = {
	environment: async ({ environment, settings }) =>
		environmentFindings({
			environment,
			written: settings.writtenEndpoints,
			endpoints: settings.endpoints,
		}),
	sources: checkSources,
	tokens: checkTokens,
	goal: checkGoal,
	keyring: checkKeyring,
	hub: (context, signal) => checkHost('hub', context, signal),
	router: (context, signal) => checkHost('router', context, signal),
	network: async ({ http, environment }) => proxyFindings(http(), environment),
	rateLimit: checkRateLimit,
	access: checkAccess,
};
