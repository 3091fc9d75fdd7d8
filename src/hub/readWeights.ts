import { gguf, GGMLQuantizationType } from '@huggingface/gguf';
import { parseSafetensorsMetadata } from '@huggingface/hub';
import type { RepoAt } from './contents';
import type { Tensor, WeightsHeader } from './facts';
import type { Way } from './hubCaller';
import { encodedPath, pagePath } from './repoPaths';

const MOST_TENSORS = 2000;
const MOST_METADATA = 60;
const LONGEST_VALUE = 300;

/** Reads the header of a weights file by ranges; what is not a safetensors file is taken for GGUF. */
export function readWeights(at: RepoAt, path: string, way: Way): Promise<WeightsHeader> {
	return path.endsWith('.safetensors') ? readSafetensors(at, path, way) : readGguf(at, path, way);
}

async function readSafetensors(at: RepoAt, path: string, way: Way): Promise<WeightsHeader> {
	const { type, id, revision } = at;
	const parsed = await parseSafetensorsMetadata({
		...way,
		repo: { type, name: id },
		revision,
		path,
		computeParametersCount: true,
	});
	const headers = parsed.sharded ? Object.values(parsed.headers) : [parsed.header];
	const tensors = headers.flatMap(header =>
		Object.entries(header).flatMap(([name, value]): Tensor[] =>
			name === '__metadata__' || !('dtype' in value)
				? []
				: [{ name, type: String(value.dtype), shape: [...(value.shape as readonly number[])] }],
		),
	);
	const [first] = headers;
	return summed(tensors, Object.entries(first?.__metadata__ ?? {}));
}

async function readGguf(
	at: RepoAt,
	path: string,
	{ hubUrl, accessToken, fetch }: Way,
): Promise<WeightsHeader> {
	const url = `${hubUrl}${pagePath(at)}/resolve/${encodeURIComponent(at.revision)}/${encodedPath(path)}`;
	const { metadata, tensorInfos } = await gguf(url, {
		fetch,
		...(accessToken !== undefined && {
			additionalFetchHeaders: { Authorization: `Bearer ${accessToken}` },
		}),
	});
	const tensors = tensorInfos.map(({ name, dtype, shape }) => ({
		name,
		type: GGMLQuantizationType[dtype] ?? `type ${dtype}`,
		shape: shape.map(Number),
	}));
	return summed(tensors, Object.entries(metadata));
}

function summed(
	tensors: readonly Tensor[],
	metadata: ReadonlyArray<readonly [string, unknown]>,
): WeightsHeader {
	const byType: Record<string, number> = {};
	for (const { type, shape } of tensors) {
		byType[type] = (byType[type] ?? 0) + shape.reduce((product, size) => product * size, 1);
	}
	return {
		parameters: Object.values(byType).reduce((sum, count) => sum + count, 0),
		byType,
		tensors: tensors.slice(0, MOST_TENSORS),
		tensorCount: tensors.length,
		metadata: metadata.slice(0, MOST_METADATA).map(([name, value]) => [name, valueText(value)]),
	};
}

/** Vocabularies are lists of many thousands, so only how long they are is said. */
function valueText(value: unknown): string {
	if (Array.isArray(value)) {
		return `${value.length} values`;
	}
	const text = typeof value === 'string' ? value : String(value);
	return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
