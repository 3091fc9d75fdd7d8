import type { Media } from '../../shared/output';
import type { Table } from '../../shared/table';
import { isTable } from './isTable';
import { isTexts } from './isTexts';

/** A file with what is in it. */
export interface LoadedFile {
	readonly name: string;
	readonly mimeType: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

export type LoadedValue = string | readonly string[] | Table | LoadedFile;

/** The inputs of one run, checked against the task's table and with their files read. A wrong name is a mistake of ours. */
export class TaskInputs {
	constructor(private readonly values: Readonly<Record<string, LoadedValue>>) {}

	/** Empty where an optional text was not given. */
	text(name: string): string {
		const value = this.values[name] ?? '';
		return typeof value === 'string' ? value : this.fail(name, 'text');
	}

	/** Empty where an optional one was not given. */
	list(name: string): readonly string[] {
		const value = this.values[name] ?? [];
		return isTexts(value) ? value : this.fail(name, 'list');
	}

	table(name: string): Table {
		const value = this.values[name];
		return isTable(value) ? value : this.fail(name, 'table');
	}

	file(name: string): LoadedFile {
		const value = this.values[name];
		return typeof value === 'object' && 'bytes' in value ? value : this.fail(name, 'file');
	}

	/** A file as answers hold it. */
	media(name: string): Media {
		const { mimeType, bytes } = this.file(name);
		return { mimeType, bytes };
	}

	private fail(name: string, kind: string): never {
		throw new TypeError(`The task has no ${kind} “${name}”`);
	}
}
