import { after, afterEach, before } from 'mocha';
import { type LoopbackHub, startLoopbackHub } from '../../hub/loopbackHub';
import { makeMediaFiles, type MediaFiles } from './mediaFiles';

/** A loopback Hub for a suite, as new for each test, with a small picture and a sound to run on. */
export function useMediaHub(): { readonly hub: LoopbackHub; readonly media: MediaFiles } {
	let hub: LoopbackHub | undefined;
	let media: MediaFiles | undefined;
	before(async () => {
		media = makeMediaFiles();
		hub = await startLoopbackHub();
	});
	afterEach(() => hub?.reset());
	after(async () => {
		media?.remove();
		await hub?.stop();
	});
	const ready = <T>(value: T | undefined): T => {
		if (value === undefined) {
			throw new Error('The suite has not begun.');
		}
		return value;
	};
	return {
		get hub() {
			return ready(hub);
		},
		get media() {
			return ready(media);
		},
	};
}
