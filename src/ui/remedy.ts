import type { CommandId } from '../commandId';

/** A button under a problem: a command of ours, or a page that opens in the browser. */
export type Remedy =
	| { readonly label: string; readonly command: CommandId; readonly args?: readonly unknown[] }
	| { readonly label: string; readonly url: string };
