/** What a secret looks like, by its name for people. */
export const SECRET_PATTERNS: ReadonlyArray<readonly [name: string, pattern: RegExp]> = [
	['a Hugging Face token', /\b(?:hf_[A-Za-z0-9]{30,}|hf_(?:oauth|jwt)_[\w.-]{20,}|api_org_[A-Za-z0-9]{30,})/],
	['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
	['an AWS key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
	['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{50,})\b/],
	['an OpenAI or Anthropic key', /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}\b/],
	['a Google key', /\bAIza[0-9A-Za-z_-]{35}\b/],
	['a Slack token', /\bxox[abprs]-[0-9A-Za-z-]{20,}\b/],
	['a Weights & Biases key', /\bWANDB_API_KEY\s*[=:]\s*['"]?[0-9a-f]{40}\b/],
];
