import type { Permission } from './permission';

/** What the doctor looks at, in the order in which it is shown. */
export const CHECKS = [
	'environment',
	'sources',
	'tokens',
	'goal',
	'keyring',
	'hub',
	'router',
	'network',
	'rateLimit',
	'access',
] as const;

export type CheckId = (typeof CHECKS)[number];

/** How much a finding matters: as it should be, worth knowing, may go wrong, or in the way. */
export type Severity = 'good' | 'note' | 'warning' | 'problem';

/** A finding in words, ready to be shown: what, why, and what repairs it, as buttons. */
export interface FindingView {
	readonly severity: Severity;
	readonly title: string;
	readonly explanation: string;
	readonly remedies: readonly string[];
}

/** `waiting`: not run since the page was opened. */
export type CheckState = 'waiting' | 'running' | 'done' | 'cancelled';

export interface CheckView {
	readonly id: CheckId;
	readonly title: string;
	readonly state: CheckState;
	readonly findings: readonly FindingView[];
}

/** All that the doctor's page shows. */
export interface DiagnosisView {
	readonly checks: readonly CheckView[];
	/** What the user wants to be able to do, and all that can be chosen, in words. */
	readonly goal: Permission;
	readonly goals: ReadonlyArray<{ readonly goal: Permission; readonly label: string }>;
	/** The gated repo that access is looked up for, as it was typed; empty for none. */
	readonly repo: string;
}

/** Host to page: everything, whenever something changes. There is never much of it. */
export interface ToDoctorPage {
	readonly type: 'state';
	readonly view: DiagnosisView;
}

/** Page to host. */
export type FromDoctorPage =
	| { readonly type: 'ready' }
	/** Run all checks. */
	| { readonly type: 'run' }
	| { readonly type: 'cancel' }
	/** Run one check again. */
	| { readonly type: 'check'; readonly id: CheckId }
	/** The `index`-th remedy of a check's `finding`-th finding was pressed. */
	| { readonly type: 'remedy'; readonly id: CheckId; readonly finding: number; readonly index: number }
	| { readonly type: 'goal'; readonly goal: Permission }
	| { readonly type: 'repo'; readonly repo: string }
	| { readonly type: 'copy' };

export function isCheckId(value: unknown): value is CheckId {
	return (CHECKS as readonly unknown[]).includes(value);
}
