import { html, type TemplateResult } from 'lit';
import type { Output, OutputKind, OutputOf } from '../../shared/output';
import type { PageContext } from '../pageContext';
import type { RunRecord } from '../runRecord';
import './chatOutput';
import { labelsOutput } from './labelsOutput';
import './spansOutput';
import './textOutput';

type Renderer<O extends Output> = (output: O, record: RunRecord, context: PageContext) => TemplateResult;

/** One renderer per kind of output. */
const RENDERERS = {
	text: (_, record, context) => html`<hf-text .record=${record} .context=${context}></hf-text>`,
	chat: (_, record, context) => html`<hf-chat .record=${record} .context=${context}></hf-chat>`,
	labels: ({ labels }) => labelsOutput(labels),
	spans: output => html`<hf-spans .output=${output}></hf-spans>`,
} as const satisfies { readonly [K in OutputKind]: Renderer<OutputOf<K>> };

/** Shows an output; its text, where it grows, is that of the record. */
export const renderOutput: Renderer<Output> = (output, record, context) => {
	const render = RENDERERS[output.kind] as Renderer<Output>;
	return render(output, record, context);
};
