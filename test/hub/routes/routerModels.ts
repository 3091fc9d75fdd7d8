import type { Hono } from 'hono';
import type { ModelRepo, ProviderEntry } from '../catalogue/repo';
import { callerOf, type ExchangeEnv } from '../exchange';
import { HubError } from '../hubError';
import { canSee, namespaceOf } from '../permissions';

function providerRow(entry: ProviderEntry) {
	return {
		provider: entry.provider,
		status: entry.status,
		context_length: entry.contextLength,
		pricing: entry.pricing,
		supports_tools: entry.supportsTools,
		supports_structured_output: entry.supportsStructuredOutput,
		first_token_latency_ms: entry.firstTokenLatencyMs,
		throughput: entry.throughput,
		is_model_author: entry.isModelAuthor,
	};
}

const isChat = ({ task }: ProviderEntry) => task === 'conversational';

function modelRow(model: ModelRepo) {
	return {
		id: model.id,
		object: 'model',
		created: Math.floor(Date.parse(model.createdAt) / 1000),
		owned_by: namespaceOf(model.id),
		architecture: { input_modalities: model.inputModalities, output_modalities: ['text'] },
		providers: model.providers.filter(isChat).map(providerRow),
	};
}

/** The models that can be chatted with, who serves them, and at what price. Needs no token. */
export function addRouterModels(app: Hono<ExchangeEnv>): void {
	app.get('/v1/models', c => {
		const caller = callerOf(c, 'api');
		const models = c.var.world.store
			.list('model')
			.filter(model => model.providers.some(isChat) && canSee(caller, model));
		return c.json({ object: 'list', data: models.map(modelRow) });
	});
	app.get('/v1/models/:id{.+}', c => {
		const caller = callerOf(c, 'api');
		const model = c.var.world.store.get('model', c.req.param('id'));
		if (!model?.providers.some(isChat) || !canSee(caller, model)) {
			throw new HubError(404, `Model ${c.req.param('id')} does not exist`);
		}
		return c.json(modelRow(model));
	});
}
