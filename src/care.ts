import * as vscode from 'vscode';
import { accessCommands } from './access/accessCommands';
import { accessStatus } from './access/accessStatus';
import { AccessWatch } from './access/accessWatch';
import { checkRecord } from './account/checkRecord';
import { workspaceEnvFiles } from './account/envFiles';
import { Doctor } from './doctor/doctor';
import { doctorCommands } from './doctor/doctorCommands';
import type { Hub } from './hub/hub';
import type { HubAccess } from './hub/hubAccess';
import { probeHost } from './net/probeHost';
import type { Ambient } from './tokens/ambientUse';
import type { Tokens } from './tokens/tokens';
import type { Log } from './ui/log';
import type { Settings } from './ui/settings';
import { welcomeCommands } from './welcome/welcomeCommands';

export interface CareDeps {
	readonly tokens: Tokens;
	readonly hub: Hub;
	readonly access: HubAccess;
	readonly settings: Settings;
	readonly log: Log;
	/** What terminals and notebook kernels use beside what is used here. */
	readonly ambient: () => Promise<Ambient>;
}

/** The part of the composition root that looks after tokens, network and access: the doctor, and what the user waits for. */
export function createCare(
	context: Pick<vscode.ExtensionContext, 'extensionUri' | 'globalState'>,
	{ tokens, hub, access, settings, log, ambient }: CareDeps,
) {
	const doctor = new Doctor(
		{
			environment: process.env,
			tokens,
			hub,
			ambient,
			envFiles: workspaceEnvFiles,
			access,
			settings,
			http: () => settings.http,
			checkRecord: (record, signal) => checkRecord({ tokens, hub }, record, signal),
			probe: probeHost,
			now: Date.now,
		},
		context.extensionUri,
		log,
	);
	const watch = new AccessWatch({
		storage: context.globalState,
		access,
		interval: () => settings.accessInterval,
		now: Date.now,
	});
	const owned = vscode.Disposable.from(doctor, accessStatus({ watch, settings, log }), watch);
	return {
		doctor,
		commands: {
			...doctorCommands(doctor, log),
			...accessCommands({ access, watch, settings, log }),
			...welcomeCommands(log),
		},
		dispose: () => void owned.dispose(),
	};
}
