import * as vscode from 'vscode';
import type { LanguagePair } from './runMemory';
import { LANGUAGE_NAMES } from './translationLanguages';

/** Asks what to translate into, then from what. Nothing if the user leaves. */
export async function pickLanguages(
	model: string,
	last: LanguagePair | undefined,
): Promise<LanguagePair | undefined> {
	const to = await pickLanguage(`Translate into… (${model})`, last?.to, undefined);
	const from = to && (await pickLanguage('The text is in…', last?.from ?? 'en', to));
	return to && from ? { from, to } : undefined;
}

async function pickLanguage(
	title: string,
	first: string | undefined,
	without: string | undefined,
): Promise<string | undefined> {
	const picked = await vscode.window.showQuickPick(
		LANGUAGE_NAMES.filter(({ iso }) => iso !== without)
			.map(({ iso, name }) => ({ label: name, description: iso, iso }))
			.sort((a, b) => Number(b.iso === first) - Number(a.iso === first)),
		{ title, placeHolder: 'Choose a language', matchOnDescription: true, ignoreFocusOut: true },
	);
	return picked?.iso;
}
