import type { Hono } from 'hono';
import { type ExchangeEnv, exchangeApp } from './exchange';
import type { World } from './world';

/** An origin that belongs to nobody: it answers everything with an empty list and writes down what it was sent. */
export function foreignApp(world: World): Hono<ExchangeEnv> {
	const app = exchangeApp(world, 'foreign');
	app.all('*', c => c.json([]));
	return app;
}
