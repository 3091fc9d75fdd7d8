import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { machineSettings } from '../../host/machineSettings';
import { projectRoot } from '../../host/projectRoot';

describe('machineSettings', () => {
	let extension: string;
	const manifest = (configuration: unknown) =>
		writeFileSync(path.join(extension, 'package.json'), JSON.stringify({ contributes: { configuration } }));
	const scopes = {
		'a.machine': { scope: 'machine' },
		'a.overridable': { scope: 'machine-overridable' },
		'a.window': { scope: 'window' },
		'a.none': {},
	};
	const settings = { 'a.machine': 1, 'a.overridable': 2, 'a.window': 3, 'a.none': 4, 'other.setting': 5 };

	beforeEach(() => {
		extension = mkdtempSync(path.join(os.tmpdir(), 'hf-workbench-manifest-'));
	});
	afterEach(() => {
		rmSync(extension, { recursive: true });
	});

	it('picks those that the manifest scopes to the machine', () => {
		manifest({ properties: scopes });
		assert.deepEqual(machineSettings(settings, extension), { 'a.machine': 1, 'a.overridable': 2 });
	});

	it('reads a manifest with several sections of settings', () => {
		manifest([{ properties: { 'b.other': {} } }, { properties: scopes }, {}]);
		assert.deepEqual(machineSettings(settings, extension), { 'a.machine': 1, 'a.overridable': 2 });
	});

	it('picks nothing for an extension without settings', () => {
		manifest(undefined);
		assert.deepEqual(machineSettings(settings, extension), {});
	});

	it('knows the settings of this extension that say where tokens go', () => {
		const endpoints = { 'hfWorkbench.hub.endpoint': 'x', 'hfWorkbench.inference.routerEndpoint': 'y' };
		assert.deepEqual(
			machineSettings({ ...endpoints, 'hfWorkbench.inference.provider': 'z' }, projectRoot),
			endpoints,
		);
	});
});
