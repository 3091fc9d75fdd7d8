/** Whether a link leads to the web: `http` or `https`, with a host, and without credentials that disguise it. */
export function isWebLink(href: string): boolean {
	if (!URL.canParse(href)) {
		return false;
	}
	const { protocol, host, username, password } = new URL(href);
	return (protocol === 'http:' || protocol === 'https:') && host !== '' && username === '' && password === '';
}
