import { accessWords } from '../../ui/accessWords';
import { note, trouble, warning, type WordTable } from '../findingWords';
import type { Remedy } from '../../ui/remedy';
import type { AccessFinding } from '../findings/accessFinding';

const SEARCH_MODELS: Remedy = { label: 'Search Models…', command: 'hfWorkbench.searchModels' };

export const ACCESS_FINDING_WORDS: WordTable<AccessFinding> = {
	'access.unnamed': () =>
		note(
			'No repo is named.',
			'Write the id of a gated repo above, such as meta-llama/Llama-3.1-8B-Instruct, to see whether you have access to it.',
		),
	'access.badId': ({ typed }) =>
		warning(
			`“${typed}” is no repo’s id.`,
			'An id is an owner and a name, such as meta-llama/Llama-3.1-8B-Instruct; datasets and Spaces begin with datasets/ or spaces/.',
			SEARCH_MODELS,
		),
	'access.state': ({ repo, state, hub }) => {
		const { isFine, ...words } = accessWords(repo, state, hub);
		if (isFine) {
			return { ...words, severity: 'good' };
		}
		return (state === 'pending' ? warning : trouble)(words.title, words.explanation, ...words.remedies);
	},
};
