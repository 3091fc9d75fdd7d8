/** Addresses and the one-time secret that a page is made of. */
export interface PageParts {
	/** For assistive technology; a constant of ours. */
	readonly title: string;
	/** The origin that the page's own files come from, as the policy names it. */
	readonly source: string;
	readonly script: string;
	readonly styles: string;
	readonly nonce: string;
	/** Of a folder with pictures, sounds and films for the page to show; it is told where, for it cannot tell itself. */
	readonly media?: string | undefined;
}

/**
 * The page's frame. All that it shows arrives in messages, so nothing but the nonce and addresses of our own files is
 * ever written into it. The policy lets it load those, and the files of that one folder, and nothing else: no inline style, no
 * remote image, no connection.
 */
export function pageDocument({ title, source, script, styles, nonce, media }: PageParts): string {
	const policy = [
		`default-src 'none'`,
		`script-src 'nonce-${nonce}'`,
		`style-src ${source}`,
		`font-src ${source}`,
		...(media === undefined ? [] : [`img-src ${source}`, `media-src ${source}`]),
		`base-uri 'none'`,
		`form-action 'none'`,
	].join('; ');
	return /* html */ `<!DOCTYPE html>
<html lang="en">
<head>
	<meta charset="utf-8">
	<meta http-equiv="Content-Security-Policy" content="${policy}">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<title>${title}</title>
	<link rel="stylesheet" href="${styles}">
</head>
<body>
	<div id="page"${media === undefined ? '' : ` data-media="${media}"`}></div>
	<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
