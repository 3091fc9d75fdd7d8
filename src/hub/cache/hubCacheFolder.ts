import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where all Hugging Face tools keep what they download: `HF_HUB_CACHE`, else `HUGGINGFACE_HUB_CACHE`, else `hub` in
 * `HF_HOME`, else in the user's cache folder. As in the Python library, `~` and `$VARIABLE` are replaced.
 */
export function hubCacheFolder(environment: Environment, home: string): string {
	const given = (name: string) => {
		const value = environment[name];
		return value === undefined || value === '' ? undefined : expand(value, environment, home);
	};
	const cache = given('HF_HUB_CACHE') ?? given('HUGGINGFACE_HUB_CACHE');
	if (cache !== undefined) {
		return path.resolve(cache);
	}
	const hfHome =
		given('HF_HOME') ?? path.join(given('XDG_CACHE_HOME') ?? path.join(home, '.cache'), 'huggingface');
	return path.resolve(hfHome, 'hub');
}

function expand(value: string, environment: Environment, home: string): string {
	return value
		.replace(/^~(?=$|[/\\])/, () => home)
		.replace(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
			return environment[braced ?? bare ?? ''] ?? whole;
		});
}
