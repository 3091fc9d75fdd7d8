import * as vscode from 'vscode';

/** A key that `when` clauses of the manifest read. Each has one owner, and its name is written once in code. */
export class ContextKey<T> {
	constructor(readonly name: `hfWorkbench.${string}`) {}

	set(value: T | undefined): void {
		void vscode.commands.executeCommand('setContext', this.name, value);
	}
}
