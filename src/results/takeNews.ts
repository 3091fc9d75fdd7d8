import type { RunEvent } from '../inference/runEvent';
import type { RunView } from '../shared/run';
import type { Run } from './run';
import { stateView } from './runView';

type News = Extract<RunEvent, { readonly type: 'started' | 'estimated' | 'waiting' | 'toolCalls' }>;

/** Keeps what a run tells of itself while it goes on; answers with what has changed of it as the page shows it. */
export function takeNews(run: Run, event: News): Partial<RunView> {
	switch (event.type) {
		case 'started':
			run.started(event.model, event.provider);
			return { model: event.model, provider: event.provider };
		case 'estimated':
			run.estimate = event.estimate;
			return { estimate: event.estimate };
		case 'waiting':
			run.state = { type: 'running', ...(event.waiting && { waiting: event.waiting }) };
			return { state: stateView(run.state) };
		case 'toolCalls':
			run.askedForTools(event.calls);
			return run.output ? { output: run.output } : {};
	}
}
