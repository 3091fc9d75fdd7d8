/** The editor's own settings about the network, all of `http.*`. */
export interface HttpSettings {
	readonly proxy: string;
	/** `off`, `on`, `fallback` or `override`. */
	readonly proxySupport: string;
	readonly proxyStrictSSL: boolean;
	readonly noProxy: readonly string[];
}
