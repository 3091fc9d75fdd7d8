import type { ModelOffer } from '../inference/inference';
import type { RunRequest } from '../inference/runRequest';
import { omit } from '../util/omit';
import { languagePair, languageParameters } from './translationLanguages';

/** The same request for another model at one of its providers; languages are told to each model in its own spelling. */
export function asAskedOf(
	request: RunRequest,
	{ model, provider }: Pick<ModelOffer, 'model' | 'provider'>,
): RunRequest {
	const { parameters = {} } = request;
	const pair = request.task === 'translation' ? languagePair(request.model, parameters) : undefined;
	return {
		...omit(request, 'provider', 'unlisted'),
		model,
		provider,
		...(pair && {
			parameters: { ...omit(parameters, 'src_lang', 'tgt_lang'), ...languageParameters(model, pair) },
		}),
	};
}
