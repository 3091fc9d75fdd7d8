type Write = (name: string, alt: string) => string;

/** How a document of each language points to a picture; other languages get the bare name. */
const PICTURES: Readonly<Record<string, Write>> = {
	markdown: (name, alt) => `![${alt}](${encodeURI(name)})`,
	html: (name, alt) => `<img src="${encodeURI(name)}" alt="${attribute(alt)}">`,
	latex: name => `\\includegraphics{${name}}`,
	restructuredtext: (name, alt) => `.. image:: ${name}\n   :alt: ${alt}\n`,
	asciidoc: (name, alt) => `image::${name}[${alt}]`,
};

const OTHERS: Readonly<Record<string, Write>> = {
	markdown: (name, alt) => `[${alt}](${encodeURI(name)})`,
	html: (name, alt) => `<a href="${encodeURI(name)}">${attribute(alt)}</a>`,
};

/** What a document of a language holds to show, or to lead to, the file `name` beside it. `alt` is ours or the user's. */
export function mediaReference(languageId: string, mimeType: string, name: string, alt: string): string {
	const writers = mimeType.startsWith('image/') ? PICTURES : OTHERS;
	const plain = alt.replace(/[[\]\r\n]+/g, ' ').trim();
	return (Object.hasOwn(writers, languageId) ? writers[languageId]?.(name, plain) : undefined) ?? name;
}

function attribute(text: string): string {
	return text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`);
}
