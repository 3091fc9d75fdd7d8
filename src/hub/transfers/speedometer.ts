/** Milliseconds that the speed is told of. */
const WINDOW = 5_000;
/** Less than this says nothing. */
const LEAST = 500;

/** The speed of something that counts bytes, over the last seconds. */
export class Speedometer {
	private readonly samples: Array<{ readonly at: number; readonly bytes: number }> = [];

	/** `at` in milliseconds. What was there before the first sample does not count. */
	add(bytes: number, at: number): void {
		this.samples.push({ at, bytes });
		while ((this.samples[0]?.at ?? at) < at - WINDOW) {
			this.samples.shift();
		}
	}

	/** Bytes per second; nothing until there is enough to tell. */
	get speed(): number | undefined {
		const first = this.samples[0];
		const last = this.samples.at(-1);
		if (!first || !last || last.at - first.at < LEAST) {
			return undefined;
		}
		return Math.max(0, ((last.bytes - first.bytes) * 1000) / (last.at - first.at));
	}
}
