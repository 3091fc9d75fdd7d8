import type { FileFailure } from '../../thread/threadMessages';

/** What an error of the file system means for a file or folder that is to be uploaded. */
export function fileFailure(error: unknown): FileFailure {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	return code === 'ENOENT' || code === 'ENOTDIR' ? 'gone' : 'unreadable';
}
