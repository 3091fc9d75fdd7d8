import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Hono } from 'hono';
import { type ExchangeContext, type ExchangeEnv } from '../exchange';
import { HubError } from '../hubError';
import { chatBody, type ChatIdentity } from '../inference/chatBody';
import { chatEvents } from '../inference/chatEvents';
import { type ChatRequest, readChatRequest } from '../inference/chatRequest';
import { dialectOf } from '../inference/dialect';
import { streamResponse } from '../inference/streamResponse';
import { autoRoute, ModelNotSupported, providerRoute, type Route } from '../modelRouting';
import { answerChat } from '../models/answerChat';
import { payerOf } from '../routerAccess';

const defaultSlabBytes = 65_536;

function gapOf(c: ExchangeContext, request: ChatRequest): number {
	const header = Number(c.req.header('X-Loopback-Gap-Ms'));
	return (
		request.gapMs ??
		(c.req.header('X-Loopback-Gap-Ms') !== undefined && header >= 0 ? header : c.var.world.deltaGapMs)
	);
}

function requireRoom(request: ChatRequest, promptTokens: number, { entry }: Route): void {
	if (promptTokens > (entry.contextLength ?? Infinity)) {
		throw new HubError(
			422,
			`Input validation error: \`inputs\` tokens + \`max_new_tokens\` must be <= ${entry.contextLength}. Given: ${promptTokens} \`inputs\` tokens and ${Number.isFinite(request.maxTokens) ? request.maxTokens : 0} \`max_new_tokens\``,
			{ extra: { error_type: 'validation' } },
		);
	}
}

/** A model that takes no pictures refuses them, in the words of vLLM. */
function requireEyes({ messages }: ChatRequest, { model }: Route): void {
	if (messages.some(({ images = [] }) => images.length > 0) && !model.inputModalities.includes('image')) {
		throw new HubError(400, `${model.id} is not a multimodal model`);
	}
}

async function respond(c: ExchangeContext, request: ChatRequest, route: Route): Promise<Response> {
	requireEyes(request, route);
	const answer = answerChat(route.model, request, route.entry.supportsStructuredOutput);
	requireRoom(request, answer.promptTokens, route);
	const dialect = dialectOf(route.entry.provider);
	const identity: ChatIdentity = {
		id: `chatcmpl-${randomUUID()}`,
		created: Math.floor(Date.now() / 1000),
		model: route.entry.providerId,
	};
	if (!request.stream) {
		return c.json(chatBody(identity, answer, dialect));
	}
	await delay(request.thinkMs);
	return streamResponse(c, chatEvents(identity, answer, dialect, request), {
		gapMs: gapOf(c, request),
		slabBytes: request.slabBytes ?? defaultSlabBytes,
	});
}

/** Reads the body, chooses the route, answers. The errors of a body and of a model have forms of their own. */
async function complete(c: ExchangeContext, choose: (request: ChatRequest) => Route): Promise<Response> {
	let request: ChatRequest;
	try {
		request = readChatRequest(await c.req.json<unknown>().catch(() => undefined));
	} catch (error) {
		if (error instanceof HubError) {
			return error.toResponse('text');
		}
		throw error;
	}
	try {
		return await respond(c, request, choose(request));
	} catch (error) {
		if (error instanceof ModelNotSupported) {
			return error.toResponse();
		}
		throw error;
	}
}

/** The route itself, if the model was made for chat; a plain language model has no template to chat with. */
function chatRoute(route: Route): Route {
	if (route.entry.task !== 'conversational') {
		throw new HubError(422, 'Template error: template not found', {
			extra: { error_type: 'template_error' },
		});
	}
	return route;
}

/** `POST /v1/chat/completions`, where the router says whom it chose, and the same behind the name of a provider. */
export function addChat(app: Hono<ExchangeEnv>): void {
	app.post('/v1/chat/completions', c => {
		const payer = payerOf(c);
		return complete(c, request => {
			const route = autoRoute(c.var.world.store, payer, request.model);
			c.env.outgoing.setHeader('X-Inference-Provider', route.entry.provider);
			return route;
		});
	});
	app.post('/hf-inference/models/:id{.+}/v1/chat/completions', c => {
		const payer = payerOf(c);
		return complete(c, () =>
			chatRoute(providerRoute(c.var.world.store, payer, 'hf-inference', c.req.param('id'))),
		);
	});
	app.post('/:provider/:route{(?:.+/)?chat/completions}', c => {
		const payer = payerOf(c);
		return complete(c, request =>
			chatRoute(providerRoute(c.var.world.store, payer, c.req.param('provider'), request.model)),
		);
	});
}
