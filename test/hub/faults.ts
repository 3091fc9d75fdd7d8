import type { Fault } from './fault';
import type { HostName } from './traffic';

/** Which requests a fault is for; what is left out matches everything. `path` is tested against path and query. */
export interface FaultMatch {
	readonly method?: string;
	readonly path?: RegExp;
	readonly host?: Exclude<HostName, 'foreign'>;
}

/** Makes requests go wrong. */
export interface Faults {
	/** The next request that matches; with `times`, the next so many. */
	next(match: FaultMatch, fault: Fault, times?: number): void;
	/** Every request that matches, until `clear`. */
	always(match: FaultMatch, fault: Fault): void;
	/** Of all requests, or of those that were planned with just this match. */
	clear(match?: FaultMatch): void;
}

interface Planned {
	readonly match: FaultMatch;
	readonly fault: Fault;
	left: number;
}

/** The faults that are planned; the oldest that matches a request is used first. */
export class FaultPlan implements Faults {
	private planned: Planned[] = [];

	next(match: FaultMatch, fault: Fault, times = 1): void {
		this.planned.push({ match, fault, left: times });
	}

	always(match: FaultMatch, fault: Fault): void {
		this.next(match, fault, Infinity);
	}

	clear(match?: FaultMatch): void {
		this.planned = match ? this.planned.filter(one => one.match !== match) : [];
	}

	/** The fault for this request, used up by asking. */
	take(request: {
		readonly method: string;
		readonly path: string;
		readonly host: HostName;
	}): Fault | undefined {
		const planned = this.planned.find(
			({ match }) =>
				(match.method ?? request.method) === request.method &&
				(match.host ?? request.host) === request.host &&
				(match.path === undefined || request.path.search(match.path) >= 0),
		);
		if (planned && --planned.left <= 0) {
			this.planned.splice(this.planned.indexOf(planned), 1);
		}
		return planned?.fault;
	}
}
