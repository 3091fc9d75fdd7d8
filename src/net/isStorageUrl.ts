/** Where the official Hub keeps large files, and what a mirror of it leads to. */
const OFFICIAL = /(?:^|\.)(?:hf\.co|huggingface\.co)$/;
/** Where it takes uploads: buckets of its own by name, no others of the same company's. */
const BUCKET = /^hf-hub-lfs-[a-z0-9-]+\.s3(?:-accelerate|[.-][a-z0-9-]+)?\.amazonaws\.com$/;

/**
 * Whether a URL that the Hub gave may lead to its storage of large files. Nothing that says who asks goes there, and what
 * comes from there is checked against the hash that the Hub gave; this keeps the request itself from being led astray, into
 * a local network for example. The official storage by `https`, and the Hub's own host or one below it by the Hub's protocol.
 */
export function isStorageUrl(url: URL, hub: URL): boolean {
	if (url.username !== '' || url.password !== '') {
		return false;
	}
	if (
		url.protocol === 'https:' &&
		url.port === '' &&
		(OFFICIAL.test(url.hostname) || BUCKET.test(url.hostname))
	) {
		return true;
	}
	const own = url.hostname === hub.hostname || url.hostname.endsWith(`.${hub.hostname}`);
	return own && (url.protocol === hub.protocol || url.protocol === 'https:');
}
