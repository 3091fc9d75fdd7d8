import type { ChatAnswer, Piece } from '../inference/chatAnswer';

const pieceLength = 4;

function section(number: number): string {
	return `## Section ${number}

The quick brown fox number ${number} jumps over the lazy dog, and **then** it reads \`config.json\` twice. A paragraph has
two or three sentences of ordinary words. This one ends here.

- first item with some *emphasis*
- second item, a little longer than the first
- third item with \`inline code\`

\`\`\`ts
export function step${number}(value: number): number {
	return value * ${number} + 1; // linear
}
\`\`\`

`;
}

function* markdownPieces(count: number): Generator<Piece> {
	let rest = '';
	let number = 0;
	for (let i = 0; i < count; i++) {
		if (rest.length < pieceLength) {
			rest += section(++number);
		}
		yield { channel: 'content', text: rest.slice(0, pieceLength) };
		rest = rest.slice(pieceLength);
	}
}

/** Exactly so many pieces of four characters: paragraphs, lists and code in markdown, without end. */
export function benchAnswer(deltas: number, promptTokens: number): ChatAnswer {
	return {
		pieces: () => markdownPieces(deltas),
		promptTokens,
		completionTokens: deltas,
		finishReason: 'stop',
	};
}
