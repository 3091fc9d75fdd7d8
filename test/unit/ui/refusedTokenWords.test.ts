import assert from 'node:assert/strict';
import type { Problem } from '../../../src/shared/problem';
import { originKey } from '../../../src/tokens/originKey';
import { wordProblem } from '../../../src/ui/wordProblem';

const fingerprint = 'abcdefghijklmnop';
const inVault = 'vault/1';
const inEnvironment = originKey({ kind: 'environment', variable: 'HF_TOKEN', fingerprint });
const ofCli = originKey({ kind: 'cli', fingerprint });
const storedByCli = originKey({ kind: 'stored', name: 'work', fingerprint });

const replace = ['hfWorkbench.replaceToken', { tokenId: '1' }];
const change = ['hfWorkbench.switchToken'];
const add = ['hfWorkbench.addToken'];
const check = ['hfWorkbench.checkToken', { tokenId: '1' }];
const create = (need: unknown) => ['hfWorkbench.createToken', need];
const tokensPage = ['https://huggingface.co/settings/tokens'];

const ROWS: ReadonlyArray<readonly [Problem, RegExp, ReadonlyArray<readonly unknown[]>]> = [
	[
		{ code: 'token.invalid', tokenName: 'laptop', tokenKey: inVault },
		/^The Hub refuses the access token\. “laptop” is unknown to the Hub: .*Replace it with a new one\.$/,
		[replace, change],
	],
	[
		{ code: 'token.expired', tokenName: 'laptop', tokenKey: inVault },
		/^The access token has expired\. “laptop” is past its expiry date\. Replace it/,
		[replace, change],
	],
	[
		{ code: 'token.invalid', tokenName: 'HF_TOKEN', tokenKey: inEnvironment },
		/HF_TOKEN of the environment is unknown to the Hub: .*Change it where it is set and start the editor anew/,
		[change, add],
	],
	[
		{ code: 'token.expired', tokenName: 'HF_TOKEN', tokenKey: inEnvironment },
		/HF_TOKEN of the environment is past its expiry date/,
		[change, add],
	],
	[
		{ code: 'token.invalid', tokenName: '/home/ada/.cache/huggingface/token', tokenKey: ofCli },
		/The token of the hf command line is unknown .*Run “hf auth login” in a terminal/,
		[change, add],
	],
	[
		{ code: 'token.invalid', tokenName: 'work', tokenKey: storedByCli },
		/“work” of the hf command line is unknown .*Run “hf auth login” in a terminal/,
		[change, add],
	],
	[{ code: 'token.invalid', tokenName: 'laptop' }, /“laptop” is unknown .*Use another one\.$/, [change, add]],
	[{ code: 'token.invalid', tokenKey: 'of a later version' }, /The token is unknown/, [change, add]],
	[
		{ code: 'token.permission', permission: 'hub.write', on: 'acme/model' },
		/^The access token may not write to acme\/model\./,
		[create({ permission: 'hub.write', on: 'acme/model' }), change],
	],
	[
		{ code: 'token.permission', permission: 'inference', on: 'acme', tokenId: '1' },
		/^The access token may not call Inference Providers for acme\./,
		[create({ permission: 'inference', on: 'acme' }), change, check],
	],
	[
		{ code: 'billing.organization', organization: 'acme', user: 'ada', tokenId: '1' },
		/^acme does not pay for ada\./,
		[['hfWorkbench.billTo'], change, check],
	],
	[
		{ code: 'repo.notFound', repo: 'acme/secret', signedIn: true, missesPrivate: true },
		/^acme\/secret was not found\. .* may not read private repos of acme\./,
		[create({ permission: 'hub.read', on: 'acme/secret' }), change, ['hfWorkbench.runWith']],
	],
	[
		{ code: 'repo.notFound', repo: 'acme/secret', signedIn: true },
		/or your token may not see it\.$/,
		[change, ['hfWorkbench.runWith']],
	],
	[
		{ code: 'token.policy', standing: 'unapproved', permission: 'hub.read', on: 'acme/model' },
		/^acme has not approved this access token\. .*waiting or was denied\.$/,
		[tokensPage, change],
	],
	[
		{ code: 'token.policy', standing: 'revoked', permission: 'hub.read', on: 'acme/model' },
		/^acme has revoked this access token\. It will not work there again\./,
		[tokensPage, create({ permission: 'hub.read', on: 'acme/model' }), change],
	],
	[
		{ code: 'token.policy', standing: 'disallowed', permission: 'inference', detail: 'No' },
		/^The organization does not take this access token\. No\. .*fine-grained/,
		[create({ permission: 'inference' }), tokensPage, change],
	],
];

describe('what helps with a token that is refused', () => {
	for (const [problem, words, offers] of ROWS) {
		it(JSON.stringify(problem), () => {
			const { title, explanation, remedies } = wordProblem(problem);
			assert.match(`${title} ${explanation}`, words);
			assert.deepEqual(
				remedies.map(remedy => ('url' in remedy ? [remedy.url] : [remedy.command, ...(remedy.args ?? [])])),
				offers,
			);
		});
	}
});
