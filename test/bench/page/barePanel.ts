import { randomUUID } from 'node:crypto';
import type { Session } from '../../ui/driver/session';
import { BENCH_MODEL } from '../benchModel';
import type { Errand } from '../client/bareClient';
import { bundlePageScript } from './bundlePageScript';
import type { PageFirst } from './probeApi';
import { ProbedFrame } from './probedFrame';

const SHOW = 'Panel: Show Asker';

/**
 * A panel of another extension that asks the loopback router by `fetch`, posts the first text of the answer to its page and shows it
 * there: what VS Code itself takes from a stream to the screen.
 */
export class BarePanel {
	private constructor(
		private readonly session: Session,
		private readonly ask: (order: unknown) => Promise<void>,
		private readonly frame: ProbedFrame,
	) {}

	/** Opens it in the first column. It has to be opened before the results page, which is looked for as the last one. */
	static async open(session: Session): Promise<BarePanel> {
		const { palette, results } = session.workbench;
		await palette.run(SHOW);
		const main = results.frame.locator('main');
		await main.waitFor({ state: 'attached' });
		const frame = await (await main.elementHandle())?.ownerFrame();
		if (!frame) {
			throw new Error('The bare panel has no frame.');
		}
		await frame.evaluate(await bundlePageScript('probe'));
		const ask = (order: unknown) => frame.evaluate<void>(`ask(${JSON.stringify(order)})`);
		return new BarePanel(session, ask, new ProbedFrame(frame));
	}

	/** Puts it in front of the files of its column. */
	show(): Promise<void> {
		return this.session.workbench.palette.run(SHOW);
	}

	/** Asks for an answer and waits until its first text is on the screen, and the rest of it has been read. */
	async first({ deltas, gapMs, thinkMs }: Errand): Promise<PageFirst> {
		const { traffic } = this.session.hub;
		traffic.clear();
		await this.frame.arm();
		const body = {
			model: BENCH_MODEL,
			messages: [{ role: 'user', content: 'Write.' }],
			stream: true,
			x_deltas: deltas,
			x_gap_ms: gapMs,
			x_think_ms: thinkMs,
		};
		await this.ask({ id: randomUUID(), body });
		const first = await this.frame.first();
		await traffic.until(({ openRequests }) => openRequests === 0);
		return first;
	}
}
