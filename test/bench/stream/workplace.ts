import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RequestRecord } from '../../hub/traffic';
import type { LoopbackHub } from '../../hub/loopbackHub';
import { startSession, type Session } from '../../ui/driver/session';
import { BENCH_MODEL } from '../benchModel';
import type { BenchTools } from '../benchTools';
import { BareClient, type Errand } from '../client/bareClient';
import { bundlePageScript } from '../page/bundlePageScript';
import { PageFloor } from '../page/pageFloor';
import { ProbedFrame } from '../page/probedFrame';

/** A VS Code with the packaged extension and its results page in view, and beside it what it is held against. */
export class Workplace {
	private probed: ProbedFrame | undefined;

	private constructor(
		readonly session: Session,
		readonly client: BareClient,
		readonly floor: PageFloor,
	) {}

	static async open({ build, folder, installed }: BenchTools): Promise<Workplace> {
		const session = await startSession({
			measured: true,
			stepTimeoutMs: 60_000,
			extensions: ['panel'],
			env: ({ tokens }) => ({ HF_TOKEN: tokens.fineGrainedInference }),
			settings: { 'hfWorkbench.inference.models': { conversational: BENCH_MODEL } },
			hub: { deltaGapMs: 0 },
		});
		const client = BareClient.start(build.node, folder, session.hub);
		const floor = await PageFloor.open(session.workbench.page.context(), installed);
		await session.workbench.page.bringToFront();
		return new Workplace(session, client, floor);
	}

	get hub(): LoopbackHub {
		return this.session.hub;
	}

	/** The results page, once there has been a run. */
	get frame(): ProbedFrame {
		if (!this.probed) {
			throw new Error('There is no results page before the first run.');
		}
		return this.probed;
	}

	/** Runs a model that writes so many deltas, as a person does for the first time; from then on it can be run again. */
	async runFirst({ deltas, gapMs, thinkMs = 0 }: Errand, stop = false): Promise<void> {
		const { workbench, workspace } = this.session;
		const { results } = workbench;
		const name = `write-${deltas}-${gapMs}-${thinkMs}.txt`;
		const order = `x_deltas=${deltas} x_gap_ms=${gapMs} x_think_ms=${thinkMs}\n`;
		writeFileSync(path.join(workspace, name), order);
		await workbench.page.bringToFront();
		await workbench.editor.open(name);
		await workbench.editor.selectAll();
		await workbench.palette.run('Hugging Face: Explain Selection');
		const article = results.article(name);
		if (stop) {
			await results.press('Stop', article);
		}
		await results.button('Run Again', article).waitFor();
		await this.probe();
	}

	/** Presses Run Again; the probe watches what comes of it. */
	async runAgain(): Promise<void> {
		await this.session.workbench.page.bringToFront();
		this.hub.traffic.clear();
		await this.frame.arm();
		await this.session.workbench.results.press('Run Again');
	}

	/** What the Hub has written down about the latest stream. */
	get record(): Readonly<RequestRecord> {
		const record = this.hub.traffic.requests.findLast(({ stream }) => stream);
		if (!record) {
			throw new Error('The loopback Hub has seen no stream.');
		}
		return record;
	}

	async close(): Promise<void> {
		this.client.stop();
		await this.floor.close();
		await this.session.stop();
	}

	/** The probe lives as long as the page does. */
	private async probe(): Promise<void> {
		if (this.probed) {
			return;
		}
		const body = await this.session.workbench.results.frame.locator('body').elementHandle();
		const frame = await body?.ownerFrame();
		if (!frame) {
			throw new Error('The results page has no frame.');
		}
		await frame.evaluate(await bundlePageScript('probe'));
		this.probed = new ProbedFrame(frame);
	}
}
