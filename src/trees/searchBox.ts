import * as vscode from 'vscode';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import { maskAccessTokens } from '../util/maskAccessTokens';
import { problemOf } from '../util/problemOf';
import { STAYS_OPEN } from '../ui/staysOpen';
import type { SearchChange } from './askFilter';
import type { Listed, Listing } from './listing';
import { KIND_WORDS } from './listKind';
import type { RowActions } from './rowActions';
import type { RowTarget } from './rowTarget';
import type { FacetName, Search } from './search';
import { facetOf, FACETS } from './searchFacets';
import {
	foundItem,
	nothingItem,
	problemItem,
	rowButtons,
	showAllItem,
	type RowButtons,
	type SearchItem,
} from './searchItems';
import { searchWords } from './searchQuery';

/** Milliseconds without a keystroke after which the Hub is asked. */
const PAUSE = 200;
/** Ways to narrow a search that have a button of their own. */
const OWN_BUTTONS = 2;

/** How the search was left. `search` is what it had become by then. */
export type SearchOutcome =
	| { readonly type: 'found' | 'run'; readonly target: RowTarget; readonly search: Search }
	| { readonly type: 'showAll'; readonly search: Search }
	| { readonly type: 'change'; readonly change: SearchChange; readonly search: Search };

export interface SearchBoxOptions<S extends Listed> {
	readonly title: string;
	readonly listing: Listing<S>;
	readonly actions: RowActions;
	/** Whether the list offers more than to choose one: buttons on its rows, and all results in the view. */
	readonly browse: boolean;
}

/** Searches the Hub as one types. Nothing if the user leaves. */
export async function askSearch<S extends Listed>(
	options: SearchBoxOptions<S>,
	search: Search,
): Promise<SearchOutcome | undefined> {
	const box = new SearchBox(options, search);
	try {
		return await box.ask();
	} finally {
		box.dispose();
	}
}

interface ChangeButton extends vscode.QuickInputButton {
	readonly change: SearchChange;
}

function changeButtons(names: readonly FacetName[]): readonly ChangeButton[] {
	const own = names.slice(0, OWN_BUTTONS).map((name): ChangeButton => {
		const { label, icon } = facetOf(name);
		const article = /^[AEIO]/.test(label) ? 'an' : 'a';
		return { change: name, iconPath: new vscode.ThemeIcon(icon), tooltip: `Choose ${article} ${label}` };
	});
	const button = (change: SearchChange, icon: string, tooltip: string): ChangeButton => ({
		change,
		iconPath: new vscode.ThemeIcon(icon),
		tooltip,
	});
	return [
		...own,
		...(names.length > OWN_BUTTONS ? [button('more', 'settings', 'More Filters')] : []),
		button('sort', 'sort-precedence', 'Choose the Order'),
	];
}

class SearchBox<S extends Listed> extends Disposable {
	private readonly box = this.register(vscode.window.createQuickPick<SearchItem>());
	private readonly requests = this.register(new Latest());
	private readonly showAll: vscode.QuickInputButton = {
		iconPath: new vscode.ThemeIcon('list-flat'),
		tooltip: 'Show All Results in the View',
	};
	private readonly changes: readonly ChangeButton[];
	private readonly buttons: RowButtons;
	private pause: NodeJS.Timeout | undefined;
	private found: readonly S[] = [];
	/** Enter came before the answer to what was typed: the first row of that answer is meant, not one still in the list. */
	private acceptNext = false;
	private leave: (outcome: SearchOutcome | undefined) => void = () => undefined;

