/** What a Space is doing, in the Hub's capitals, as people say it: `BUILD_ERROR` is “build error”. */
export function stageWords(stage: string): string {
	return stage.toLowerCase().replaceAll('_', ' ');
}
