import type { AmbientOrigin } from '../tokens/ambientToken';
import type { Ambient, AmbientUse } from '../tokens/ambientUse';
import { sourceWords } from './tokenWords';

/** Where programs find their token, as part of a sentence. */
export function ambientOriginWords(origin: AmbientOrigin): string {
	switch (origin.kind) {
		case 'given':
			return 'this token, which they are given';
		case 'envFile':
		case 'environment':
		case 'cli':
			return sourceWords(origin);
	}
}

/** What the programs of one kind use, as a fact on a card: `HF_TOKEN of the environment, which is another token`. */
export function ambientFact({ origin, differs }: AmbientUse): string {
	if (origin === undefined) {
		return 'no token';
	}
	const words = ambientOriginWords(origin);
	if (differs === undefined || origin.kind === 'given') {
		return words;
	}
	return `${words}, ${differs ? 'which is another token' : 'the same token'}`;
}

/** One sentence where terminals or notebooks would use another token than what is used here. */
export function ambientWarning({ terminals, notebooks }: Ambient): string | undefined {
	const others = [
		...(terminals.differs ? [`terminals use ${foreign(terminals)}`] : []),
		...(notebooks.differs ? [`notebooks use ${foreign(notebooks)}`] : []),
	];
	if (terminals.differs && notebooks.differs && foreign(terminals) === foreign(notebooks)) {
		return `Another token is in force outside: terminals and notebooks use ${foreign(terminals)}.`;
	}
	return others.length === 0 ? undefined : `Another token is in force outside: ${others.join(', ')}.`;
}

function foreign({ origin }: AmbientUse): string {
	return origin === undefined ? 'none' : ambientOriginWords(origin);
}
