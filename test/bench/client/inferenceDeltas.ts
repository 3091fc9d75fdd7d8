import { createInference } from '../../../src/inference/createInference';
import { openOperation } from '../../../src/net/openOperation';
import { BENCH_MODEL } from '../benchModel';
import type { TakeDeltas } from './order';

/** The workbench's own inference, as the results panel's runs use it. */
export const inferenceDeltas: TakeDeltas = async (order, signal, onDelta) => {
	const { hubOrigin, routerOrigin, token, deltas, gapMs } = order;
	const inference = createInference({
		endpoints: { hub: hubOrigin, router: routerOrigin },
		credentials: async () => ({ value: token, name: 'bench', origins: [hubOrigin, routerOrigin] }),
		openOperation,
		providerPolicy: () => 'auto',
		billTo: () => undefined,
	});
	const request = {
		task: 'conversational',
		model: BENCH_MODEL,
		text: `x_deltas=${deltas} x_gap_ms=${gapMs}`,
	} as const;
	for await (const event of inference.run(request, signal)) {
		if (event.type === 'delta') {
			onDelta(event.text);
		} else if (event.type === 'failed') {
			throw new Error(`The run failed: ${event.problem.code}`);
		}
	}
};
