import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { type ActivationMarks, MARKS_FILE, MARKS_OF, type MarksByExtension } from './marks';

/** As much as is used here of what VS Code puts into the global scope of its extension hosts. */
interface PerformanceMarks {
	getMarks(): ReadonlyArray<{ readonly name: string; readonly startTime: number }>;
}

/** What VS Code calls in its extension host: waits until the extensions are active, and writes their marks to a file. */
export async function run(): Promise<void> {
	const ids = (process.env[MARKS_OF] ?? '').split(',');
	const file = process.env[MARKS_FILE];
	if (!file) {
		throw new Error('The suite has to be started by the benchmark of the activation.');
	}
	while (!ids.every(id => vscode.extensions.getExtension(id)?.isActive)) {
		await pause(50);
	}
	const { MonacoPerformanceMarks } = globalThis as unknown as { MonacoPerformanceMarks: PerformanceMarks };
	const times = new Map(MonacoPerformanceMarks.getMarks().map(({ name, startTime }) => [name, startTime]));
	const marks: MarksByExtension = Object.fromEntries(ids.map(id => [id, marksOf(id, times)]));
	writeFileSync(file, JSON.stringify(marks));
}

function marksOf(id: string, times: ReadonlyMap<string, number>): ActivationMarks {
	const between = (what: string) => {
		const from = times.get(`code/extHost/will${what}/${id}`);
		const to = times.get(`code/extHost/did${what}/${id}`);
		if (from === undefined || to === undefined) {
			throw new Error(`VS Code has no marks of ${what} for ${id}.`);
		}
		return to - from;
	};
	return { load: between('LoadExtensionCode'), activate: between('ActivateExtension') };
}
