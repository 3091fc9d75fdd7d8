import * as vscode from 'vscode';

/** As much of a file system as one that cannot be written to has to answer. */
export type ReadableFiles = Pick<vscode.FileSystemProvider, 'stat' | 'readDirectory' | 'readFile'>;

/** A read-only file system whose files come from what is loaded at the first look into it. */
export function lazyFileSystem(files: () => Promise<ReadableFiles>): vscode.FileSystemProvider {
	const never = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
	const refuse = (uri: vscode.Uri): never => {
		throw vscode.FileSystemError.NoPermissions(uri);
	};
	return {
		onDidChangeFile: never.event,
		watch: () => new vscode.Disposable(() => undefined),
		stat: async uri => (await files()).stat(uri),
		readDirectory: async uri => (await files()).readDirectory(uri),
		readFile: async uri => (await files()).readFile(uri),
		createDirectory: refuse,
		writeFile: refuse,
		delete: refuse,
		rename: refuse,
	};
}
