/** An installed web build of VS Code. All paths are absolute. */
export interface WebBuild {
	/** The folder that holds its node_modules. */
	readonly folder: string;
	/** A Node that is new enough to run it. */
	readonly node: string;
	/** The folder of the built-in extensions to start with. */
	readonly builtins: string;
}
