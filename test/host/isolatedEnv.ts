import path from 'node:path';

const owned =
	/^(HF_|HUGGING_?FACE|TRANSFORMERS_|VSCODE_|ELECTRON_|NODE_EXTRA_CA_CERTS$|NODE_TLS_|(HTTPS?|ALL|NO)_PROXY$)/i;

/**
 * This process's environment without anything that belongs to the person who runs it: no token of theirs,
 * no endpoint, no file of the `hf` tool, no proxy or certificates, and nothing of a VS Code in whose terminal the command
 * was started.
 *
 * @param home an empty folder, where the extension looks for what the `hf` tool keeps
 */
export function isolatedEnv(home: string, own: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(([name]) => !owned.test(name));
	return { ...Object.fromEntries(kept), HF_HOME: path.join(home, 'huggingface'), ...own };
}
