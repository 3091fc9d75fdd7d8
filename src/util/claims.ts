import { readFile, writeFile } from 'node:fs/promises';
import { isRecord } from './isRecord';
import { whileHolding } from './whileHolding';

/**
 * What only one of all windows is to do, each thing once in a while: whoever claims it first does it. It is in a file, since a
 * window learns only after a moment what another one has put into the editor's storage.
 */
export class Claims {
	/** Where the file cannot be written, this window still does nothing twice. */
	private own: Readonly<Record<string, number>> = {};

	constructor(
		private readonly file: string,
		private readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>,
	) {}

	/** Claims what nobody has claimed before, until a time in epoch milliseconds; gives what it got. */
	take(keys: readonly string[], now: number, until: number, signal: AbortSignal): Promise<readonly string[]> {
		return whileHolding(`${this.file}.lock`, signal, this.pause, async () => {
			const claimed = { ...this.own, ...(await this.read()) };
			const free = keys.filter(key => !((claimed[key] ?? 0) > now));
			if (free.length > 0) {
				const left = Object.entries(claimed).filter(([, end]) => end > now);
				this.own = Object.fromEntries([...left, ...free.map(key => [key, until] as const)]);
				await writeFile(this.file, JSON.stringify(this.own)).catch(() => undefined);
			}
			return free;
		});
	}

	/** A file that cannot be read says nothing. */
	private async read(): Promise<Readonly<Record<string, number>>> {
		try {
			const value: unknown = JSON.parse(await readFile(this.file, 'utf8'));
			return Object.fromEntries(
				Object.entries(isRecord(value) ? value : {}).flatMap(([key, end]) =>
					typeof end === 'number' ? [[key, end] as const] : [],
				),
			);
		} catch {
			return {};
		}
	}
}
