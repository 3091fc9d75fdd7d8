import { wordProblemWithoutRun } from '../ui/wordProblemWithoutRun';
import type { Finding } from './finding';
import { trouble, type FindingWords, type WordTable } from './findingWords';
import { SHOW_LOG } from './remedies';
import { ACCESS_FINDING_WORDS } from './words/accessFindingWords';
import { ENVIRONMENT_WORDS } from './words/environmentWords';
import { GOAL_WORDS } from './words/goalWords';
import { NETWORK_WORDS } from './words/networkWords';
import { SOURCE_WORDS } from './words/sourceWords';
import { TOKEN_WORDS } from './words/tokenWords';

const WORDS: WordTable<Finding> = {
	...ENVIRONMENT_WORDS,
	...SOURCE_WORDS,
	...TOKEN_WORDS,
	...GOAL_WORDS,
	...NETWORK_WORDS,
	...ACCESS_FINDING_WORDS,
	failed: ({ problem }) => {
		const { title, explanation, remedies } = wordProblemWithoutRun(problem);
		return trouble(
			'This could not be checked.',
			`${title} ${explanation}`,
			...(remedies.length > 0 ? remedies : [SHOW_LOG]),
		);
	},
};

export function wordFinding(finding: Finding): FindingWords {
	const word = WORDS[finding.kind] as (finding: Finding) => FindingWords;
	return word(finding);
}
