import type { Task } from '../../shared/task';

/** What the methods of `huggingface_hub`'s client take by name, of the parameters that runs have (2.0). */
const ARGUMENTS: Partial<Readonly<Record<Task, readonly string[]>>> = {
	'audio-classification': ['top_k', 'function_to_apply'],
	'document-question-answering': [
		'doc_stride',
		'handle_impossible_answer',
		'lang',
		'max_answer_len',
		'top_k',
	],
	'feature-extraction': ['normalize', 'prompt_name', 'truncate', 'truncation_direction'],
	'fill-mask': ['targets', 'top_k'],
	'image-classification': ['function_to_apply', 'top_k'],
	'image-segmentation': ['mask_threshold', 'overlap_mask_area_threshold', 'subtask', 'threshold'],
	'image-to-image': ['negative_prompt', 'num_inference_steps', 'guidance_scale'],
	'image-to-video': ['negative_prompt', 'num_frames', 'num_inference_steps', 'guidance_scale', 'seed'],
	'object-detection': ['threshold'],
	'question-answering': ['handle_impossible_answer', 'max_answer_len', 'max_question_len', 'top_k'],
	'table-question-answering': ['padding', 'sequential', 'truncation'],
	'text-classification': ['top_k', 'function_to_apply'],
	'text-to-image': [
		'negative_prompt',
		'height',
		'width',
		'num_inference_steps',
		'guidance_scale',
		'scheduler',
		'seed',
	],
	'text-to-speech': ['do_sample', 'max_new_tokens', 'temperature', 'top_k', 'top_p'],
	'text-to-video': ['guidance_scale', 'negative_prompt', 'num_frames', 'num_inference_steps', 'seed'],
	'token-classification': ['aggregation_strategy', 'ignore_labels', 'stride'],
	translation: ['src_lang', 'tgt_lang', 'clean_up_tokenization_spaces', 'truncation'],
	'visual-question-answering': ['top_k'],
	'zero-shot-classification': ['multi_label', 'hypothesis_template'],
	'zero-shot-image-classification': ['hypothesis_template'],
};

/** Whether the client's method for a task takes a parameter by its own name. */
export function isHubArgument(task: Task, name: string): boolean {
	return ARGUMENTS[task]?.includes(name) ?? false;
}
