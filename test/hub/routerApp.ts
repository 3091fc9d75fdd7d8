import type { Hono } from 'hono';
import { type ExchangeEnv, exchangeApp } from './exchange';
import { HubError } from './hubError';
import { addChat } from './routes/chat';
import { addProviderJobs } from './routes/providerJobs';
import { addRouterModels } from './routes/routerModels';
import { addTasks } from './routes/tasks';
import type { World } from './world';

/** What stands for `https://router.huggingface.co`. */
export function routerApp(world: World): Hono<ExchangeEnv> {
	const app = exchangeApp(world, 'router');
	addRouterModels(app);
	addTasks(app);
	addChat(app);
	addProviderJobs(app);
	app.notFound(() => new HubError(404, 'Not Found').toResponse('json'));
	return app;
}
