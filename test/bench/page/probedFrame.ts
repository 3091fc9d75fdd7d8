import { setTimeout as delay } from 'node:timers/promises';
import type { Frame } from 'playwright-core';
import type { PageEnd, PageFirst } from './probeApi';

/** After which something that is waited for in the page counts as never going to come. */
const PATIENCE_MS = 120_000;

/** A frame that shows the results page, with the probe in it. */
export class ProbedFrame {
	constructor(private readonly frame: Frame) {}

	arm(): Promise<void> {
		return this.ask<void>('arm');
	}

	first(): Promise<PageFirst> {
		return this.ask<PageFirst>('first');
	}

	end(): Promise<PageEnd> {
		return this.ask<PageEnd>('end');
	}

	/** When a button was last clicked, in epoch milliseconds. */
	clickedAt(): Promise<number> {
		return this.ask<number>('clickedAt');
	}

	private async ask<T>(method: 'arm' | 'first' | 'end' | 'clickedAt'): Promise<T> {
		const late = new AbortController();
		const never = delay(PATIENCE_MS, undefined, late).then((): never => {
			throw new Error(`The page did not answer “${method}” within ${PATIENCE_MS / 1_000} s.`);
		});
		never.catch(() => undefined);
		try {
			return await Promise.race([this.frame.evaluate<T>(`benchProbe.${method}()`), never]);
		} finally {
			late.abort();
		}
	}
}
