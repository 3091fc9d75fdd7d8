import type { ChatSettings } from '../shared/draft';
import type { FormValues } from '../shared/inputForm';
import { isRecord } from './isRecord';
import type { VsCodeApi } from './vsCodeApi';

/** What the page remembers about how it is looked at. */
export interface PageState {
	/** The run at which the page was scrolled, and how far, in CSS pixels. */
	readonly scroll?: { readonly id: string; readonly top: number };
	/** Whether a section that the user has folded or opened is open, by run and section. */
	readonly open: Readonly<Record<string, boolean>>;
	/** What has been written into the form that is open. */
	readonly form?: { readonly id: string; readonly values: FormValues };
	/** Questions that were written and not sent, by run and place. */
	readonly drafts: Readonly<Record<string, WrittenDraft>>;
	/** How parts of answers are looked at, by run and part, as each part has put it. */
	readonly looks: Readonly<Record<string, unknown>>;
}

/** How one part of an answer is looked at: a zoom, what is chosen. What is read may be an older version's. */
export interface Look {
	read(): unknown;
	/** `undefined` forgets it. */
	keep(look: unknown): void;
}

/** A question as far as it is written, and what was set for it. */
export interface WrittenDraft {
	readonly text: string;
	readonly settings?: ChatSettings;
}

/** How many of the user's foldings are remembered. */
const MOST_FOLDINGS = 200;
/** How many questions that were not sent are remembered. */
const MOST_DRAFTS = 50;
/** How many parts of answers are remembered as they are looked at. */
const MOST_LOOKS = 100;

/** Keeps the page's own small state across its being hidden; the runs come from the host. */
export class PageMemory {
	private state: PageState;

	constructor(private readonly api: Pick<VsCodeApi<never, PageState>, 'getState' | 'setState'>) {
		this.state = readPageState(api.getState());
	}

	get scroll(): PageState['scroll'] {
		return this.state.scroll;
	}

	set scroll(scroll: PageState['scroll']) {
		const { open, drafts, looks, form } = this.state;
		this.write({ open, drafts, looks, ...(form && { form }), ...(scroll && { scroll }) });
	}

	/** Whether the user has opened the section, or `undefined` if it was left as it came. */
	isOpen(id: string, section: string): boolean | undefined {
		return this.state.open[`${id} ${section}`];
	}

	setOpen(id: string, section: string, open: boolean): void {
		this.write({ ...this.state, open: withLast(this.state.open, `${id} ${section}`, open, MOST_FOLDINGS) });
	}

	/** Where a part of an answer keeps how it is looked at. */
	look(id: string, part: string): Look {
		const key = `${id} ${part}`;
		return {
			read: () => this.state.looks[key],
			keep: look => this.write({ ...this.state, looks: withLast(this.state.looks, key, look, MOST_LOOKS) }),
		};
	}

	draft(id: string, place: string): WrittenDraft | undefined {
		return this.state.drafts[`${id} ${place}`];
	}

	/** `undefined` forgets it. */
	setDraft(id: string, place: string, draft: WrittenDraft | undefined): void {
		const drafts = withLast(this.state.drafts, `${id} ${place}`, draft, MOST_DRAFTS);
		this.write({ ...this.state, drafts });
	}

	/** What has been written into a form so far. */
	formDraft(id: string): FormValues {
		return this.state.form?.id === id ? this.state.form.values : {};
	}

	keepFormDraft(id: string, values: FormValues): void {
		this.write({ ...this.state, form: { id, values } });
	}

	private write(state: PageState): void {
		this.state = state;
		this.api.setState(state);
	}
}

/** The same entries with one more, as the last, of which the first ones are left out if they are too many; `undefined` takes it out. */
function withLast<T>(
	entries: Readonly<Record<string, T>>,
	key: string,
	value: T | undefined,
	most: number,
): Readonly<Record<string, T>> {
	const others = Object.entries(entries).filter(([other]) => other !== key);
	return Object.fromEntries(value === undefined ? others : [...others, [key, value] as const].slice(-most));
}

/** Reads a state that an older version of the page may have written; what it does not understand is left out. */
export function readPageState(value: unknown): PageState {
	const { scroll, open, drafts, looks, form } = isRecord(value) ? value : {};
	return {
		open: isRecord(open)
			? Object.fromEntries(
					Object.entries(open).flatMap(([key, is]) => (typeof is === 'boolean' ? [[key, is]] : [])),
				)
			: {},
		drafts: isRecord(drafts)
			? Object.fromEntries(
					Object.entries(drafts).flatMap(([key, draft]) =>
						isRecord(draft) && typeof draft.text === 'string'
							? [[key, { text: draft.text, ...(isRecord(draft.settings) && { settings: draft.settings }) }]]
							: [],
					),
				)
			: {},
		looks: isRecord(looks) ? looks : {},
		...(isRecord(scroll) &&
			typeof scroll.id === 'string' &&
			typeof scroll.top === 'number' && { scroll: { id: scroll.id, top: scroll.top } }),
		...(isRecord(form) &&
			typeof form.id === 'string' &&
			isRecord(form.values) && { form: { id: form.id, values: form.values as FormValues } }),
	};
}
