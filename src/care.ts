import * as vscode from 'vscode';
import { accessCommands } from './access/accessCommands';
import { accessStatus } from './access/accessStatus';
import { AccessWatch } from './access/accessWatch';
import { checkRecord } from './account/checkRecord';
import { Doctor } from './doctor/doctor';
import { doctorCommands } from './doctor/doctorCommands';
import type { Hub } from './hub/hub';
import type { HubAccess } from './hub/hubAccess';
import { probeHost } from './net/probeHost';
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
}

/** The part of the composition root that looks after tokens, network and access: the doctor, and what the user waits for. */
export function createCare(
	context: Pick<vscode.ExtensionContext, 'extensionUri' | 'globalState'>,
	{ tokens, hub, access, settings, log }: CareDeps,
) {
	const doctor = new Doctor(
		{
			environment: process.env,
			tokens,
			hub,
			access,
			settings,
			http: () => settings.http,
			checkRecord: async (record, signal) => void (await checkRecord({ tokens, hub }, record, signal)),
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
