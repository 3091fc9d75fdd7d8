import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { isAccessToken } from '../../../src/util/isAccessToken';
import { maskAccessTokens } from '../../../src/util/maskAccessTokens';
import { redact } from '../../../src/util/redact';
import { makeTestTokens } from '../../hub/testTokens';

describe('maskAccessTokens', () => {
	it('leaves code that deals with Hugging Face alone', () => {
		const code = [
			'from huggingface_hub import hf_hub_download, HfApi',
			'path = hf_hub_download(repo_id="acme/hf_model.v2", filename="hf_quantizer_config.json")',
			'os.environ["HF_TOKEN"], half_precision_float16_training_enabled_by_default',
		].join('\n');
		assert.equal(maskAccessTokens(code), code);
	});

	it('takes every access token out, wherever it stands', () => {
		const tokens = Object.values(makeTestTokens());
		assert.ok(tokens.every(isAccessToken));
		fc.assert(
			fc.property(fc.constantFrom(...tokens), fc.string(), fc.string(), (token, before, behind) => {
				const masked = maskAccessTokens(before + token + behind);
				assert.ok(!masked.includes(token));
				assert.ok(masked.startsWith(before));
			}),
		);
	});

	it('takes out no more than redacting does', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^(?:hf_|api_org_|[a-z_ ]){1,3}[A-Za-z0-9_.-]{0,40}$/), text => {
				assert.ok(maskAccessTokens(text) === text || redact(text) !== text);
			}),
		);
	});
});
