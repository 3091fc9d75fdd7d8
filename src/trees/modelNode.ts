import * as vscode from 'vscode';
import type { ModelSummary } from '../hub/model';
import type { Problem } from '../shared/problem';
import { cardMarkdown } from '../ui/card';
import { wordProblem } from '../ui/problems';
import { modelCard, modelDescription, modelIcon, modelSpoken } from './modelWords';
import type { TreeNode } from './treeNode';

/** A model of which only the id is known, and why that is, where something went wrong. */
export interface UnknownModel {
	readonly id: string;
	readonly problem?: Problem;
}

/** A model in the tree. Commands know it by `modelId`. */
export interface ModelNode extends TreeNode {
	readonly modelId: string;
}

/** `parentId` keeps a model that is in two sections apart. */
export function modelNode(
	parentId: string,
	model: ModelSummary | UnknownModel,
	isPinned: boolean,
): ModelNode {
	return {
		id: `${parentId}/${model.id}`,
		modelId: model.id,
		item: () => {
			const item = new vscode.TreeItem(model.id);
			item.contextValue = isPinned ? 'hfWorkbench.model.pinned' : 'hfWorkbench.model';
			if ('downloads' in model) {
				item.description = modelDescription(model);
				item.iconPath = new vscode.ThemeIcon(modelIcon(model));
				item.tooltip = cardMarkdown(modelCard(model));
				item.accessibilityInformation = { label: modelSpoken(model) };
			} else if (model.problem) {
				const { title, explanation } = wordProblem(model.problem);
				item.description = title;
				item.iconPath = new vscode.ThemeIcon('warning');
				item.tooltip = `${title} ${explanation}`;
			} else {
				item.iconPath = new vscode.ThemeIcon('package');
			}
			return item;
		},
	};
}
