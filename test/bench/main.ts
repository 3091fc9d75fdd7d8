import os from 'node:os';
import path from 'node:path';
import { readdirSync } from 'node:fs';
import { installVsix } from '../host/installVsix';
import { installWebBuild } from '../host/installWebBuild';
import { makeRunFolder } from '../host/makeRunFolder';
import { progress } from '../host/progress';
import { packagedExtension } from '../ui/driver/packagedExtension';
import { activation } from './activation/activation';
import type { BenchTools } from './benchTools';
import { formatRows } from './formatRows';
import { rows as treeRows } from './hub/rows';
import { search } from './hub/search';
import { opening } from './page/opening';
import { panning } from './page/panning';
import type { Row } from './row';
import { sizes } from './sizes';
import { clients } from './stream/clients';
import { firstDelta } from './stream/firstDelta';
import { manyDeltas } from './stream/manyDeltas';
import { sixteen } from './stream/sixteen';
import { stopping } from './stream/stopping';
import { Workplace } from './stream/workplace';
import { tokens } from './tokens/tokens';
import { transfers } from './transfers/transfers';

type Bench = (tools: BenchTools) => Promise<readonly Row[]>;

const BENCHES: Readonly<Record<string, Bench>> = {
	sizes,
	activation,
	opening,
	panning,
	tokens,
	search,
	rows: treeRows,
	transfers,
	first: inWorkplace(firstDelta),
	sixteen: inWorkplace(sixteen),
	many: inWorkplace(manyDeltas),
	stop: inWorkplace(stopping),
	clients: inWorkplace(clients),
};

/** Runs the benchmarks that are named, or all, and prints one table. It fails where something could not be measured, never because of a figure. */
async function main(): Promise<void> {
	const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(BENCHES);
	const folder = makeRunFolder('bench');
	const rows: Row[] = [];
	try {
		const tools = await prepareTools(folder.path);
		for (const name of names) {
			const bench = BENCHES[name];
			if (!bench) {
				throw new Error(`There is no benchmark ${name}; there are ${Object.keys(BENCHES).join(', ')}.`);
			}
			progress(`Measuring: ${name}`);
			try {
				rows.push(...(await bench(tools)));
			} catch (error) {
				// The others may still be measured.
				console.error(error);
				process.exitCode = 1;
			}
		}
	} finally {
		await folder.release();
	}
	console.log(`\n${new Date().toISOString().slice(0, 10)}, ${machine()}\n\n${formatRows(rows)}\n`);
}

function inWorkplace(bench: (place: Workplace) => Promise<readonly Row[]>): Bench {
	return async tools => {
		const place = await Workplace.open(tools);
		try {
			return await bench(place);
		} finally {
			await place.close();
		}
	};
}

async function prepareTools(folder: string): Promise<BenchTools> {
	const build = await installWebBuild();
	const vsix = packagedExtension();
	const dataDir = path.join(folder, 'installed');
	await installVsix(build, vsix, dataDir);
	const [name = ''] = readdirSync(path.join(dataDir, 'extensions')).filter(one =>
		one.startsWith('hf-workbench.'),
	);
	return { build, vsix, folder, installed: path.join(dataDir, 'extensions', name) };
}

function machine(): string {
	const cpus = os.cpus();
	const memory = Math.round(os.totalmem() / 1e9);
	return `${os.platform()} ${os.arch()}, ${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown'}, ${memory} GB`;
}

main().then(
	() => process.exit(process.exitCode ?? 0),
	(error: unknown) => {
		console.error(error instanceof Error ? error.stack : error);
		process.exit(1);
	},
);
