/** The views of the sidebar's container, each a tree. */
export const VIEWS = ['hfWorkbench.tokens', 'hfWorkbench.models'] as const;

export type ViewId = (typeof VIEWS)[number];

/** The results panel's type, by which the editor restores it after a reload. */
export const RESULTS_VIEW = 'hfWorkbench.results';
