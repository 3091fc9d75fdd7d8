import type { FileEntry } from '../hub/contents';
import type { RepoFacts } from '../hub/facts';
import type { Fit, QuantView, RepoParts } from '../shared/repoPage';
import { byteSize } from '../shared/byteSize';
import { compactNumber } from '../util/compactNumber';

/** Bytes that a model needs beside its weights: the context, and whatever runs it. */
const BESIDE = 1.5e9;

/** Bytes for each parameter of the usual conversions, with the scales that they are kept with. */
const CONVERSIONS: ReadonlyArray<readonly [name: string, bytes: number]> = [
	['16 bit', 2],
	['Q8_0', 1.0625],
	['Q6_K', 0.8203],
	['Q5_K_M', 0.7109],
	['Q4_K_M', 0.6094],
	['Q3_K_M', 0.4883],
	['Q2_K', 0.4219],
];

/** The name of a quantization in that of a GGUF file. */
const QUANT = /(?:^|[-_.])((?:I?Q|TQ)\d(?:_[A-Z0-9]+)*|MXFP4(?:_MOE)?|NVFP4|BF16|F16|F32)(?=[-_.])/i;

/** Files of GGUF that go along with a model: what sees or hears for it, and what its conversion was weighted with. */
const BESIDE_MODEL = /(?:^|[-_.])(?:mmproj|imatrix)(?=[-_.])/i;

/** What is known of a model's weights, and which version of them fits into `memory` bytes. Nothing where there are none. */
export function weightsView(
	{ parameters, gguf }: Pick<RepoFacts, 'parameters' | 'gguf'>,
	files: readonly FileEntry[],
	memory: number,
): RepoParts['weights'] | undefined {
	const weights = files.filter(({ path }) => /\.(?:safetensors|gguf)$/.test(path));
	const counts = Object.entries(parameters ?? {});
	const total = counts.reduce((sum, [, count]) => sum + count, 0) || (gguf?.total ?? 0);
	if (total === 0 && weights.length === 0) {
		return undefined;
	}
	return {
		total: total === 0 ? 'not known' : compactNumber(total),
		byType: counts
			.sort(([, one], [, other]) => other - one)
			.map(([type, count]) => [type, compactNumber(count), Math.round((count / total) * 100)] as const),
		quants: quantsOf(weights, total, memory),
		memory: byteSize(memory),
		files: weights.map(({ path }) => path),
	};
}

function quantsOf(weights: readonly FileEntry[], total: number, memory: number): readonly QuantView[] {
	const bySize = new Map<string, number>();
	for (const { path, size } of weights) {
		const file = path.slice(path.lastIndexOf('/') + 1);
		const isQuant = file.endsWith('.gguf') && !BESIDE_MODEL.test(file);
		const name = isQuant ? QUANT.exec(file)?.[1]?.toUpperCase() : undefined;
		if (name !== undefined) {
			// A large one is split into several files.
			bySize.set(name, (bySize.get(name) ?? 0) + size);
		}
	}
	const view = (name: string, size: number, isFile: boolean): QuantView => ({
		name,
		size: byteSize(size),
		isFile,
		fit: fitOf(size, memory),
	});
	const files = [...bySize].sort(([, one], [, other]) => other - one);
	return files.length > 0
		? files.map(([name, size]) => view(name, size, true))
		: total === 0
			? []
			: CONVERSIONS.map(([name, bytes]) => view(name, total * bytes, false));
}

/** The system needs some of the memory too; what takes nearly all of it works, but nothing else does. */
export function fitOf(size: number, memory: number): Fit {
	const needed = size * 1.05 + BESIDE;
	return needed <= memory * 0.7 ? 'fits' : needed <= memory * 0.9 ? 'tight' : 'no';
}
