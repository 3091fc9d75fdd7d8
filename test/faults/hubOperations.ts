import { ggufFile } from '../hub/catalogue/ggufFile';
import type { Operation } from './operations';
import type { Workplace } from './workplace';

const DATASET = { type: 'dataset', id: 'stanfordnlp/imdb' } as const;
const SPACE = { type: 'space', id: 'acme/triage-board' } as const;
const MADE = { type: 'dataset', id: 'ada/made-here' } as const;
const OWN = { type: 'dataset', id: 'ada/notes' } as const;
const GATED = { type: 'model', id: 'acme/gated-support-chat' } as const;
const WEIGHTS = { type: 'model', id: 'acme/small-weights', revision: 'main' } as const;

/** What is asked about single repos of one's own, and what changes them. */
export const hubOperations = {
	createRepo: {
		request: { host: 'hub', method: 'POST', path: /^\/api\/repos\/create$/ },
		perform: (place, signal) =>
			thenDeleted(place, signal, () => place.hub.createRepo({ ...MADE, isPrivate: true }, signal)),
	},
	changeRepo: {
		request: { host: 'hub', method: 'PUT', path: /\/settings$/ },
		perform: ({ hub }, signal) => hub.changeRepo(SPACE, { isPrivate: true }, signal),
	},
	duplicateRepo: {
		request: { host: 'hub', method: 'POST', path: /\/duplicate$/ },
		perform: (place, signal) =>
			thenDeleted(place, signal, () =>
				place.hub.duplicateRepo(DATASET, { id: MADE.id, isPrivate: true }, signal),
			),
	},
	pauseSpace: {
		request: { host: 'hub', method: 'POST', path: /\/pause$/ },
		perform: ({ hub }, signal) => hub.controlSpace(SPACE.id, 'pause', signal),
	},
	moveRepo: {
		request: { host: 'hub', method: 'POST', path: /^\/api\/repos\/move$/ },
		perform: async ({ hub }, signal) => {
			await hub.moveRepo(OWN, MADE.id, signal);
			await hub.moveRepo(MADE, OWN.id, signal);
		},
	},
	createBranch: {
		request: { host: 'hub', method: 'POST', path: /\/branch\/try$/ },
		perform: async ({ hub }, signal) => {
			await hub.createBranch(OWN, 'try', 'main', signal);
			await hub.deleteBranch(OWN, 'try', signal).catch(() => undefined);
		},
	},
	deleteBranch: {
		request: { host: 'hub', method: 'DELETE', path: /\/branch\/try$/ },
		perform: async ({ hub }, signal) => {
			// One that could not be deleted is there already.
			await hub.createBranch(OWN, 'try', 'main', signal).catch(() => undefined);
			await hub.deleteBranch(OWN, 'try', signal);
		},
	},
	createTag: {
		request: { host: 'hub', method: 'POST', path: /\/tag\/main$/ },
		perform: async ({ hub }, signal) => {
			await hub.createTag(OWN, 'v1', 'main', signal);
			await hub.deleteTag(OWN, 'v1', signal).catch(() => undefined);
		},
	},
	deleteTag: {
		request: { host: 'hub', method: 'DELETE', path: /\/tag\/v1$/ },
		perform: async ({ hub }, signal) => {
			await hub.createTag(OWN, 'v1', 'main', signal).catch(() => undefined);
			await hub.deleteTag(OWN, 'v1', signal);
		},
	},
	listRequests: {
		request: { host: 'hub', path: /\/user-access-request\/pending/ },
		perform: async ({ access }, signal) => (await access.requests(GATED, 'pending', signal)).requests,
	},
	answerRequest: {
		request: { host: 'hub', method: 'POST', path: /\/user-access-request\/handle$/ },
		perform: async ({ access, loopback }, signal) => {
			loopback.setAccess(GATED.id, 'chiara', 'pending');
			await access.answer(GATED, 'chiara', { status: 'rejected', reason: 'Not now' }, signal);
		},
	},
	readSafetensors: {
		// What is small and in the open comes from where the Hub sends on to: a redirect has no body to be cut.
		request: { host: 'hub', path: /\/resolve-cache\/.*\.safetensors$/ },
		perform: (place, signal) => weightsOf(place, 'model.safetensors', signal),
	},
	readGguf: {
		request: { host: 'hub', path: /\/resolve-cache\/.*\.gguf$/ },
		perform: (place, signal) => weightsOf(place, 'model-Q8_0.gguf', signal),
	},
	followLog: {
		request: { host: 'hub', path: /\/logs\/build$/ },
		perform: async ({ hub }, signal) => {
			const lines: string[] = [];
			for await (const line of hub.spaceLog(SPACE.id, 'build', signal)) {
				lines.push(line);
			}
			return lines;
		},
	},
} satisfies Readonly<Record<string, Operation>>;

/** The header of a file of a repo that is there as soon as somebody wants it. */
function weightsOf({ hub, loopback }: Workplace, path: string, signal: AbortSignal): Promise<unknown> {
	loopback.commit(WEIGHTS.type, WEIGHTS.id, [
		{ path: 'model.safetensors', content: safetensors(), lfs: false },
		{ path: 'model-Q8_0.gguf', content: ggufFile('small', 4_096), lfs: false },
	]);
	return hub.weights(WEIGHTS, path, signal);
}

/** One tensor of 8 × 8, of 4 bytes each. */
function safetensors(): Uint8Array {
	const header = Buffer.from(
		JSON.stringify({ weight: { dtype: 'F32', shape: [8, 8], data_offsets: [0, 256] } }),
	);
	const length = Buffer.alloc(8);
	length.writeBigUInt64LE(BigInt(header.length));
	return Buffer.concat([length, header, Buffer.alloc(256)]);
}

/** Makes a repo and takes it away again: also one whose making went through, although its answer did not arrive. */
async function thenDeleted(
	{ hub }: Workplace,
	signal: AbortSignal,
	make: () => Promise<void>,
): Promise<void> {
	try {
		await make();
	} finally {
		await hub.deleteRepo(MADE, signal).catch(() => undefined);
	}
}
