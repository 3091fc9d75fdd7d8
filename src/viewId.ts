/** The views of the sidebar's container, each a tree. */
export const VIEWS = [
	'hfWorkbench.tokens',
	'hfWorkbench.models',
	'hfWorkbench.datasets',
	'hfWorkbench.spaces',
	'hfWorkbench.collections',
	'hfWorkbench.downloads',
	'hfWorkbench.cache',
] as const;

export type ViewId = (typeof VIEWS)[number];

/** The doctor's panel's type. */
export const DOCTOR_VIEW = 'hfWorkbench.doctor';

/** The results panel's type, by which the editor restores it after a reload. */
export const RESULTS_VIEW = 'hfWorkbench.results';

/** The scheme of the addresses of files on the Hub. */
export const HUB_SCHEME = 'hf';

/** The type of the pages of repos, by which the editor restores them after a reload. */
export const REPO_VIEW = 'hfWorkbench.repo';
