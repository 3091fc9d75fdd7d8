import type { PipelineType } from '@huggingface/tasks';

/** The Hub's pipeline tags, by the names that its own pages use, for those that it lists. */
export const PIPELINE_LABELS = {
	'text-generation': 'Text Generation',
	'image-text-to-text': 'Image-Text-to-Text',
	'any-to-any': 'Any-to-Any',
	summarization: 'Summarization',
	translation: 'Translation',
	'text-classification': 'Text Classification',
	'token-classification': 'Token Classification',
	'zero-shot-classification': 'Zero-Shot Classification',
	'question-answering': 'Question Answering',
	'table-question-answering': 'Table Question Answering',
	'document-question-answering': 'Document Question Answering',
	'visual-question-answering': 'Visual Question Answering',
	'visual-document-retrieval': 'Visual Document Retrieval',
	'fill-mask': 'Fill-Mask',
	'feature-extraction': 'Feature Extraction',
	'sentence-similarity': 'Sentence Similarity',
	'text-ranking': 'Text Ranking',
	'text-retrieval': 'Text Retrieval',
	'multiple-choice': 'Multiple Choice',
	'automatic-speech-recognition': 'Automatic Speech Recognition',
	'text-to-speech': 'Text-to-Speech',
	'text-to-audio': 'Text-to-Audio',
	'audio-to-audio': 'Audio-to-Audio',
	'audio-classification': 'Audio Classification',
	'audio-text-to-text': 'Audio-Text-to-Text',
	'voice-activity-detection': 'Voice Activity Detection',
	'text-to-image': 'Text-to-Image',
	'image-to-text': 'Image-to-Text',
	'image-to-image': 'Image-to-Image',
	'image-text-to-image': 'Image-Text-to-Image',
	'image-classification': 'Image Classification',
	'image-segmentation': 'Image Segmentation',
	'image-feature-extraction': 'Image Feature Extraction',
	'zero-shot-image-classification': 'Zero-Shot Image Classification',
	'zero-shot-object-detection': 'Zero-Shot Object Detection',
	'object-detection': 'Object Detection',
	'keypoint-detection': 'Keypoint Detection',
	'depth-estimation': 'Depth Estimation',
	'mask-generation': 'Mask Generation',
	'unconditional-image-generation': 'Unconditional Image Generation',
	'text-to-video': 'Text-to-Video',
	'image-to-video': 'Image-to-Video',
	'image-text-to-video': 'Image-Text-to-Video',
	'video-to-video': 'Video-to-Video',
	'video-text-to-text': 'Video-Text-to-Text',
	'video-classification': 'Video Classification',
	'text-to-3d': 'Text-to-3D',
	'image-to-3d': 'Image-to-3D',
	'tabular-classification': 'Tabular Classification',
	'tabular-regression': 'Tabular Regression',
	'tabular-to-text': 'Tabular to Text',
	'table-to-text': 'Table to Text',
	'time-series-forecasting': 'Time Series Forecasting',
	'graph-ml': 'Graph Machine Learning',
	'reinforcement-learning': 'Reinforcement Learning',
	robotics: 'Robotics',
	other: 'Other',
} as const satisfies Record<PipelineType, string>;

/** A pipeline tag in words; one that is newer than this list is made readable. */
export function pipelineLabel(tag: string): string {
	if (Object.hasOwn(PIPELINE_LABELS, tag)) {
		return PIPELINE_LABELS[tag as PipelineType];
	}
	return tag
		.split('-')
		.filter(word => word !== '')
		.map(word => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
}
