import { html, type TemplateResult } from 'lit';
import type { KeptOutput, KeptOutputOf, OutputKind } from '../../shared/output';
import type { PageContext } from '../pageContext';
import type { RunRecord } from '../runRecord';
import './answerOutput';
import { audioOutput } from './audioOutput';
import './boxesOutput';
import './chatOutput';
import './fillsOutput';
import { imageOutput } from './imageOutput';
import './jsonOutput';
import { labelsOutput } from './labelsOutput';
import './masksOutput';
import { similarityOutput } from './similarityOutput';
import './spansOutput';
import { tableOutput } from './tableOutput';
import './textOutput';
import './transcriptOutput';
import { vectorOutput } from './vectorOutput';
import { vectorsOutput } from './vectorsOutput';
import { videoOutput } from './videoOutput';

type Renderer<O extends KeptOutput> = (output: O, record: RunRecord, context: PageContext) => TemplateResult;

/** One renderer per kind of output. */
const RENDERERS: { readonly [K in OutputKind]: Renderer<KeptOutputOf<K>> } = {
	text: (_, record, context) => html`<hf-text .record=${record} .context=${context}></hf-text>`,
	chat: (_, record, context) => html`<hf-chat .record=${record} .context=${context}></hf-chat>`,
	labels: ({ labels }) => labelsOutput(labels),
	spans: (output, record, context) =>
		html`<hf-spans .output=${output} .record=${record} .context=${context}></hf-spans>`,
	fills: (output, record, context) =>
		html`<hf-fills .output=${output} .record=${record} .context=${context}></hf-fills>`,
	answer: (output, record, context) =>
		html`<hf-answer .output=${output} .record=${record} .context=${context}></hf-answer>`,
	vector: vectorOutput,
	vectors: vectorsOutput,
	similarity: similarityOutput,
	table: tableOutput,
	image: imageOutput,
	boxes: (output, record, context) =>
		html`<hf-boxes .output=${output} .record=${record} .context=${context}></hf-boxes>`,
	masks: (output, record, context) =>
		html`<hf-masks .output=${output} .record=${record} .context=${context}></hf-masks>`,
	audio: audioOutput,
	transcript: (output, record, context) =>
		html`<hf-transcript .output=${output} .record=${record} .context=${context}></hf-transcript>`,
	video: videoOutput,
	json: (output, record, context) =>
		html`<hf-json .output=${output} .record=${record} .context=${context}></hf-json>`,
};

/** Shows an output; its text, where it grows, is that of the record. */
export const renderOutput: Renderer<KeptOutput> = (output, record, context) => {
	const render = RENDERERS[output.kind] as Renderer<KeptOutput>;
	return render(output, record, context);
};
