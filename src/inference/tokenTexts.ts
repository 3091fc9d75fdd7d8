import { buildMessages } from './buildMessages';
import { givenInputs } from './inputs/givenInputs';
import { isTexts } from './inputs/isTexts';
import { readsTokens } from './readsTokens';
import type { RunRequest } from './runRequest';
import type { TaskDescription } from './taskDescription';
import { tasks } from './tasks';

/**
 * The texts that a model reads as tokens: the messages of a chat, the texts of another task, each as often as it
 * is read. None of a task that reads more than texts; a picture in a chat has none.
 */
export function tokenTexts(request: RunRequest): readonly string[] {
	if (!readsTokens(request.task)) {
		return [];
	}
	if (request.task === 'conversational') {
		return buildMessages(request).map(({ content }) =>
			typeof content === 'string'
				? content
				: content.map(part => (part.type === 'text' ? part.text : '')).join('\n'),
		);
	}
	const given = givenInputs(request);
	const { call }: TaskDescription = tasks[request.task];
	if (call.type === 'single' && call.reads) {
		return call.reads(given, request.parameters ?? {});
	}
	return Object.keys(tasks[request.task].inputs)
		.flatMap(name => {
			const value = given[name];
			return typeof value === 'string' ? [value] : isTexts(value) ? value : [];
		})
		.filter(text => text !== '');
}
