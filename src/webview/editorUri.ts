/** How the editor writes a file's scheme and authority into the host of the address that a page loads it from. */
const RESOURCE = /^([a-z][a-z0-9-]*)\+((?:[a-z0-9]|-[0-9a-f]{4})*)\.vscode-resource\./;

/** The address by which the editor knows a file that a page is shown; nothing for an address of another form. */
export function editorUri(address: string): string | undefined {
	if (!URL.canParse(address)) {
		return undefined;
	}
	const { hostname, pathname } = new URL(address);
	const [, scheme, authority] = RESOURCE.exec(hostname) ?? [];
	return scheme === undefined || authority === undefined
		? undefined
		: `${scheme}://${authority.replace(/-([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))}${pathname}`;
}
