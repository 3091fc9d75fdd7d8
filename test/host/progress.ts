/** One line about what is going on, for the person who started the command. */
export function progress(line: string): void {
	console.log(`· ${line}`);
}
