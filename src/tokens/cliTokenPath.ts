import { posix, win32 } from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the `hf` command line keeps the token in use, by its own rules. An empty variable counts as unset. */
export function cliTokenPath(environment: Environment, home: string, platform: NodeJS.Platform): string {
	const path = platform === 'win32' ? win32 : posix;
	const set = (name: string) => {
		const value = environment[name];
		return value ? expand(value, environment, home) : undefined;
	};
	const cache = set('XDG_CACHE_HOME') ?? path.join(home, '.cache');
	return set('HF_TOKEN_PATH') ?? path.join(set('HF_HOME') ?? path.join(cache, 'huggingface'), 'token');
}

/** `~` at the start, `$NAME` and `${NAME}`, and `%NAME%`; a variable that is not set stays as it is written. */
function expand(path: string, environment: Environment, home: string): string {
	return path
		.replace(/^~(?=$|[/\\])/, () => home)
		.replace(
			/\$(?:(\w+)|\{(\w+)\})|%(\w+)%/g,
			(written, plain?: string, braced?: string, windows?: string) =>
				environment[plain ?? braced ?? windows ?? ''] ?? written,
		);
}
