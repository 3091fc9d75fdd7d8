/** What a process tells the one that started it about its run: secret values, which are looked for at the end. */
export interface SharedSecrets {
	readonly type: 'secrets';
	readonly secrets: Readonly<Record<string, string>>;
}

/**
 * Tells the values that must not be found anywhere after the run to the process that collects it, over the channel
 * between the two: neither a file nor an argument ever has them. Without such a process nothing is told.
 */
export function shareSecrets(secrets: Readonly<Record<string, string>>): void {
	const message: SharedSecrets = { type: 'secrets', secrets };
	process.send?.(message);
}
