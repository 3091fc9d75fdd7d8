/** Where the Hub and the inference router are: `http(s)` URLs, with a path where there is one, without a slash at the end. */
export interface Endpoints {
	readonly hub: string;
	readonly router: string;
}
