import type { LogEvent } from './parseLogEvent';

/** Lines of one time that are compared one by one; those behind them are counted. */
const MOST_COMPARED = 1000;

/**
 * How far a log has come. When it is sent from its beginning once more, only what is behind that place is new: what was written
 * later, and what comes behind as many lines of that very time as have come. Lines that are not the same ones as before begin
 * another log, since to show one twice is better than not at all.
 */
export class LogPlace {
	private time = -Infinity;
	/** How many lines have come that were written at that very time, and the first of them. */
	private count = 0;
	private first: string[] = [];
	/** How many of them have come once more; nothing where the place has been passed. */
	private again: number | undefined;
	/** Of the line before. A line without a time was written when that was. */
	private before = -Infinity;

	/** From here on, the log comes from its beginning again. */
	restart(): void {
		this.again = 0;
		this.before = -Infinity;
	}

	/** Whether a line has not come before. To be asked once for each, in their order. */
	pass({ line, time = this.before }: LogEvent): boolean {
		this.before = time;
		if (this.again !== undefined && this.isKnown(this.again, line, time)) {
			return false;
		}
		this.again = undefined;
		if (time > this.time) {
			this.time = time;
			this.forgetBehind(0);
		}
		if (time === this.time) {
			this.count++;
			if (this.first.length < MOST_COMPARED) {
				this.first.push(line);
			}
		}
		return true;
	}

	private isKnown(again: number, line: string, time: number): boolean {
		if (time !== this.time) {
			return time < this.time;
		}
		if (again < this.count && (again >= MOST_COMPARED || this.first[again] === line)) {
			this.again = again + 1;
			return true;
		}
		this.forgetBehind(again);
		return false;
	}

	private forgetBehind(count: number): void {
		this.count = count;
		this.first.length = Math.min(count, this.first.length);
	}
}
