/** Where the Hub and the inference router are: origins without a trailing slash. */
export interface Endpoints {
	readonly hub: string;
	readonly router: string;
}
