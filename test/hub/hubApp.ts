import type { Hono } from 'hono';
import { type ExchangeEnv, exchangeApp } from './exchange';
import { HubError } from './hubError';
import { jsonTags } from './jsonTags';
import { addControl } from './routes/control';
import { addFiles } from './routes/files';
import { addRepoDetails, addRepoInfo } from './routes/repoInfo';
import { addRepoOperations } from './routes/repoOperations';
import { addWhoAmI } from './routes/whoAmI';
import type { World } from './world';

/** What stands for `https://huggingface.co`. `reset` is what `POST /__control/reset` calls. */
export function hubApp(world: World, reset: () => void): Hono<ExchangeEnv> {
	const app = exchangeApp(world, 'hub');
	addControl(app, world, reset);
	app.use('/api/*', jsonTags);
	addWhoAmI(app);
	addRepoOperations(app);
	addRepoInfo(app);
	addFiles(app);
	addRepoDetails(app);
	app.notFound(() =>
		new HubError(404, "Sorry, we can't find the page you are looking for.").toResponse('json'),
	);
	return app;
}
