import * as vscode from 'vscode';
import { fileInTheWay } from '../hub/transfers/upload/fileInTheWay';
import { parseRepoFolder } from '../hub/transfers/upload/parseRepoFolder';
import type { UploadDeps } from '../hub/transfers/upload/uploadDeps';
import { STAYS_OPEN } from '../ui/staysOpen';
import { Disposable } from '../util/disposable';
import { Latest } from '../util/latest';
import type { UploadPlace } from './uploadPlace';

/**
 * Asks where in the repo an upload goes, `''` for the root, and looks there before the box closes. Nothing where it is left, or
 * the signal aborts.
 */
export async function askRepoFolder(
	deps: UploadDeps,
	place: UploadPlace,
	until: AbortSignal,
): Promise<string | undefined> {
	const box = new FolderBox(deps, place, until);
	try {
		return await box.ask();
	} finally {
		box.dispose();
	}
}

class FolderBox extends Disposable {
	private readonly box = this.register(vscode.window.createInputBox());
	private readonly looks = this.register(new Latest());
	private answer: string | undefined;

	constructor(
		private readonly deps: UploadDeps,
		private readonly place: UploadPlace,
		until: AbortSignal,
	) {
		super();
		const { box } = this;
		box.title = `Upload to ${place.repo.id}: Folder`;
		box.prompt =
			'The folder of the repo that all of it goes to; it is made where there is none. Empty for the root.';
		box.placeholder = 'such as onnx/quantized';
		box.value = place.into ?? '';
		box.ignoreFocusOut = STAYS_OPEN.holdsInput;
		this.register(box.onDidChangeValue(value => this.typed(value)));
		this.register(box.onDidAccept(() => this.accept()));
		const leave = () => box.hide();
		until.addEventListener('abort', leave);
		this.register({ dispose: () => until.removeEventListener('abort', leave) });
	}

	ask(): Promise<string | undefined> {
		return new Promise(resolve => {
			this.register(this.box.onDidHide(() => resolve(this.answer)));
			this.box.show();
		});
	}

	/** What is being looked for is not what stands in the box any more. */
	private typed(value: string): void {
		this.looks.abort();
		this.box.busy = false;
		this.refuse(folderOf(value) === undefined ? 'This is not a folder of a repo.' : undefined);
	}

	private refuse(message: string | undefined): void {
		this.box.validationMessage = message;
	}

	private async accept(): Promise<void> {
		const folder = folderOf(this.box.value);
		if (folder === undefined || this.looks.busy) {
			return;
		}
		this.box.busy = true;
		const looked = await this.looks.run(async signal => this.fileAt(folder, signal));
		if (!looked) {
			return;
		}
		this.box.busy = false;
		if (looked.value === undefined) {
			this.answer = folder;
			this.box.hide();
		} else {
			this.refuse(`${looked.value} is a file of the repo, not a folder.`);
		}
	}

	/** Where it cannot be asked now, the comparison will say why. */
	private async fileAt(folder: string, signal: AbortSignal): Promise<string | undefined> {
		return folder === ''
			? undefined
			: fileInTheWay(this.deps, this.place, folder, signal).catch(() => undefined);
	}
}

function folderOf(typed: string): string | undefined {
	return parseRepoFolder(typed.trim());
}
