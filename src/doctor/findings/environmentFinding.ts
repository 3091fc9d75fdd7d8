import type { OfflineVariable } from '../../net/offlineVariable';

/** What the settings and the environment say about the Hub. */
export type EnvironmentFinding =
	| { readonly kind: 'environment.usual'; readonly hub: string; readonly router: string }
	| { readonly kind: 'environment.offline'; readonly variable: OfflineVariable }
	/** Another Hub is asked than the public one. */
	| {
			readonly kind: 'environment.endpoint';
			readonly which: 'hub' | 'router';
			readonly endpoint: string;
			readonly from: EndpointSource;
	  }
	/** It holds something that is no address, so it is passed over. */
	| { readonly kind: 'environment.badEndpoint'; readonly from: EndpointSource }
	/** `HF_ENDPOINT` names one Hub and the setting another, which counts. */
	| { readonly kind: 'environment.twoEndpoints'; readonly variable: string; readonly setting: string }
	/** Tokens would go over the network without encryption. */
	| { readonly kind: 'environment.plainHttp'; readonly endpoint: string; readonly from: EndpointSource }
	| { readonly kind: 'environment.noImplicitToken' };

/** Where an endpoint is written down. */
export type EndpointSource =
	| 'HF_ENDPOINT'
	| 'hfWorkbench.hub.endpoint'
	| 'hfWorkbench.inference.routerEndpoint';
