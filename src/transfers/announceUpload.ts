import * as vscode from 'vscode';
import type { UploadResult } from '../hub/transfers/upload/runUpload';
import { withoutLinks } from '../util/withoutLinks';
import { placeWords } from './placeWords';
import type { UploadPlace } from './uploadPlace';

/** Says that an upload is done, and opens what became of it if that is wanted. */
export async function announceUpload(
	{ url, pullRequestUrl }: UploadResult,
	place: UploadPlace,
): Promise<void> {
	const { repo, into } = place;
	const pressed = await vscode.window.showInformationMessage(
		withoutLinks(
			pullRequestUrl === undefined
				? `Uploaded to ${placeWords(place)}.`
				: `Opened a pull request on ${repo.id}${into === undefined ? '' : `, for ${into}`}.`,
		),
		'Open on the Hub',
	);
	if (pressed) {
		await vscode.env.openExternal(vscode.Uri.parse(pullRequestUrl ?? url, true));
	}
}
