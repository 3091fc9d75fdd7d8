import type { Inference } from '../inference/inference';
import type { RunRequest } from '../inference/runRequest';
import { estimateWords } from '../shared/estimateWords';

/** What a run would be, in words; nothing where that is not told in tokens. Never fails: nobody has asked for it. */
export async function estimateRun(
	inference: Pick<Inference, 'estimate'>,
	request: RunRequest,
): Promise<string | undefined> {
	try {
		const estimate = await inference.estimate(request);
		return estimate && estimateWords(estimate);
	} catch {
		// The run itself says what is wrong.
		return undefined;
	}
}
