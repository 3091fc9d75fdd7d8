import type { Exchange, RunRequest } from '../inference/runRequest';
import type { KeptOutput } from '../shared/output';

/** A run as far as it is a turn of a conversation. */
interface Asked {
	readonly request: RunRequest;
	readonly output: KeptOutput | undefined;
}

/** What was asked and answered in the turns of a conversation, with what came before the first of them. */
export function exchangesOf(turns: readonly Asked[]): readonly Exchange[] {
	return [...(turns[0]?.request.earlier ?? []), ...turns.map(exchangeOf)];
}

function exchangeOf({ request, output }: Asked): Exchange {
	const { text, instruction, source, attachments } = request;
	return {
		question: {
			text,
			...(instruction && { instruction }),
			...(source && { source }),
			...(attachments && { attachments }),
		},
		answer: output?.kind === 'chat' ? output.content : '',
	};
}
