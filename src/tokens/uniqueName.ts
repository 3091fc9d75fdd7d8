/** The name itself, or with the first number that makes it unlike all others: “vscode”, “vscode 2”. Case does not count. */
export function uniqueName(wanted: string, others: readonly string[]): string {
	const taken = new Set(others.map(other => other.toLowerCase()));
	for (let number = 1; ; number++) {
		const name = number === 1 ? wanted : `${wanted} ${number}`;
		if (!taken.has(name.toLowerCase())) {
			return name;
		}
	}
}
