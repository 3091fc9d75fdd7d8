import os from 'node:os';
import path from 'node:path';

/**
 * Where downloads are kept, outside every checkout so that the next one finds them:
 * `HF_WORKBENCH_CACHE`, else the platform's own folder for caches.
 */
export function cacheFolder(): string {
	const { HF_WORKBENCH_CACHE, XDG_CACHE_HOME } = process.env;
	if (HF_WORKBENCH_CACHE) {
		return path.resolve(HF_WORKBENCH_CACHE);
	}
	return path.join(XDG_CACHE_HOME ?? platformCacheFolder(), 'hf-workbench-dev');
}

function platformCacheFolder(): string {
	if (process.platform === 'darwin') {
		return path.join(os.homedir(), 'Library/Caches');
	}
	if (process.platform === 'win32') {
		return process.env.LOCALAPPDATA ?? path.join(os.homedir(), 'AppData/Local');
	}
	return path.join(os.homedir(), '.cache');
}
