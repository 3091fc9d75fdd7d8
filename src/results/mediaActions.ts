import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { mediaOf } from '../shared/mediaOf';
import type { MediaFile } from '../shared/output';
import type { MediaAction, ToPage } from '../shared/protocol';
import { askWhereToSave } from './askWhereToSave';
import { attachToDocument } from './attachToDocument';
import { copyFile } from './copyFile';
import { fileName } from './fileName';
import type { MediaStore } from './mediaStore';
import type { ResultsDeps } from './resultsDeps';
import type { Run } from './run';
import type { Runs } from './runs';

interface MediaActionsDeps extends Pick<ResultsDeps, 'currentEditor'> {
	send(message: ToPage): void;
}

/** What the buttons of a picture, sound or film do. */
export class MediaActions {
	private readonly actions: Readonly<Record<MediaAction, (run: Run, media: MediaFile) => Promise<unknown>>> =
		{
			save: (run, media) => this.save(run, media),
			attach: (run, media) => this.attach(run, media),
			open: async (run, media) =>
				vscode.commands.executeCommand('vscode.open', this.uri(run, media), {
					viewColumn: this.deps.currentEditor()?.viewColumn ?? vscode.ViewColumn.One,
				}),
			load: (run, media) => this.load(run, media),
		};

	constructor(
		private readonly runs: Runs,
		private readonly store: MediaStore,
		private readonly deps: MediaActionsDeps,
	) {}

	/** Does what a button says with one of the run's own files; another name is none of them. */
	async perform(id: string, name: string, action: MediaAction): Promise<void> {
		const run = this.runs.get(id);
		const media = run?.output && mediaOf(run.output).find(one => one.name === name);
		if (run && media) {
			await this.actions[action](run, media);
		}
	}

	private async save(run: Run, media: MediaFile): Promise<void> {
		const target = await askWhereToSave(fileName(run.title, extensionOf(media)));
		if (target) {
			await vscode.workspace.fs.copy(this.uri(run, media), target, { overwrite: true });
			vscode.window.setStatusBarMessage('$(check) Saved', 2000);
		}
	}

	private attach(run: Run, media: MediaFile): Promise<void> {
		const source = this.uri(run, media);
		const file = {
			extension: extensionOf(media),
			mimeType: media.mimeType,
			put: (target: vscode.Uri) => copyFile(source, target),
		};
		return attachToDocument(file, run.title, this.deps.currentEditor());
	}

	private async load(run: Run, media: MediaFile): Promise<void> {
		const bytes = await readFile(this.store.path(run.id, media)).catch(() => undefined);
		// Only what is a whole buffer of its own is passed on without being turned into text.
		this.deps.send({ type: 'media', id: run.id, name: media.name, bytes: bytes && new Uint8Array(bytes) });
	}

	private uri(run: Run, media: MediaFile): vscode.Uri {
		return vscode.Uri.file(this.store.path(run.id, media));
	}
}

function extensionOf({ name }: MediaFile): string {
	return name.split('.').at(-1) ?? 'bin';
}
