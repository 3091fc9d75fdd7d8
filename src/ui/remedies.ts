import type { Remedy } from './remedy';

/** The buttons that help with more than one kind of problem. */
export const REMEDIES = {
	addToken: { label: 'Add Token…', command: 'hfWorkbench.addToken' },
	switchToken: { label: 'Switch Token…', command: 'hfWorkbench.switchToken' },
	billTo: { label: 'Bill To…', command: 'hfWorkbench.billTo' },
	runWith: { label: 'Run with Another Model…', command: 'hfWorkbench.runWith' },
	runAgain: { label: 'Run Again', command: 'hfWorkbench.runAgain' },
	showLog: { label: 'Show Log', command: 'hfWorkbench.showLog' },
} satisfies Readonly<Record<string, Remedy>>;
