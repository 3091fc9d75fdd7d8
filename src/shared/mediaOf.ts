import { mapMedia } from './mapMedia';
import type { Output } from './output';

/** All pictures, sounds and films of an output. */
export function mediaOf<M>(output: Output<M>): readonly M[] {
	const all: M[] = [];
	mapMedia(output, media => all.push(media));
	return all;
}
