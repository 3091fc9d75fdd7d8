const STRING = 8;
const UINT32 = 4;
const F32 = 0;
const ALIGNMENT = 32;

function text(value: string): Buffer {
	const bytes = Buffer.from(value);
	const length = Buffer.alloc(8);
	length.writeBigUInt64LE(BigInt(bytes.length));
	return Buffer.concat([length, bytes]);
}

function u32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}

function u64(value: number): Buffer {
	const bytes = Buffer.alloc(8);
	bytes.writeBigUInt64LE(BigInt(value));
	return bytes;
}

/** A small but valid GGUF file, version 3: what it is, one tensor of 64 × 64, and as many zeros as `bytes` in the end. */
export function ggufFile(name: string, bytes: number): Uint8Array {
	const metadata: ReadonlyArray<readonly [string, string | number]> = [
		['general.architecture', 'llama'],
		['general.name', name],
		['llama.context_length', 8192],
		['llama.block_count', 1],
	];
	const head = Buffer.concat([
		Buffer.from('GGUF'),
		u32(3),
		u64(1),
		u64(metadata.length),
		...metadata.flatMap(([key, value]) =>
			typeof value === 'string'
				? [text(key), u32(STRING), text(value)]
				: [text(key), u32(UINT32), u32(value)],
		),
		text('token_embd.weight'),
		u32(2),
		u64(64),
		u64(64),
		u32(F32),
		u64(0),
	]);
	const padding = (ALIGNMENT - (head.length % ALIGNMENT)) % ALIGNMENT;
	return Buffer.concat([head, Buffer.alloc(padding + Math.max(bytes, 64 * 64 * 4))]);
}
