import * as vscode from 'vscode';
import type { Inference, ModelOffer } from '../inference/inference';
import type { RunRequest } from '../inference/runRequest';
import { withSignal } from '../ui/withSignal';
import { STAYS_OPEN } from '../ui/staysOpen';
import { asAskedOf } from './asAskedOf';
import { offerWords } from './offerWords';

/** A request is compared with at most so many others. */
const MOST = 3;

/** The same request for one to three other models or providers that the user chooses. Nothing if they leave. */
export async function pickOtherModels(
	inference: Pick<Inference, 'offers'>,
	request: RunRequest,
): Promise<readonly RunRequest[] | undefined> {
	const offers = await vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Notification, title: 'Looking up models', cancellable: true },
		(_, cancellation) => withSignal(cancellation, signal => inference.offers(request.task, '', signal)),
	);
	const items = offers
		.filter(({ model, provider }) => model !== request.model || provider !== request.provider)
		// Other providers of the same model are what is compared most often.
		.sort((a, b) => Number(b.model === request.model) - Number(a.model === request.model))
		.map(rowOf);
	let ticked: readonly ModelOffer[] = [];
	for (;;) {
		const rows = items.map(item => ({ ...item, picked: ticked.includes(item.offer) }));
		const picked = await vscode.window.showQuickPick(rows, {
			title: `Compare ${request.model}`,
			placeHolder: `With which models or providers? Choose one to ${MOST}`,
			canPickMany: true,
			matchOnDescription: true,
			ignoreFocusOut: STAYS_OPEN.askedFromPage,
		});
		if (!picked || picked.length === 0) {
			return undefined;
		}
		if (picked.length <= MOST) {
			return picked.map(({ offer }) => asAskedOf(request, offer));
		}
		ticked = picked.map(({ offer }) => offer);
		void vscode.window.showWarningMessage(`Choose at most ${MOST}: more do not fit side by side.`);
	}
}

/** The list's own search looks at one part of a row at a time: model and provider, which are typed together, are one. */
function rowOf(offer: ModelOffer): vscode.QuickPickItem & { readonly offer: ModelOffer } {
	const { description, detail } = offerWords(offer);
	const [, ...facts] = description.split(' · ');
	return { label: `${offer.model} ${offer.provider}`, description: facts.join(' · '), detail, offer };
}
