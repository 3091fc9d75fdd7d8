import { peaks } from './peaks';

/** Bars of a waveform. */
export const WAVE_COLUMNS = 240;

/** The waveform of a sound in any format that the browser plays; nothing for one that it cannot decode. */
export async function waveform(bytes: Uint8Array<ArrayBuffer>): Promise<readonly number[] | undefined> {
	try {
		// An offline context decodes without a permission to play; one sample is all that it would render.
		const sound = await new OfflineAudioContext(1, 1, 44_100).decodeAudioData(bytes.buffer);
		return peaks(sound.getChannelData(0), WAVE_COLUMNS);
	} catch {
		return undefined;
	}
}
