// Stands in for `vscode` where domains are compiled, so that importing the editor from one does not compile.
declare const aDomainNeverImportsVscode: never;
export = aDomainNeverImportsVscode;
