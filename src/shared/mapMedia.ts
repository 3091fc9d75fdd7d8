import type { Output } from './output';

/** The same output with each picture, sound and film in it replaced, in the order in which they are told. */
export function mapMedia<M, N>(output: Output<M>, map: (media: M) => N): Output<N> {
	switch (output.kind) {
		case 'image':
			return { ...output, image: map(output.image) };
		case 'boxes':
			return { ...output, image: map(output.image) };
		case 'masks':
			return {
				...output,
				image: map(output.image),
				masks: output.masks.map(mask => ({ ...mask, mask: map(mask.mask) })),
			};
		case 'audio':
			return { ...output, clips: output.clips.map(clip => ({ ...clip, audio: map(clip.audio) })) };
		case 'transcript': {
			const { audio, ...spoken } = output;
			return audio === undefined ? spoken : { ...spoken, audio: map(audio) };
		}
		case 'video':
			return { ...output, video: map(output.video) };
		case 'text':
		case 'chat':
		case 'labels':
		case 'spans':
		case 'fills':
		case 'answer':
		case 'vector':
		case 'vectors':
		case 'similarity':
		case 'table':
		case 'json':
			return output;
	}
}
