import * as vscode from 'vscode';
import { parsePrompt, type PromptReading } from './parsePrompt';

/** A file of `.hf/prompts`, read. */
export interface PromptFile {
	readonly uri: vscode.Uri;
	readonly reading: PromptReading;
}

/** Where the prompts of a folder are. */
export const PROMPTS = '.hf/prompts';

const ENDING = '.md';
/** In bytes. A prompt is a page or two. */
const LARGEST = 200_000;

/** The prompts of all open folders, by name. What a folder does not have is no problem. The YAML reader is a chunk of its own. */
export async function loadPrompts(): Promise<readonly PromptFile[]> {
	const folders = vscode.workspace.workspaceFolders ?? [];
	const files = (
		await Promise.all(folders.map(({ uri }) => filesIn(vscode.Uri.joinPath(uri, PROMPTS))))
	).flat();
	if (files.length === 0) {
		return [];
	}
	const { readYaml } = await import('../../util/readYaml');
	return Promise.all(files.map(uri => read(uri, readYaml)));
}

async function filesIn(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
	try {
		return (await vscode.workspace.fs.readDirectory(folder))
			.filter(([name, type]) => type !== vscode.FileType.Directory && name.endsWith(ENDING))
			.map(([name]) => vscode.Uri.joinPath(folder, name))
			.sort((a, b) => a.path.localeCompare(b.path));
	} catch {
		return [];
	}
}

async function read(uri: vscode.Uri, readYaml: (text: string) => unknown): Promise<PromptFile> {
	const name = (uri.path.split('/').at(-1) ?? '').slice(0, -ENDING.length);
	try {
		const bytes = await vscode.workspace.fs.readFile(uri);
		return bytes.length > LARGEST
			? { uri, reading: { error: 'It is larger than 200 kB.' } }
			: { uri, reading: parsePrompt(name, new TextDecoder().decode(bytes), readYaml) };
	} catch {
		return { uri, reading: { error: 'It cannot be read.' } };
	}
}