	constructor(
		private readonly options: SearchBoxOptions<S>,
		private readonly start: Search,
	) {
		super();
		const { box } = this;
		const { kind } = options.listing;
		this.changes = changeButtons(FACETS[kind]);
		this.buttons = rowButtons(kind);
		box.title = [options.title, ...searchWords(start)].join(' · ');
		box.placeholder =
			kind === 'model' ? 'Search the Hub, such as “qwen coder”' : `Search the Hub’s ${KIND_WORDS[kind].many}`;
		box.value = start.text;
		box.ignoreFocusOut = STAYS_OPEN.askedFromPage;
		// The Hub's order is the order; the editor would sort by where the text matches. Not in the stable types.
		Object.assign(box, { sortByLabel: false });
		box.buttons = [...this.changes, ...(options.browse ? [this.showAll] : [])];
		this.register(box.onDidChangeValue(() => this.typed()));
		this.register(box.onDidAccept(() => this.accepted(box.activeItems[0])));
		this.register(box.onDidTriggerButton(button => this.pressed(button)));
		this.register(box.onDidTriggerItemButton(({ button, item }) => void this.pressedOnItem(button, item)));
		this.register({ dispose: () => clearTimeout(this.pause) });
	}

	ask(): Promise<SearchOutcome | undefined> {
		return new Promise(resolve => {
			this.leave = resolve;
			this.register(this.box.onDidHide(() => resolve(undefined)));
			this.box.show();
			void this.load();
		});
	}

	/** What is gone on with and may be kept; a token that was pasted is not. */
	private get search(): Search {
		return { ...this.start, text: maskAccessTokens(this.box.value) };
	}

	private typed(): void {
		clearTimeout(this.pause);
		this.requests.abort();
		this.acceptNext = false;
		this.box.busy = true;
		this.pause = setTimeout(() => void this.load(), PAUSE);
	}

	/** Never rejects: what fails is a row of the list. */
	private async load(): Promise<void> {
		this.pause = undefined;
		this.box.busy = true;
		try {
			const asked = { ...this.start, text: this.box.value };
			const page = await this.requests.run(signal => this.options.listing.page(asked, signal));
			if (page === undefined) {
				return;
			}
			this.found = page.value.items;
			this.show(this.items());
		} catch (error) {
			this.found = [];
			this.acceptNext = false;
			this.show([problemItem(problemOf(error))]);
		}
		this.box.busy = false;
		if (this.acceptNext) {
			this.accepted(this.box.items[0]);
		}
	}

	private items(): readonly SearchItem[] {
		const { actions, browse, listing } = this.options;
		const { kind } = listing;
		if (this.found.length === 0) {
			return [nothingItem(kind)];
		}
		const buttons = browse ? this.buttons : undefined;
		const rows = this.found.map(item =>
			foundItem(listing, item, actions.isPinned({ kind, id: item.id }), buttons),
		);
		return browse ? [...rows, showAllItem()] : rows;
	}

	/** Keeps the row that the user is on, where it is still there. */
	private show(items: readonly SearchItem[]): void {
		const active = this.box.activeItems[0]?.label;
		this.box.items = items;
		const again = items.find(({ label }) => label === active);
		if (again) {
			this.box.activeItems = [again];
		}
	}

	private accepted(item: SearchItem | undefined): void {
		const { search } = this;
		if (this.pause !== undefined || this.requests.busy) {
			this.acceptNext = search.text.trim() !== '';
			return;
		}
		switch (item?.choice.type) {
			case 'found':
				this.leave({ type: 'found', target: { kind: search.kind, id: item.choice.id }, search });
				break;
			case 'showAll':
				this.leave({ type: 'showAll', search });
				break;
			case 'retry':
				void this.load();
				break;
			case 'none':
			case undefined:
		}
	}

	private pressed(button: vscode.QuickInputButton): void {
		const { search } = this;
		if (button === this.showAll) {
			this.leave({ type: 'showAll', search });
			return;
		}
		const pressed = this.changes.find(one => one === button);
		if (pressed) {
			this.leave({ type: 'change', change: pressed.change, search });
		}
	}

	private async pressedOnItem(button: vscode.QuickInputButton, { choice }: SearchItem): Promise<void> {
		if (choice.type !== 'found') {
			return;
		}
		const target = { kind: this.search.kind, id: choice.id };
		const { actions } = this.options;
		if (button === this.buttons.run) {
			this.leave({ type: 'run', target, search: this.search });
		} else if (button === this.buttons.open) {
			await actions.openOnHub(target);
		} else {
			await (actions.isPinned(target) ? actions.unpin(target) : actions.pin(target));
			this.show(this.items());
		}
	}
}
