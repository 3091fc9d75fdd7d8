import type * as vscode from 'vscode';
import type { IdList } from './idList';
import type { Listed, Listing } from './listing';
import { messageNode } from './messageNode';
import { sectionItem, type SectionLook } from './sectionItem';
import type { Shelf } from './shelf';
import type { TreeNode } from './treeNode';

export interface NamedSectionOptions<S extends Listed> {
	readonly look: Omit<SectionLook, 'open'>;
	readonly names: IdList;
	/** What stands there while there are none. */
	readonly nothing: string;
	/** Whether it shows its rows from the start, if it has any. */
	readonly opens: boolean;
	readonly listing: Listing<S>;
	readonly shelf: Shelf<S>;
}

/** What the user keeps, by its id: the pinned, or the recent. The ids stand there at once, also offline; the rest comes. */
export function namedSection<S extends Listed>(options: NamedSectionOptions<S>): TreeNode {
	const { look, names, nothing, opens, listing, shelf } = options;
	return {
		id: look.id,
		item: (): vscode.TreeItem => {
			const count = names.ids.length;
			return sectionItem({
				...look,
				open: opens && count > 0,
				...(count > 0 && { description: String(count) }),
			});
		},
		children: async () => {
			const { ids } = names;
			if (ids.length === 0) {
				return [messageNode({ id: `${look.id}/nothing`, text: nothing, icon: 'info' })];
			}
			shelf.want(ids);
			return ids.map(id => listing.node(look.id, shelf.get(id), shelf.pins.has(id)));
		},
	};
}
