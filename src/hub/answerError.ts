/** Stands for an error answer of the Hub's until the operation words it: what matters of it is in the operation's facts. */
export async function answerError(response: Response): Promise<Error> {
	await response.body?.cancel();
	return new Error(`The Hub answered ${response.status}`);
}
