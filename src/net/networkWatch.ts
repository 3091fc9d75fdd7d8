import { networkInterfaces } from 'node:os';

/** Notices that this machine's network is gone. A cable that is drawn, or a radio that is off, breaks no connection: nothing comes any more. */
export class NetworkWatch {
	private hasBeen = false;

	constructor(private readonly interfaces: typeof networkInterfaces = networkInterfaces) {
		this.look();
	}

	/**
	 * Whether there is no network any more by which the host could be reached. Never so where there was none before: a machine in a
	 * sandbox may reach the world through its own loopback alone.
	 */
	isGone(hostname: string): boolean {
		return !this.look() && this.hasBeen && !isThisMachine(hostname);
	}

	/** An address that is neither the loopback's nor one that the machine gives itself where nobody gave it one. */
	private look(): boolean {
		const addresses = Object.values(this.interfaces()).flatMap(one => one ?? []);
		const has = addresses.some(({ internal, address }) => !internal && !isSelfGiven(address));
		this.hasBeen ||= has;
		return has;
	}
}

function isThisMachine(hostname: string): boolean {
	return /^(?:localhost|.*\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

function isSelfGiven(address: string): boolean {
	return /^169\.254\.|^fe[89ab][0-9a-f]:/i.test(address);
}
