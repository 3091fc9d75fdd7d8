/** What is opened for a person to work in. */
export interface StartRequest {
	/** The packaged extension. */
	readonly vsix: string;
	/** VS Code's own files. */
	readonly dataDir: string;
	/** The example workspace, a copy. */
	readonly folder: string;
	readonly settings: Readonly<Record<string, unknown>>;
	readonly env: NodeJS.ProcessEnv;
}
