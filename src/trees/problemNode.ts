import type { Problem } from '../shared/problem';
import { openRemedy } from '../ui/openRemedy';
import { wordProblemWithoutRun } from '../ui/wordProblemWithoutRun';
import { messageNode } from './messageNode';
import { rowRemedy } from './rowRemedy';
import type { TreeNode } from './treeNode';

/** A problem where the rows would have been. A click does what helps: its remedy, or loading again. */
export function problemNode(parentId: string, problem: Problem, retry: () => unknown): TreeNode {
	const { title, explanation, remedies } = wordProblemWithoutRun(problem);
	const remedy = rowRemedy(remedies);
	const label = remedy?.label ?? 'Try Again';
	return messageNode({
		id: `${parentId}/problem`,
		text: title,
		icon: 'warning',
		description: label,
		tooltip: `${title} ${explanation}\n\nClick: ${label}`,
		open: () => (remedy ? openRemedy(remedy) : retry()),
	});
}
