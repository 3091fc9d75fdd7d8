/** Lets one window at a time do something that must not be done twice at once. */
export interface Lease {
	/**
	 * Runs `work` while no other holder of the name does. Where that cannot be had, `work` is run all the same: a lease
	 * makes a collision rare, and what is done under one has to survive it.
	 */
	hold<T>(name: string, work: () => Promise<T>): Promise<T>;
}
