import * as vscode from 'vscode';
import type { Inference } from '../inference/inference';
import { withSignal } from '../ui/withSignal';
import { STAYS_OPEN } from '../ui/staysOpen';
import { providerRows } from './providerRows';

interface ProviderDeps {
	readonly inference: Pick<Inference, 'providers'>;
	readonly settings: { readonly provider: string; readonly preferredProviders: readonly string[] };
}

const LABELS = { policy: 'Let it be chosen', provider: 'Providers' } as const;

/** Lets the user choose who serves a model, or how that is chosen. Nothing if they leave. */
export async function pickProvider(
	{ inference, settings }: ProviderDeps,
	model: string | undefined,
	current: string,
): Promise<string | undefined> {
	const offers =
		model === undefined
			? []
			: await vscode.window.withProgress(
					{ location: vscode.ProgressLocation.Window, title: `Looking up the providers of ${model}` },
					(_, cancellation) => withSignal(cancellation, signal => inference.providers(model, signal)),
				);
	const rows = providerRows(offers, current, settings.preferredProviders);
	const items = (['policy', 'provider'] as const).flatMap(kind => {
		const own = rows.filter(row => row.kind === kind);
		return own.length === 0
			? []
			: [
					{ label: LABELS[kind], kind: vscode.QuickPickItemKind.Separator, provider: undefined },
					...own.map(({ label, description, detail, provider }) => ({
						label,
						description,
						detail,
						provider,
					})),
				];
	});
	const picked = await vscode.window.showQuickPick(items, {
		title: model === undefined ? 'Provider' : `Provider of ${model}`,
		placeHolder: 'Who runs the model?',
		matchOnDescription: true,
		matchOnDetail: true,
		ignoreFocusOut: STAYS_OPEN.askedFromPage,
	});
	return picked?.provider;
}
