import { readlinkSync } from 'node:fs';
import os from 'node:os';

/** Where a process is known by its number: this machine by its name, and of its containers the one that this is. */
export function thisMachine(): string {
	return `${os.hostname()} ${processNamespace()}`.trim();
}

/** Linux only: containers may share a name, and count their processes apart. */
function processNamespace(): string {
	try {
		return readlinkSync('/proc/self/ns/pid');
	} catch {
		return '';
	}
}
