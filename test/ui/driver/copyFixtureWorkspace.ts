import { cpSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../host/projectRoot';

/** Copies a workspace of `test/fixtures/workspaces` into a folder, so that what happens to it harms nothing. */
export function copyFixtureWorkspace(name: string, into: string): string {
	const copy = path.join(into, name);
	cpSync(path.join(projectRoot, 'test/fixtures/workspaces', name), copy, { recursive: true });
	return copy;
}
