import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type * as vscode from 'vscode';
import { datasetViewerUrl } from './hub/datasetViewerUrl';
import type { Hub } from './hub/hub';
import type { HubAccess } from './hub/hubAccess';
import { HubAnswers } from './hub/hubAnswers';
import { lazyHub } from './hub/lazyHub';
import { lazyHubAccess } from './hub/lazyHubAccess';
import { checkRecord } from './account/checkRecord';
import { catalogueCopy } from './inference/catalogueCopy';
import type { Inference } from './inference/inference';
import { lazyInference } from './inference/lazyInference';
import type { CredentialSource } from './net/credential';
import type { Endpoints } from './net/endpoints';
import { openOperation } from './net/openOperation';
import { RateLimits } from './net/rateLimits';
import { fileLease } from './tokens/oauth/fileLease';
import { createOAuthClient } from './tokens/oauth/oauthClient';
import { tokenFiles } from './tokens/tokenFiles';
import type { TokensOptions } from './tokens/tokensOptions';
import { createTokens } from './tokens/vaultTokens';
import { readInputFile } from './ui/readInputFile';
import type { Settings } from './ui/settings';

type Context = Pick<
	vscode.ExtensionContext,
	'secrets' | 'globalState' | 'workspaceState' | 'globalStorageUri'
>;

export interface Domains {
	readonly tokens: ReturnType<typeof createTokens>;
	readonly hub: Hub;
	readonly access: HubAccess;
	readonly inference: Inference & { preload(): void };
	/** What every caller of the Hub shares. */
	readonly limits: RateLimits;
	readonly answers: HubAnswers;
}

/**
 * The part of the composition root that makes the domains. The client packages of those that talk to the network are chunks of
 * their own, loaded by the first call.
 */
export function createDomains(context: Context, settings: Settings): Domains {
	const tokens = tokensOf(context, settings, (record, signal) =>
		checkRecord(
			{ tokens, hub: { whoAmI: (credential, until) => hub.whoAmI(credential, until, 'again') } },
			record,
			signal,
		),
	);
	const limits = new RateLimits();
	const answers = new HubAnswers();
	const credentials: CredentialSource = (permission, signal, on) => tokens.credential(permission, signal, on);
	const hub = lazyHub(async () => {
		const { createHub } = await import('./hub/hubClient');
		return createHub({
			endpoints: () => settings.endpoints,
			credentials,
			limits,
			answers,
			onRefused: (credential, state) => void tokens.refused(credential, state).catch(() => undefined),
			onAccepted: (credential, askedAt) => void tokens.accepted(credential, askedAt).catch(() => undefined),
		});
	});
	const access = lazyHubAccess(async () => {
		const { createHubAccess } = await import('./hub/accessClient');
		return createHubAccess({ endpoints: () => settings.endpoints, credentials, limits });
	});
	const inference = lazyInference(async () => {
		const { createInference } = await import('./inference/createInference');
		return createInference({
			endpoints: liveEndpoints(settings),
			credentials,
			openOperation,
			readFile: readInputFile,
			providerPolicy: () => settings.provider,
			preferredProviders: () => settings.preferredProviders,
			copy: catalogueCopy(fileIn(context, 'catalogue.json')),
			get stallTimeout() {
				return settings.stallTimeout;
			},
			get rateLimitWait() {
				return settings.rateLimitWait;
			},
			billTo: () => settings.billTo,
			// The Hub has the last word, and tells the tokens.
			onRefused: credential =>
				void hub.whoAmI(credential, new AbortController().signal, 'fresh').catch(() => undefined),
		});
	});
	return { tokens, limits, answers, hub, access, inference };
}

function tokensOf(
	context: Context,
	settings: Settings,
	recheck: TokensOptions['recheck'],
): ReturnType<typeof createTokens> {
	const { secrets, globalState, workspaceState } = context;
	return createTokens({
		secrets,
		globalState,
		workspaceState,
		environment: process.env,
		files: tokenFiles,
		hubOrigins: () => {
			const { hub, router } = settings.endpoints;
			return [hub, router, datasetViewerUrl(hub)].map(endpoint => new URL(endpoint).origin);
		},
		allowedOrigins: () => settings.allowedOrigins,
		now: Date.now,
		randomId: randomUUID,
		...(recheck && { recheck }),
		oauth: {
			client: createOAuthClient(),
			lease: fileLease(fileIn(context, 'leases')),
			pause: async milliseconds => pause(milliseconds),
		},
	});
}

/** The endpoints as the settings have them at each look. */
function liveEndpoints(settings: Settings): Endpoints {
	return {
		get hub() {
			return settings.endpoints.hub;
		},
		get router() {
			return settings.endpoints.router;
		},
	};
}

function fileIn({ globalStorageUri }: Context, name: string): string {
	return path.join(globalStorageUri.fsPath, name);
}
