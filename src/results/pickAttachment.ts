import * as vscode from 'vscode';
import type { Attachment } from '../inference/runRequest';
import { CHAT_IMAGE_TYPES } from './chatImageTypes';
import { checkAttachment } from './checkAttachment';

/** Asks what goes along with a question: what is selected, a file, a picture. Nothing if the user leaves. */
export async function pickAttachment(editor: vscode.TextEditor | undefined): Promise<Attachment | undefined> {
	const selected = editor && !editor.selection.isEmpty ? selectionOf(editor) : undefined;
	const whole = editor && documentOf(editor.document);
	const rows = [
		...(selected
			? [{ label: '$(selection) Selection', description: describe(selected), get: () => selected }]
			: []),
		...(whole ? [{ label: '$(file-code) Open File', description: whole.name, get: () => whole }] : []),
		{ label: '$(file) File…', description: 'a text of this machine', get: () => pickFile() },
		{ label: '$(file-media) Image…', description: 'for models that take pictures', get: () => pickImage() },
	];
	const picked = await vscode.window.showQuickPick(rows, {
		title: 'Attach',
		placeHolder: 'What should go along with the question?',
	});
	const attachment = await picked?.get();
	return attachment && checkAttachment(attachment);
}

function selectionOf({ document, selection }: vscode.TextEditor): Attachment {
	const { start, end } = selection;
	const endsBefore = end.character === 0 && end.line > start.line;
	return {
		...documentOf(document),
		text: document.getText(selection),
		lines: { first: start.line + 1, last: end.line + (endsBefore ? 0 : 1) },
	};
}

function documentOf(document: vscode.TextDocument): Attachment & { kind: 'text' } {
	return {
		kind: 'text',
		name: document.uri.path.split('/').at(-1) ?? document.uri.path,
		languageId: document.languageId,
		text: document.getText(),
	};
}

function describe(attachment: Attachment): string {
	return attachment.kind === 'text' && attachment.lines
		? `${attachment.name}, lines ${attachment.lines.first} to ${attachment.lines.last}`
		: attachment.name;
}

async function pickFile(): Promise<Attachment | undefined> {
	const [uri] = (await vscode.window.showOpenDialog({ openLabel: 'Attach', title: 'Attach a File' })) ?? [];
	if (!uri) {
		return undefined;
	}
	try {
		return documentOf(await vscode.workspace.openTextDocument(uri));
	} catch {
		return imageAt(uri);
	}
}

async function pickImage(): Promise<Attachment | undefined> {
	const [uri] =
		(await vscode.window.showOpenDialog({
			openLabel: 'Attach',
			title: 'Attach an Image',
			filters: { Images: Object.keys(CHAT_IMAGE_TYPES) },
		})) ?? [];
	return uri && imageAt(uri);
}

async function imageAt(uri: vscode.Uri): Promise<Attachment | undefined> {
	const name = uri.path.split('/').at(-1) ?? uri.path;
	const mediaType = CHAT_IMAGE_TYPES[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
	if (mediaType === undefined) {
		void vscode.window.showWarningMessage(
			`${name} is neither a text nor a picture that models take (PNG, JPEG, WebP, GIF).`,
		);
		return undefined;
	}
	const bytes = await vscode.workspace.fs.readFile(uri);
	return { kind: 'image', name, mediaType, data: Buffer.from(bytes).toString('base64') };
}
