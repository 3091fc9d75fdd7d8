import * as vscode from 'vscode';

/** What a tooltip says: a heading, facts by name, and a sentence below them. */
export interface Card {
	readonly title: string;
	readonly facts: ReadonlyArray<readonly [name: string, value: string]>;
	readonly note?: string | undefined;
}

/** A card as markdown. Everything in it is text from outside, so it is escaped, and no link in it can run a command. */
export function cardMarkdown({ title, facts, note }: Card): vscode.MarkdownString {
	const markdown = new vscode.MarkdownString();
	markdown.isTrusted = false;
	markdown.supportHtml = false;
	markdown.appendMarkdown('**');
	appendWords(markdown, title);
	markdown.appendMarkdown('**\n\n');
	for (const [name, value] of facts) {
		markdown.appendMarkdown('- ');
		appendWords(markdown, `${name}: ${value}`);
		markdown.appendMarkdown('\n');
	}
	if (note !== undefined) {
		markdown.appendMarkdown('\n');
		appendWords(markdown, note);
	}
	return markdown;
}

/** Word by word, since the editor would make every blank one that does not break, and a long line would not fit. */
function appendWords(markdown: vscode.MarkdownString, text: string): void {
	for (const [index, word] of text.trim().split(/\s+/).entries()) {
		markdown.appendMarkdown(index === 0 ? '' : ' ').appendText(word);
	}
}
