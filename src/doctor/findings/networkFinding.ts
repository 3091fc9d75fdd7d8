import type { Problem } from '../../shared/problem';

export type HostRole = 'hub' | 'router';

/** What is known of the way to the hosts. No part of an address but its host is kept: a proxy's may hold a password. */
export type NetworkFinding =
	| {
			readonly kind: 'network.reached';
			readonly role: HostRole;
			readonly host: string;
			readonly milliseconds: number;
	  }
	/** Something answered, but not as this host does. */
	| {
			readonly kind: 'network.strange';
			readonly role: HostRole;
			readonly host: string;
			readonly status: number;
	  }
	| {
			readonly kind: 'network.unreachable';
			readonly role: HostRole;
			readonly host: string;
			readonly problem: Problem;
	  }
	| { readonly kind: 'network.direct' }
	| { readonly kind: 'network.proxy'; readonly host: string; readonly from: string }
	/** What stands where a proxy's address belongs is none. */
	| { readonly kind: 'network.badProxy'; readonly from: string }
	/** The environment names a proxy, and the editor is told to use none. */
	| { readonly kind: 'network.proxyUnused'; readonly from: string }
	| { readonly kind: 'network.noProxy'; readonly hosts: readonly string[] }
	/** Certificates are not checked, so that anybody on the way can read the tokens. */
	| { readonly kind: 'network.unverified'; readonly from: string }
	| { readonly kind: 'network.extraCertificates' }
	| {
			readonly kind: 'network.rate';
			readonly bucket: string;
			readonly remaining: number;
			readonly quota?: number;
			readonly resetSeconds?: number;
	  }
	| { readonly kind: 'network.rateUntold'; readonly host: string };
