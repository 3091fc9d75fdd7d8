import type { Hono } from 'hono';
import { type ExchangeEnv, exchangeApp } from './exchange';
import { HubError } from './hubError';
import { jsonTags } from './jsonTags';
import { addAccessRequests } from './routes/accessRequests';
import { addCollections } from './routes/collections';
import { addCommits } from './routes/commits';
import { addControl } from './routes/control';
import { addDatasetViewer } from './routes/datasetViewer';
import { addFiles } from './routes/files';
import { addRepoHistory } from './routes/repoHistory';
import { addOAuth } from './routes/oauth';
import { addRepoDetails, addRepoInfo } from './routes/repoInfo';
import { addRepoOperations } from './routes/repoOperations';
import { addRevocation } from './routes/revocation';
import { addSpaces } from './routes/spaces';
import { addWhoAmI } from './routes/whoAmI';
import type { World } from './world';

/** What stands for `https://huggingface.co`. `reset` is what `POST /__control/reset` calls. */
export function hubApp(world: World, reset: () => void): Hono<ExchangeEnv> {
	const app = exchangeApp(world, 'hub');
	addControl(app, world, reset);
	addOAuth(app, world);
	app.use('/api/*', jsonTags);
	addWhoAmI(app);
	addRevocation(app);
	addCollections(app);
	addRepoOperations(app);
	addRepoInfo(app);
	addSpaces(app);
	addDatasetViewer(app);
	addAccessRequests(app);
	addRepoHistory(app);
	addCommits(app);
	addFiles(app);
	addRepoDetails(app);
	app.notFound(() =>
		new HubError(404, "Sorry, we can't find the page you are looking for.").toResponse('json'),
	);
	return app;
}
