import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isWebLink } from '../../../src/results/isWebLink';

describe('a link that a model wrote', () => {
	for (const [href, expected] of [
		['https://huggingface.co/docs', true],
		['http://example.com', true],
		['HTTPS://EXAMPLE.COM', true],
		['javascript:alert(1)', false],
		['command:workbench.action.reloadWindow', false],
		['file:///etc/passwd', false],
		['vscode://extension/install', false],
		['data:text/html,x', false],
		['https://huggingface.co@example.com/', false],
		['https://', false],
		['/docs', false],
		['', false],
	] as const) {
		it(`${JSON.stringify(href)} is ${expected ? '' : 'not '}opened`, () =>
			assert.equal(isWebLink(href), expected));
	}
});
