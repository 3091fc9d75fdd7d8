import { posix, win32 } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the `hf` command line keeps the token in use, by its own rules. An empty variable counts as unset. */
export function cliTokenPath(environment: Environment, home: string, platform: NodeJS.Platform): string {
	const path = pathsOf(platform);
	const valueOf = (name: string) => {
		const value = environment[name];
		return value ? expand(value, environment, home, platform) : undefined;
	};
	const cache = valueOf('XDG_CACHE_HOME') ?? path.join(home, '.cache');
	return (
		valueOf('HF_TOKEN_PATH') ?? path.join(valueOf('HF_HOME') ?? path.join(cache, 'huggingface'), 'token')
	);
}

/** Where it keeps all tokens that it knows: beside the one in use, and no variable says otherwise. */
export function storedTokensPath(environment: Environment, home: string, platform: NodeJS.Platform): string {
	const path = pathsOf(platform);
	return path.join(path.dirname(cliTokenPath(environment, home, platform)), 'stored_tokens');
}

function pathsOf(platform: NodeJS.Platform) {
	return platform === 'win32' ? win32 : posix;
}

/** `~` at the start, `$NAME` and `${NAME}`, on Windows also `%NAME%`; a variable that is not set stays as it is written. */
function expand(path: string, environment: Environment, home: string, platform: NodeJS.Platform): string {
	const expanded = path
		.replace(/^~(?=$|[/\\])/, () => home)
		.replace(
			/\$(?:(\w+)|\{(\w+)\})/g,
			(written, plain?: string, braced?: string) => environment[plain ?? braced ?? ''] ?? written,
		);
	return platform === 'win32'
		? expanded.replace(/%(\w+)%/g, (written, name: string) => environment[name] ?? written)
		: expanded;
}
