import * as vscode from 'vscode';
import type { TokenReference } from '../tokens/resolution';
import type { Tokens } from '../tokens/tokens';
import { cardMarkdown } from '../ui/card';
import { Disposable } from '../util/disposable';
import { Emitter } from '../util/emitter';
import { LazyTree } from './lazyTree';
import type { TokenDetail } from './tokenDetails';
import { tokenRows, type TokenRow } from './tokenRow';
import type { TreeNode } from './treeNode';

/** A token in the tree. Commands know one of the vault by `tokenId`, and any of them by where it lies. */
export interface TokenNode extends TreeNode {
	readonly tokenId?: string;
	readonly token?: TokenReference;
}

/** What is below a token; commands know an organisation or a host by its name. */
interface DetailNode extends TreeNode, Pick<TokenDetail, 'organization' | 'host' | 'tokenKey'> {}

/** The settings that the rows depend on. */
export interface TokensTreeSettings {
	readonly billTo: string | undefined;
	readonly remindAfterDays: number;
}

/** The tokens of this machine, which of them is used here, and below each what it may do. It asks nobody but the machine. */
export function tokensTree(tokens: Tokens, settings: TokensTreeSettings): LazyTree {
	const changes = new Changes(tokens);
	const tree = new LazyTree(async () => {
		const { billTo, remindAfterDays } = settings;
		const rows = tokenRows(tokens.records, await tokens.resolve(), {
			now: Date.now(),
			remindAfterDays,
			billTo,
			runs: await tokens.resolve({ permission: 'inference', on: billTo }),
			hostsOf: key => tokens.hostsOf(key),
		});
		return rows.map(tokenNode);
	}, changes.event);
	return tree.owning(changes);
}

/** Of the tokens, and of the settings that their rows depend on. */
class Changes extends Disposable {
	private readonly didChange = this.register(new Emitter<void>());
	readonly event = this.didChange.event;

	constructor(tokens: Tokens) {
		super();
		this.register(tokens.onDidChange(() => this.didChange.fire()));
		this.register(
			vscode.workspace.onDidChangeConfiguration(event => {
				if (
					['inference.billTo', 'hub.endpoint', 'inference.routerEndpoint', 'tokens'].some(key =>
						event.affectsConfiguration(`hfWorkbench.${key}`),
					)
				) {
					this.didChange.fire();
				}
			}),
		);
	}
}

function tokenNode(row: TokenRow): TokenNode {
	const { id, tokenId, token, label, description, icon, contextValue, card, details } = row;
	return {
		id,
		...(tokenId === undefined ? {} : { tokenId }),
		...(token === undefined ? {} : { token }),
		item: () => {
			const { Collapsed, None } = vscode.TreeItemCollapsibleState;
			const item = new vscode.TreeItem(label, details.length > 0 ? Collapsed : None);
			item.description = description;
			item.iconPath = new vscode.ThemeIcon(icon);
			item.contextValue = contextValue;
			item.tooltip = cardMarkdown(card);
			item.accessibilityInformation = { label: `${label}, ${description.replaceAll(' · ', ', ')}` };
			return item;
		},
		...(details.length === 0 ? {} : { children: async () => details.map(detailNode) }),
	};
}

function detailNode(detail: TokenDetail): DetailNode {
	const { id, label, description, icon, contextValue, tooltip, organization, host, tokenKey } = detail;
	return {
		id,
		...(organization === undefined ? {} : { organization }),
		...(host === undefined ? {} : { host }),
		...(tokenKey === undefined ? {} : { tokenKey }),
		item: () => {
			const item = new vscode.TreeItem(label);
			item.iconPath = new vscode.ThemeIcon(icon);
			item.contextValue = contextValue;
			item.tooltip = tooltip;
			item.accessibilityInformation = {
				label: description === undefined ? label : `${label}, ${description.replaceAll(' · ', ', ')}`,
			};
			if (description !== undefined) {
				item.description = description;
			}
			return item;
		},
	};
}
