/** The Hub's page of data about a model. */
export function modelUrl(hub: string, id: string): URL {
	return new URL(`${hub}/api/models/${id.split('/').map(encodeURIComponent).join('/')}`);
}
