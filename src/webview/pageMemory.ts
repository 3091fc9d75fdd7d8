import type { VsCodeApi } from './vsCodeApi';

/** What the page remembers about how it is looked at. */
export interface PageState {
	/** The run at which the page was scrolled, and how far, in CSS pixels. */
	readonly scroll?: { readonly id: string; readonly top: number };
	/** Whether a section that the user has folded or opened is open, by run and section. */
	readonly open: Readonly<Record<string, boolean>>;
}

/** How many of the user's foldings are remembered. */
const MOST_FOLDINGS = 200;

/** Keeps the page's own small state across its being hidden; the runs come from the host. */
export class PageMemory {
	private state: PageState;

	constructor(private readonly api: Pick<VsCodeApi, 'getState' | 'setState'>) {
		this.state = readPageState(api.getState());
	}

	get scroll(): PageState['scroll'] {
		return this.state.scroll;
	}

	set scroll(scroll: PageState['scroll']) {
		this.write({ open: this.state.open, ...(scroll && { scroll }) });
	}

	/** Whether the user has opened the section, or `undefined` if it was left as it came. */
	isOpen(id: string, section: string): boolean | undefined {
		return this.state.open[`${id} ${section}`];
	}

	setOpen(id: string, section: string, open: boolean): void {
		const key = `${id} ${section}`;
		const others = Object.entries(this.state.open).filter(([other]) => other !== key);
		const entries = [...others, [key, open] as const].slice(-MOST_FOLDINGS);
		this.write({ ...this.state, open: Object.fromEntries(entries) });
	}

	private write(state: PageState): void {
		this.state = state;
		this.api.setState(state);
	}
}

/** Reads a state that an older version of the page may have written; what it does not understand is left out. */
export function readPageState(value: unknown): PageState {
	const { scroll, open } = isRecord(value) ? value : {};
	return {
		open: isRecord(open)
			? Object.fromEntries(
					Object.entries(open).flatMap(([key, is]) => (typeof is === 'boolean' ? [[key, is]] : [])),
				)
			: {},
		...(isRecord(scroll) &&
			typeof scroll.id === 'string' &&
			typeof scroll.top === 'number' && { scroll: { id: scroll.id, top: scroll.top } }),
	};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}
