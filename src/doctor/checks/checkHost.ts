import { problemOf } from '../../util/problemOf';
import type { CheckContext } from '../check';
import type { HostRole, NetworkFinding } from '../findings/networkFinding';

/** What is asked of each: something small that needs no token. The router's list is not read, only that it comes. */
const PATHS: Readonly<Record<HostRole, string>> = { hub: '/api/models?limit=1', router: '/v1/models' };

/** Whether a host can be reached and answers as it should, without any token. */
export async function checkHost(
	role: HostRole,
	{ settings, probe }: CheckContext,
	signal: AbortSignal,
): Promise<readonly NetworkFinding[]> {
	const endpoint = settings.endpoints[role];
	const { host } = new URL(endpoint);
	try {
		const { status, milliseconds, isJson } = await probe({ url: endpoint + PATHS[role], signal });
		// One that asks for patience is there.
		return status === 429 || (status < 400 && isJson)
			? [{ kind: 'network.reached', role, host, milliseconds }]
			: [{ kind: 'network.strange', role, host, status }];
	} catch (error) {
		const problem = problemOf(error);
		if (problem.code === 'cancelled') {
			throw error;
		}
		return [{ kind: 'network.unreachable', role, host, problem }];
	}
}
