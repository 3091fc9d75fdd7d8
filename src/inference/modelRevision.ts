import { isRecord } from '../util/isRecord';
import { getJson } from './getJson';
import { modelUrl } from './modelUrl';
import type { Services } from './services';

/** The commit of a model's main branch, as the Hub has it now. Throws `ProblemError`. */
export async function modelRevision(
	services: Services,
	model: string,
	signal: AbortSignal,
): Promise<string | undefined> {
	const url = modelUrl(services.endpoints.hub, model);
	url.search = 'expand[]=sha';
	const credential = await services.credentials('hub.read', signal);
	const body = await getJson(services, { url, credential, signal });
	return isRecord(body) && typeof body.sha === 'string' ? body.sha : undefined;
}
