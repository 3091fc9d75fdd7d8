import type { ProblemOf } from '../shared/problem';

export type OfflineVariable = ProblemOf<'network.offlineMode'>['variable'];

const VARIABLES: readonly OfflineVariable[] = ['HF_HUB_OFFLINE', 'TRANSFORMERS_OFFLINE'];

/**
 * The variable that keeps the Hub's tools off the network, or nothing where the network may be used. As the Python
 * library has it: the first one that is not empty decides, and `1`, `ON`, `YES` and `TRUE` in any case mean yes.
 */
export function offlineVariable(
	environment: Readonly<Record<string, string | undefined>>,
): OfflineVariable | undefined {
	const decisive = VARIABLES.find(variable => (environment[variable] ?? '') !== '');
	return decisive !== undefined && /^(?:1|on|yes|true)$/i.test(environment[decisive] ?? '')
		? decisive
		: undefined;
}
