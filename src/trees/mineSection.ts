import * as vscode from 'vscode';
import type { Hub } from '../hub/hub';
import type { Tokens } from '../tokens/tokens';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import { messageNode } from './messageNode';
import { ModelSection } from './modelSection';
import { ownAccount, type OwnAccount } from './ownAccount';
import { sectionItem } from './sectionItem';
import type { TreeNode } from './treeNode';

export interface MineSectionOptions {
	readonly tokens: Tokens;
	readonly hub: Hub;
	readonly isPinned: (id: string) => boolean;
	readonly redraw: (section: TreeNode) => void;
}

/** The models of the account in use, with a section for each of its organisations. Without a token, how to get one. */
export class MineSection extends Disposable implements TreeNode {
	readonly id = 'mine';
	private readonly lookUps = this.register(new Latest());
	private loading: Promise<{ readonly value: readonly ModelSection[] | undefined } | undefined> | undefined;
	private sections: readonly ModelSection[] = [];

	constructor(private readonly options: MineSectionOptions) {
		super();
		this.register({ dispose: () => this.forget() });
	}

	item(): vscode.TreeItem {
		return sectionItem({ id: this.id, label: 'Mine', icon: 'account', open: false });
	}

	async children(): Promise<readonly TreeNode[]> {
		const sections = await this.load();
		if (sections === undefined) {
			return [signInNode(this.id, this.options.tokens.records.length > 0)];
		}
		const [own, ...organisations] = sections;
		return [...organisations, ...((await own?.children()) ?? [])];
	}

	reset(): void {
		this.lookUps.abort();
		this.forget();
		this.loading = undefined;
	}

	/** Callers meanwhile wait for the same look-up, also after a `reset`. */
	private async load(): Promise<readonly ModelSection[] | undefined> {
		while (!this.isDisposed) {
			this.loading ??= this.lookUps.run(signal => this.lookUp(signal));
			const found = await this.loading;
			if (found) {
				return found.value;
			}
		}
		return undefined;
	}

	private async lookUp(signal: AbortSignal): Promise<readonly ModelSection[] | undefined> {
		const { tokens, hub } = this.options;
		const account = await ownAccount(tokens, hub, signal);
		signal.throwIfAborted();
		this.sections = account ? this.sectionsOf(account) : [];
		return account && this.sections;
	}

	private forget(): void {
		for (const section of this.sections) {
			section.dispose();
		}
		this.sections = [];
	}

	/** The user's own first, whose rows stand in this section itself. */
	private sectionsOf({ user, organisations }: OwnAccount): readonly ModelSection[] {
		const { hub, isPinned, redraw } = this.options;
		const common = { hub, isPinned };
		return [
			new ModelSection({
				...common,
				look: { id: this.id, label: user, icon: 'account', open: false },
				query: { owner: user, sort: 'lastModified' },
				nothing: `${user} has no models.`,
				redraw: () => redraw(this),
			}),
			...organisations.map(
				name =>
					new ModelSection({
						...common,
						look: { id: `${this.id}/@${name}`, label: name, icon: 'organization', open: false },
						query: { owner: name, sort: 'lastModified' },
						nothing: `${name} has no models that you may see.`,
						redraw,
					}),
			),
		];
	}
}

function signInNode(parentId: string, hasTokens: boolean): TreeNode {
	return messageNode({
		id: `${parentId}/signIn`,
		text: hasTokens ? 'Choose a token to see your models' : 'Add a token to see your models',
		icon: 'key',
		tooltip: 'Your own models, private ones too, and those of your organizations are listed here.',
		open: () =>
			vscode.commands.executeCommand(hasTokens ? 'hfWorkbench.switchToken' : 'hfWorkbench.addToken'),
	});
}
