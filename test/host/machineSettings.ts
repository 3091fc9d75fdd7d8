import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Manifest {
	readonly contributes?: {
		readonly configuration?: Section | readonly Section[];
	};
}

interface Section {
	readonly properties?: Readonly<Record<string, { readonly scope?: string }>>;
}

/**
 * Those of the given settings that an extension declares as `machine` scoped. VS Code's web build takes them only from
 * the server's own settings file: in the user's file they are seen at first and dropped some seconds later.
 *
 * @param extension the folder that holds the extension's package.json
 */
export function machineSettings(
	settings: Readonly<Record<string, unknown>>,
	extension: string,
): Readonly<Record<string, unknown>> {
	const manifest = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8')) as Manifest;
	const sections = [manifest.contributes?.configuration ?? []].flat() as readonly Section[];
	const properties = Object.assign({}, ...sections.map(section => section.properties)) as NonNullable<
		Section['properties']
	>;
	return Object.fromEntries(
		Object.entries(settings).filter(([name]) => properties[name]?.scope?.startsWith('machine')),
	);
}
