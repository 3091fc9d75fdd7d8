export function counted(files: readonly unknown[]): string {
	return files.length === 1 ? '1 file' : `${files.length} files`;
}
