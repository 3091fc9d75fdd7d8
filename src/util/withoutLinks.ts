/**
 * A text in which the editor finds no links. In its messages it makes links of `[label](address)`, also such as run a command,
 * and what the Hub, a provider or a file's name says may be anything. The text looks the same.
 */
export function withoutLinks(text: string): string {
	return text.replace(/\](?=\()/g, ']\u200B');
}
