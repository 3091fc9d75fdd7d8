import type { FromPage, ToPage } from '../shared/protocol';

type Ask = Extract<FromPage, { readonly type: 'ask' }>;
type Refused = Extract<ToPage, { readonly type: 'refused' }>;

/** The questions that the page has sent. One that becomes a run brings a new place to write; of the others, the host tells. */
export class SentQuestions {
	private readonly waiting = new Map<string, () => void>();

	constructor(private readonly post: (message: FromPage) => void) {}

	/** Sends a question. Resolves when the host has refused it, and never where it is asked. */
	send(question: Ask): Promise<void> {
		return new Promise(resolve => {
			this.waiting.set(keyOf(question), resolve);
			this.post(question);
		});
	}

	/** Takes that a question is not asked. */
	refused(message: Refused): void {
		const key = keyOf(message);
		this.waiting.get(key)?.();
		this.waiting.delete(key);
	}
}

function keyOf({ id, place }: Ask | Refused): string {
	return `${id} ${place}`;
}
