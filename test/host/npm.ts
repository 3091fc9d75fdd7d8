/** How npm is called: the npm that runs this very script if there is one, else the one on the path. */
export function npm(args: readonly string[]): { command: string; args: readonly string[]; shell: boolean } {
	const running = process.env.npm_execpath;
	if (running?.endsWith('.js')) {
		return { command: process.execPath, args: [running, ...args], shell: false };
	}
	// On Windows npm is a batch file, which only a shell can start.
	return { command: 'npm', args, shell: process.platform === 'win32' };
}
