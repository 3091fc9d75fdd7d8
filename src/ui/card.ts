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
	markdown.appendMarkdown('**').appendText(oneLine(title)).appendMarkdown('**\n\n');
	for (const [name, value] of facts) {
		markdown
			.appendMarkdown('- ')
			.appendText(`${name}: ${oneLine(value)}`)
			.appendMarkdown('\n');
	}
	if (note !== undefined) {
		markdown.appendMarkdown('\n').appendText(oneLine(note));
	}
	return markdown;
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
