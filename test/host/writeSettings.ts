import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Adds settings to a `settings.json` that VS Code reads, over those that it has there already. */
export function writeSettings(file: string, settings: Readonly<Record<string, unknown>>): void {
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, JSON.stringify({ ...readSettings(file), ...settings }, null, 2));
}

function readSettings(file: string): object {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as object;
	} catch {
		return {};
	}
}
