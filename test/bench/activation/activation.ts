import { readFileSync } from 'node:fs';
import path from 'node:path';
import { installVsix } from '../../host/installVsix';
import { isolatedEnv } from '../../host/isolatedEnv';
import { runSuite } from '../../host/runSuite';
import { startWebServer, type WebServer } from '../../host/webServer';
import type { BenchTools } from '../benchTools';
import type { Row } from '../row';
import { sampleOf } from '../sample';
import { makeSuiteExtension, packageControl } from './makeExtensions';
import { type ActivationMarks, MARKS_FILE, MARKS_OF, type MarksByExtension } from './marks';

const OURS = 'hf-workbench.hf-workbench';

/** One is activated before ours and one after it, by their names. */
const PUBLISHERS = ['a-bench', 'z-bench'] as const;

const STARTS_OF_EACH = 6;
const SUITE_TIMEOUT_MS = 60_000;

/** A VS Code with ours and a control extension in it. */
interface Place {
	readonly control: string;
	readonly server: WebServer;
	readonly dataDir: string;
	readonly marksFile: string;
}

/**
 * What VS Code's own marks say of ours and of an extension that does nothing, in the same extension host, over starts
 * in which one and the other comes first. (The marks are whole milliseconds.)
 */
export async function activation(tools: BenchTools): Promise<readonly Row[]> {
	const suite = await makeSuiteExtension(tools.folder);
	const places: Place[] = [];
	try {
		for (const publisher of PUBLISHERS) {
			places.push(await openPlace(tools, publisher));
		}
		const ours: ActivationMarks[] = [];
		const controls: ActivationMarks[] = [];
		for (let round = 0; round < STARTS_OF_EACH; round++) {
			for (const place of places) {
				const marks = await marksOfStart(place, suite);
				ours.push(marksOf(marks, OURS));
				controls.push(marksOf(marks, place.control));
			}
		}
		return [row('Activation: load and activate()', ours, controls)];
	} finally {
		await Promise.all(places.map(({ server }) => server.stop()));
	}
}

async function openPlace({ build, vsix, folder }: BenchTools, publisher: string): Promise<Place> {
	const dataDir = path.join(folder, publisher);
	const marksFile = path.join(folder, `${publisher}.json`);
	const control = `${publisher}.control`;
	await installVsix(build, vsix, dataDir);
	await installVsix(build, await packageControl(publisher, folder), dataDir);
	const server = await startWebServer({
		build,
		dataDir,
		testDriver: true,
		env: isolatedEnv(dataDir, { [MARKS_FILE]: marksFile, [MARKS_OF]: `${OURS},${control}` }),
	});
	return { control, server, dataDir, marksFile };
}

async function marksOfStart(
	{ server, dataDir, marksFile }: Place,
	{ folder, suite }: { folder: string; suite: string },
): Promise<MarksByExtension> {
	const code = await runSuite({
		server,
		dataDir,
		target: { extensionDevelopmentPath: folder, extensionTestsPath: suite },
		timeoutMs: SUITE_TIMEOUT_MS,
	});
	if (code !== 0) {
		throw new Error('The marks could not be read.');
	}
	return JSON.parse(readFileSync(marksFile, 'utf8')) as MarksByExtension;
}

function marksOf(marks: MarksByExtension, id: string): ActivationMarks {
	const found = marks[id];
	if (!found) {
		throw new Error(`There are no marks of ${id}.`);
	}
	return found;
}

function row(what: string, ours: readonly ActivationMarks[], controls: readonly ActivationMarks[]): Row {
	const sample = (all: readonly ActivationMarks[]) =>
		sampleOf(all.map(({ load, activate }) => load + activate));
	return {
		what,
		unit: 'ms',
		ours: sample(ours),
		controls: [{ name: 'empty extension', sample: sample(controls) }],
		budget: { of: 'difference', most: 5 },
	};
}
