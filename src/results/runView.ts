import type { InputSource } from '../inference/runRequest';
import { tasks } from '../inference/tasks';
import type { RunSource, RunState, RunView } from '../shared/run';
import { TAKEN_ALONG } from '../shared/takenAlong';
import { wordProblem } from '../ui/wordProblem';
import { askedViews } from './askedViews';
import { attachmentView } from './attachmentView';
import { settingsOf } from './chatSettings';
import type { Run } from './run';
import type { StoredState } from './storedRun';

const LONGEST_INPUT = 2000;
/** Longer questions are not asked again in other words: they are texts. */
const LONGEST_PROMPT = 20_000;

/** A run as the page shows it. */
export function runView(run: Run): RunView {
	const { id, request, place, title, model, provider, startedAt, state, output, metrics, check, estimate } =
		run;
	const { task, text, source, instruction, attachments } = request;
	const prompt = instruction?.prompt ?? text;
	const asked = askedViews(request);
	const { file, replaces } = TAKEN_ALONG[output?.kind ?? tasks[task].output];
	return {
		id,
		task,
		title,
		model,
		input: shortened(text),
		startedAt,
		state: stateView(state),
		canInsert: file !== undefined,
		canReplace: replaces && source !== undefined && source.inexact !== true,
		...place,
		...(task === 'conversational' && { settings: settingsOf(request) }),
		...(task === 'conversational' && prompt.length <= LONGEST_PROMPT && { prompt }),
		...(attachments && { attachments: attachments.map(attachmentView) }),
		...(asked.length > 0 && { asked }),
		...(check && { check }),
		...(provider !== undefined && { provider }),
		...(source && { source: sourceView(source) }),
		...(output && { output }),
		...(metrics && { metrics }),
		...(estimate && { estimate }),
	};
}

/** A state with its problem in words. */
export function stateView(state: StoredState): RunState {
	if (state.type !== 'failed') {
		return state;
	}
	const { title, explanation, remedies } = wordProblem(state.problem);
	return {
		type: 'failed',
		problem: {
			code: state.problem.code,
			title,
			explanation,
			remedies: remedies.map(({ label }) => label),
		},
	};
}

/** Lines count from 1; an end at the very start of a line does not count that line. */
function sourceView({ fileName, languageId, start, end }: InputSource): RunSource {
	const endsBefore = end.character === 0 && end.line > start.line;
	return { fileName, languageId, firstLine: start.line + 1, lastLine: end.line + (endsBefore ? 0 : 1) };
}

function shortened(text: string): string {
	if (text.length <= LONGEST_INPUT) {
		return text;
	}
	// Half of a surrogate pair is no character.
	const last = text.charCodeAt(LONGEST_INPUT - 2);
	const cut = last >= 0xd800 && last <= 0xdbff ? LONGEST_INPUT - 2 : LONGEST_INPUT - 1;
	return `${text.slice(0, cut)}…`;
}
