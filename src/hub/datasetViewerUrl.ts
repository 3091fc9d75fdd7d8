const OFFICIAL = 'https://huggingface.co';

/**
 * Where the dataset viewer's API is. The official one has a host of its own; a Hub of one's own is asked below its own
 * address, so that no other host is ever sent its token.
 */
export function datasetViewerUrl(hubUrl: string): string {
	return hubUrl === OFFICIAL ? 'https://datasets-server.huggingface.co' : `${hubUrl}/datasets-server`;
}
