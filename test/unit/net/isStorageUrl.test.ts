import assert from 'node:assert/strict';
import { isStorageUrl } from '../../../src/net/isStorageUrl';

describe('The storage of large files', () => {
	const official = 'https://huggingface.co';
	const rows: ReadonlyArray<readonly [url: string, hub: string, allowed: boolean]> = [
		['https://us.aws.cdn.hf.co/xet-bridge-us/x?Signature=y', official, true],
		['https://cas-bridge.xethub.hf.co/x', official, true],
		['https://cdn-lfs-us-1.huggingface.co/x', official, true],
		['https://hf-hub-lfs-us-east-1.s3-accelerate.amazonaws.com/x', official, true],
		['https://hf-hub-lfs-us-east-1.s3.us-east-1.amazonaws.com/x', official, true],
		['https://someone-elses.s3.us-east-1.amazonaws.com/x', official, false],
		['http://us.aws.cdn.hf.co/x', official, false],
		['https://us.aws.cdn.hf.co:8443/x', official, false],
		['https://hf.co.example.com/x', official, false],
		['https://evil-hf.co/x', official, false],
		['https://169.254.169.254/latest/meta-data', official, false],
		['http://localhost:8080/x', official, false],
		['https://user@cas-bridge.xethub.hf.co/x', official, false],
		['file:///etc/passwd', official, false],
		['https://cas-bridge.xethub.hf.co/x', 'https://hf-mirror.example', true],
		['https://files.hub.example/x', 'https://hub.example', true],
		['https://hub.example:9000/x', 'https://hub.example', true],
		['http://hub.example/x', 'https://hub.example', false],
		['https://other.example/x', 'https://hub.example', false],
		['http://127.0.0.1:5001/x', 'http://127.0.0.1:5000', true],
		['http://127.0.0.2:5001/x', 'http://127.0.0.1:5000', false],
	];
	for (const [url, hub, allowed] of rows) {
		it(`of ${new URL(hub).host} ${allowed ? 'is' : 'is not'} at ${url}`, () => {
			assert.equal(isStorageUrl(new URL(url), new URL(hub)), allowed);
		});
	}
});
