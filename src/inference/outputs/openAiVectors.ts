import { isRecord } from '../../util/isRecord';

/** The vectors of an answer in the form of OpenAI, `{data: [{index: 0, embedding: […]}]}`, in the order of the texts; nothing of others. */
export function openAiVectors(answer: unknown): readonly unknown[] | undefined {
	if (!isRecord(answer) || !Array.isArray(answer.data) || !answer.data.every(isRecord)) {
		return undefined;
	}
	return answer.data
		.map(({ index, embedding }, at) => ({ index: typeof index === 'number' ? index : at, embedding }))
		.sort((a, b) => a.index - b.index)
		.map(({ embedding }) => embedding);
}
