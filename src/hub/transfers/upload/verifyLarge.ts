import { ProblemError } from '../../../util/problemError';
import type { HubWay } from '../hubWay';
import { persistently } from './persistently';
import type { VerifyAction } from './readVerifyAction';
import type { UploadDeps } from './uploadDeps';
import type { UploadFile } from './uploadPlan';

/**
 * Asks the Hub whether a file that was sent has arrived. The address is the answer's, so the way must lead to the Hub alone,
 * not to its storage as well: the token goes along.
 */
export async function verifyLarge(
	deps: UploadDeps,
	way: HubWay,
	file: UploadFile,
	{ url, header }: VerifyAction,
): Promise<void> {
	const headers = new Headers(header);
	headers.set('Accept', 'application/vnd.git-lfs+json');
	headers.set('Content-Type', 'application/vnd.git-lfs+json');
	for (const [name, value] of Object.entries(way.headers)) {
		headers.set(name, value);
	}
	await persistently(deps, way, async () => {
		const response = await way.operation.fetch(url, {
			method: 'POST',
			headers,
			body: JSON.stringify({ oid: file.tag, size: file.size }),
		});
		await response.body?.cancel();
		const { last } = way.operation;
		// Without a code of what is not there, it is about the file: the storage has it not, or has another size of it.
		if ((response.status === 404 && last?.errorCode === undefined) || response.status === 422) {
			throw new ProblemError({ code: 'file.notArrived', file: file.path });
		}
		if (!response.ok) {
			throw new Error(`The answer has status ${response.status}`);
		}
	});
}
