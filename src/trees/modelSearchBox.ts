import * as vscode from 'vscode';
import type { Hub } from '../hub/hub';
import type { ModelSummary } from '../hub/model';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import { problemOf } from '../util/problemOf';
import { searchFilters, searchQuery, type ModelSearch } from './modelSearch';
import type { PinnedModels } from './pinnedModels';
import {
	modelItem,
	nothingItem,
	OPEN_BUTTON,
	problemItem,
	RUN_BUTTON,
	showAllItem,
	type SearchItem,
} from './searchItems';

/** Milliseconds without a keystroke after which the Hub is asked. */
const PAUSE = 200;

/** How the search was left. `search` is what it had become by then. */
export type SearchOutcome =
	| { readonly type: 'model'; readonly model: ModelSummary; readonly search: ModelSearch }
	| { readonly type: 'run'; readonly model: ModelSummary; readonly search: ModelSearch }
	| { readonly type: 'showAll'; readonly search: ModelSearch }
	| { readonly type: 'filter'; readonly filter: SearchFilter; readonly search: ModelSearch };

export type SearchFilter = 'pipelineTag' | 'provider' | 'sort';

export interface SearchBoxOptions {
	readonly title: string;
	readonly hub: Pick<Hub, 'models'>;
	readonly pins: PinnedModels;
	readonly openOnHub: (id: string) => Promise<void>;
	/** Whether the list offers more than to choose one model: buttons on its rows, and all results in the view. */
	readonly browse: boolean;
}

/** Searches the Hub's models as one types. Nothing if the user leaves. */
export async function askModelSearch(
	options: SearchBoxOptions,
	search: ModelSearch,
): Promise<SearchOutcome | undefined> {
	const box = new ModelSearchBox(options, search);
	try {
		return await box.ask();
	} finally {
		box.dispose();
	}
}

const FILTER_BUTTONS: Readonly<Record<SearchFilter, vscode.QuickInputButton>> = {
	pipelineTag: { iconPath: new vscode.ThemeIcon('filter'), tooltip: 'Choose a Task' },
	provider: { iconPath: new vscode.ThemeIcon('server'), tooltip: 'Choose an Inference Provider' },
	sort: { iconPath: new vscode.ThemeIcon('sort-precedence'), tooltip: 'Choose the Order' },
};

class ModelSearchBox extends Disposable {
	private readonly box = this.register(vscode.window.createQuickPick<SearchItem>());
	private readonly requests = this.register(new Latest());
	private readonly showAll: vscode.QuickInputButton = {
		iconPath: new vscode.ThemeIcon('list-flat'),
		tooltip: 'Show All Results in the View',
	};
	private pause: NodeJS.Timeout | undefined;
	private models: readonly ModelSummary[] = [];
	/** Enter came before the answer to what was typed: the first model of that answer is meant, not one still in the list. */
	private acceptNext = false;
	private leave: (outcome: SearchOutcome | undefined) => void = () => undefined;

	constructor(
		private readonly options: SearchBoxOptions,
		private readonly start: ModelSearch,
	) {
		super();
		const { box } = this;
		box.title = [options.title, ...searchFilters(start)].join(' · ');
		box.placeholder = 'Search the Hub, such as “qwen coder”';
		box.value = start.text;
		// The Hub's order is the order; the editor would sort by where the text matches. Not in the stable types.
		Object.assign(box, { sortByLabel: false });
		box.buttons = [...Object.values(FILTER_BUTTONS), ...(options.browse ? [this.showAll] : [])];
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

	private get search(): ModelSearch {
		return { ...this.start, text: this.box.value };
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
			const page = await this.requests.run(signal =>
				this.options.hub.models(searchQuery(this.search), signal),
			);
			if (page === undefined) {
				return;
			}
			this.models = page.value.models;
			this.show(this.items());
		} catch (error) {
			this.models = [];
			this.acceptNext = false;
			this.show([problemItem(problemOf(error))]);
		}
		this.box.busy = false;
		if (this.acceptNext) {
			this.accepted(this.box.items[0]);
		}
	}

	private items(): readonly SearchItem[] {
		const { pins, browse } = this.options;
		if (this.models.length === 0) {
			return [nothingItem()];
		}
		const rows = this.models.map(model => modelItem(model, pins.has(model.id), browse));
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
			case 'model':
				this.leave({ type: 'model', model: item.choice.model, search });
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
		for (const filter of ['pipelineTag', 'provider', 'sort'] as const) {
			if (button === FILTER_BUTTONS[filter]) {
				this.leave({ type: 'filter', filter, search });
			}
		}
	}

	private async pressedOnItem(button: vscode.QuickInputButton, { choice }: SearchItem): Promise<void> {
		if (choice.type !== 'model') {
			return;
		}
		const { model } = choice;
		const { pins, openOnHub } = this.options;
		if (button === RUN_BUTTON) {
			this.leave({ type: 'run', model, search: this.search });
		} else if (button === OPEN_BUTTON) {
			await openOnHub(model.id);
		} else {
			await (pins.has(model.id) ? pins.remove(model.id) : pins.add(model.id));
			this.show(this.items());
		}
	}
}
