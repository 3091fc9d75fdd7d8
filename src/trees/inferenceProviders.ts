import type { InferenceProvider } from '@huggingface/inference';

/** The providers that the Hub can filter models by, with the names that they give themselves. */
export const INFERENCE_PROVIDERS = {
	baseten: 'Baseten',
	cerebras: 'Cerebras',
	cohere: 'Cohere',
	deepinfra: 'DeepInfra',
	'fal-ai': 'fal',
	'featherless-ai': 'Featherless AI',
	'fireworks-ai': 'Fireworks',
	groq: 'Groq',
	'hf-inference': 'HF Inference',
	novita: 'Novita',
	nscale: 'Nscale',
	openai: 'OpenAI',
	ovhcloud: 'OVHcloud',
	publicai: 'Public AI',
	replicate: 'Replicate',
	scaleway: 'Scaleway',
	together: 'Together AI',
	wavespeed: 'WaveSpeed',
	'zai-org': 'Z.ai',
} as const satisfies Record<InferenceProvider, string>;

/** A provider's own name; one that is newer than this list is called by its id. */
export function providerLabel(provider: string): string {
	return Object.hasOwn(INFERENCE_PROVIDERS, provider)
		? INFERENCE_PROVIDERS[provider as InferenceProvider]
		: provider;
}
