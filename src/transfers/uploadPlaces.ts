import type * as vscode from 'vscode';
import type { UploadSource } from '../hub/transfers/upload/uploadPlan';
import { isRecord } from '../util/isRecord';
import { readUploadPlace } from './readUploadPlace';
import type { UploadPlace } from './uploadPlace';

const KEY = 'hfWorkbench.uploadPlaces';
/** Folders of this machine whose places are kept. */
const MOST = 50;

interface Kept extends UploadPlace {
	/** An absolute path. */
	readonly folder: string;
}

/** Where the folders of this workspace were uploaded to the last time. */
export class UploadPlaces {
	constructor(private readonly memento: Pick<vscode.Memento, 'get' | 'update'>) {}

	/** Where a folder went, or some files of it. */
	of(folder: string): UploadPlace | undefined {
		return this.kept.find(one => one.folder === folder);
	}

	/** Where the last upload went, whatever folder it was of. */
	get last(): UploadPlace | undefined {
		return this.kept[0];
	}

	async remember({ folder, repo, branch, into }: UploadSource): Promise<void> {
		const kept: Kept = { folder, repo, branch, ...(into !== undefined && { into }) };
		const others = this.kept.filter(one => one.folder !== folder);
		await this.memento.update(KEY, [kept, ...others].slice(0, MOST));
	}

	/** The newest first. */
	private get kept(): readonly Kept[] {
		const list = this.memento.get<unknown>(KEY);
		return Array.isArray(list)
			? list.flatMap((one: unknown) => {
					const place = readUploadPlace(one);
					return place && isRecord(one) && typeof one.folder === 'string'
						? [{ ...place, folder: one.folder }]
						: [];
				})
			: [];
	}
}
