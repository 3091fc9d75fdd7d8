/**
 * A text in which the editor finds no icons. In the status bar and in the rows of questions it makes icons of `$(name)`, and what
 * a folder, branch or file is called may be anything. The text looks the same.
 */
export function withoutIcons(text: string): string {
	return text.replace(/\$(?=\()/g, '$\u200B');
}
