import type { LogEvent } from './parseLogEvent';

/** How far a log has come. When it is sent from its beginning once more, only what is behind that place is new. */
export class LogPlace {
	private time = -Infinity;
	/** How often each line has come that was written at that very time. */
	private readonly atTime = new Map<string, number>();
	/** The same of the lines that come once more; nothing where the place has been passed. */
	private again: Map<string, number> | undefined;
	/** Of the line before. A line without a time was written when that was. */
	private before = -Infinity;

	/** From here on, the log comes from its beginning again. */
	restart(): void {
		this.again = new Map();
		this.before = -Infinity;
	}

	/** Whether a line has not come before. To be asked once for each, in their order. */
	pass({ line, time = this.before }: LogEvent): boolean {
		this.before = time;
		if (this.again && this.isKnown(this.again, line, time)) {
			return false;
		}
		this.again = undefined;
		if (time > this.time) {
			this.time = time;
			this.atTime.clear();
		}
		if (time === this.time) {
			this.atTime.set(line, (this.atTime.get(line) ?? 0) + 1);
		}
		return true;
	}

	private isKnown(again: Map<string, number>, line: string, time: number): boolean {
		if (time !== this.time) {
			return time < this.time;
		}
		const count = (again.get(line) ?? 0) + 1;
		again.set(line, count);
		return count <= (this.atTime.get(line) ?? 0);
	}
}
