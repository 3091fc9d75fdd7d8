import type { TranscriptChunk } from '../shared/output';

/** Seconds for which a line is shown of which the end is not known. */
const SHOWN = 5;

/** A transcript as subtitles in the SubRip format. A line without an end lasts until the next one, or for some seconds. */
export function subtitles(chunks: readonly TranscriptChunk[]): string {
	return chunks
		.map(({ text, start, end }, index) => {
			const until = end ?? chunks[index + 1]?.start ?? start + SHOWN;
			// An empty line would end the subtitle.
			const line = text.trim().replace(/\n\s*\n/g, '\n');
			return `${index + 1}\n${time(start)} --> ${time(until)}\n${line}\n`;
		})
		.join('\n');
}

/** `00:01:02,345`. */
function time(seconds: number): string {
	const all = Math.max(0, Math.round(seconds * 1000));
	const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
	return `${two(all / 3_600_000)}:${two((all / 60_000) % 60)}:${two((all / 1000) % 60)},${String(all % 1000).padStart(3, '0')}`;
}
