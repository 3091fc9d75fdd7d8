import type { FaultMatch } from '../hub/faults';
import type { TransferDesk } from './transferDesk';
import type { TransferStepName } from './transferMatrix';

/** One kind of request of a download or an upload, and what it is a part of. */
export interface TransferStep {
	readonly direction: 'download' | 'upload';
	/** Where a download goes; default the cache. */
	readonly target?: 'cache' | 'folder';
	/** How many bytes of the large file have come at an earlier time. */
	readonly there?: number;
	request(desk: TransferDesk): FaultMatch;
}

const ofRepo = ({ repo }: TransferDesk, method: string, rest: string): FaultMatch => ({
	host: 'hub',
	method,
	path: new RegExp(`/${repo.id}${rest}`),
});

const ofFile = (desk: TransferDesk, method: string, path: string, file: string): FaultMatch => ({
	host: 'storage',
	method,
	path: new RegExp(`^/${path}/${desk.oid(file)}`),
});

const fromStorage = ({ repo }: TransferDesk): FaultMatch => ({
	host: 'storage',
	path: new RegExp(`/${repo.id}/.*weights\\.bin`),
});

export const TRANSFER_STEPS: Readonly<Record<TransferStepName, TransferStep>> = {
	findCommit: { direction: 'download', request: desk => ofRepo(desk, 'GET', '/revision/main') },
	listFiles: { direction: 'download', request: desk => ofRepo(desk, 'GET', '/tree/') },
	askSmall: { direction: 'download', request: desk => ofRepo(desk, 'GET', '/resolve/.*README') },
	readSmall: {
		direction: 'download',
		target: 'folder',
		request: ({ repo }) => ({ host: 'hub', path: new RegExp(`^/api/resolve-cache/models/${repo.id}/`) }),
	},
	askLarge: {
		direction: 'download',
		target: 'folder',
		request: desk => ofRepo(desk, 'GET', '/resolve/.*weights'),
	},
	readLarge: { direction: 'download', request: fromStorage },
	readRest: { direction: 'download', there: 3_000, request: fromStorage },
	askModes: { direction: 'upload', request: desk => ofRepo(desk, 'POST', '/preupload/') },
	askStorage: { direction: 'upload', request: desk => ofRepo(desk, 'POST', '.git/info/lfs/objects/batch') },
	putWhole: { direction: 'upload', request: desk => ofFile(desk, 'PUT', 'lfs-put', 'small.bin') },
	putPart: { direction: 'upload', request: desk => ofFile(desk, 'PUT', 'lfs-part', 'weights.bin') },
	complete: { direction: 'upload', request: desk => ofFile(desk, 'POST', 'lfs-complete', 'weights.bin') },
	verify: { direction: 'upload', request: desk => ofRepo(desk, 'POST', '/verify') },
	commit: { direction: 'upload', request: desk => ofRepo(desk, 'POST', '/commit/') },
};
