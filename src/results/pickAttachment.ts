import * as vscode from 'vscode';
import type { Attachment } from '../inference/runRequest';
import { LARGEST_CHAT_IMAGE } from '../shared/largestChatImage';
import { readInputFile } from '../ui/readInputFile';
import { STAYS_OPEN } from '../ui/staysOpen';
import { CHAT_IMAGE_TYPES } from './chatImageTypes';
import { checkAttachment } from './checkAttachment';
import type { EarlierAnswers } from './earlierAnswers';
import { LARGEST_ATTACHED_TEXT } from './largestAttachedText';
import { refuseLargeImage } from './refuseLargeImage';
import { refuseLargeText } from './refuseLargeText';

/** Asks what goes along with a question: what is selected, a file, a picture, an answer. Nothing if the user leaves. */
export async function pickAttachment(
	editor: vscode.TextEditor | undefined,
	answers: EarlierAnswers,
): Promise<Attachment | undefined> {
	const selected = editor && !editor.selection.isEmpty ? selectionOf(editor) : undefined;
	const whole = editor && documentOf(editor.document);
	const rows = [
		...(selected
			? [{ label: '$(selection) Selection', description: describe(selected), get: () => selected }]
			: []),
		...(whole ? [{ label: '$(file-code) Open File', description: whole.name, get: () => whole }] : []),
		{ label: '$(file) File…', description: 'a text of this machine', get: () => pickFile() },
		{ label: '$(file-media) Image…', description: 'for models that take pictures', get: () => pickImage() },
		...(answers.areNone
			? []
			: [{ label: '$(history) Earlier Answer…', description: 'of another run', get: () => answers.pick() }]),
	];
	const picked = await vscode.window.showQuickPick(rows, {
		title: 'Attach',
		placeHolder: 'What should go along with the question?',
		ignoreFocusOut: STAYS_OPEN.askedFromPage,
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
		name: nameOf(document.uri),
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
	return uri && readAttachment(uri, imageTypeOf(uri) === undefined ? textAt : imageAt);
}

async function pickImage(): Promise<Attachment | undefined> {
	const [uri] =
		(await vscode.window.showOpenDialog({
			openLabel: 'Attach',
			title: 'Attach an Image',
			filters: { Images: Object.keys(CHAT_IMAGE_TYPES) },
		})) ?? [];
	return uri && readAttachment(uri, imageAt);
}

async function readAttachment(
	uri: vscode.Uri,
	read: (uri: vscode.Uri) => Promise<Attachment | undefined>,
): Promise<Attachment | undefined> {
	try {
		return await read(uri);
	} catch {
		void vscode.window.showWarningMessage(
			`${nameOf(uri)} cannot be read: it was moved, deleted, or you may not read it.`,
		);
		return undefined;
	}
}

/** How large it is, is asked first: the editor opens a text as a whole. */
async function textAt(uri: vscode.Uri): Promise<Attachment | undefined> {
	const { size } = await vscode.workspace.fs.stat(uri);
	if (size > LARGEST_ATTACHED_TEXT) {
		return refuseLargeText(nameOf(uri));
	}
	try {
		return documentOf(await vscode.workspace.openTextDocument(uri));
	} catch {
		return refuseOther(uri);
	}
}

async function imageAt(uri: vscode.Uri): Promise<Attachment | undefined> {
	const mediaType = imageTypeOf(uri);
	if (mediaType === undefined) {
		return refuseOther(uri);
	}
	const content = await readInputFile(uri.toString(), LARGEST_CHAT_IMAGE);
	return content instanceof Uint8Array
		? { kind: 'image', name: nameOf(uri), mediaType, data: Buffer.from(content).toString('base64') }
		: refuseLargeImage(nameOf(uri));
}

function imageTypeOf(uri: vscode.Uri): string | undefined {
	return CHAT_IMAGE_TYPES[/\.(\w+)$/.exec(nameOf(uri))?.[1]?.toLowerCase() ?? ''];
}

function nameOf({ path }: vscode.Uri): string {
	return path.split('/').at(-1) ?? path;
}

function refuseOther(uri: vscode.Uri): undefined {
	void vscode.window.showWarningMessage(
		`${nameOf(uri)} is neither a text nor a picture that models take (PNG, JPEG, WebP, GIF).`,
	);
}
