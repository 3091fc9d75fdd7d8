import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { RequestRecord } from '../../hub/traffic';
import type { LoopbackHub } from '../../hub/loopbackHub';
import { isolatedEnv } from '../../host/isolatedEnv';
import type { ClientAnswer, ClientOrder, ClientReport, ClientWay } from './order';

/** What a client is asked for. */
export type Errand = Pick<ClientOrder, 'deltas' | 'gapMs' | 'thinkMs' | 'stopAfter'>;

/** A report beside what the loopback Hub wrote down about the same request. */
export interface Measured {
	readonly report: ClientReport;
	readonly record: Readonly<RequestRecord>;
}

/** Clients without an editor around them, in a process of their own on the Node that the extension host has. */
export class BareClient {
	private constructor(
		private readonly child: ChildProcess,
		private readonly hub: LoopbackHub,
	) {}

	/** @param node the executable */
	static start(node: string, home: string, hub: LoopbackHub): BareClient {
		const child = fork(path.join(__dirname, 'main.ts'), {
			execPath: node,
			execArgv: ['--import', 'tsx'],
			env: isolatedEnv(home),
		});
		return new BareClient(child, hub);
	}

	async run(way: ClientWay, errand: Errand): Promise<Measured> {
		const { hub, child } = this;
		const { routerOrigin, origin: hubOrigin, tokens } = hub;
		hub.traffic.clear();
		const order: ClientOrder = {
			...errand,
			way,
			routerOrigin,
			hubOrigin,
			token: tokens.fineGrainedInference,
		};
		child.send(order);
		const [answer] = (await once(child, 'message')) as [ClientAnswer];
		if ('error' in answer) {
			throw new Error(`The bare client (${way}): ${answer.error}`);
		}
		await hub.traffic.until(({ openRequests }) => openRequests === 0);
		const record = hub.traffic.requests.find(({ stream }) => stream);
		if (!record) {
			throw new Error('The loopback Hub has seen no stream.');
		}
		return { report: answer.report, record };
	}

	stop(): void {
		this.child.kill();
	}
}
