import { maskAccessTokens } from './maskAccessTokens';

const REPO_ID = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)?$/;

/**
 * Whether a text can be a repo id: `Qwen/Qwen3-8B`, or `gpt2` of the Hub's first models. The Hub allows
 * neither `..` nor `--` in one, and no segment can climb out of a path or add a suffix for the router. An access token, which a
 * person may paste anywhere, is none: ids become parts of addresses.
 */
export function isRepoId(text: string): boolean {
	return text.length <= 200 && REPO_ID.test(text) && !/\.\.|--/.test(text) && maskAccessTokens(text) === text;
}
