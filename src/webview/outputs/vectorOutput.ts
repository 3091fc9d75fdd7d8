import { html, type TemplateResult } from 'lit';
import type { KeptOutputOf } from '../../shared/output';
import type { PageContext } from '../pageContext';
import { copyAs } from '../parts/copyAs';
import { figureList } from '../parts/figureList';
import type { RunRecord } from '../runRecord';
import { sparkline } from '../sparkline';
import { vectorFigures } from '../vectorFigures';

const COLUMNS = 512;
const HEIGHT = 64;
/** Values that are written out; all of them are in what is copied or opened. */
const WRITTEN = 12;

/** A vector: its figures, its shape, and its first values. */
export function vectorOutput(
	{ values, tokens }: KeptOutputOf<'vector'>,
	record: RunRecord,
	context: PageContext,
): TemplateResult {
	if (values.length === 0) {
		return html`<p class="nothing">The model gave an empty vector.</p>`;
	}
	const rest = values.length - WRITTEN;
	return html`
		${figureList(vectorFigures(values, tokens), 'Figures of the vector')}
		<svg class="sparkline" viewBox="0 0 ${COLUMNS} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
			<path d=${sparkline(values, COLUMNS, HEIGHT)} vector-effect="non-scaling-stroke"></path>
		</svg>
		<p class="values">
			${values.slice(0, WRITTEN).map(value => html`<span>${Number(value.toPrecision(6))}</span> `)}${
				rest > 0 ? html`<span class="rest">and ${rest} more</span>` : ''
			}
		</p>
		${copyAs(record, context, 'json', 'numpy')}
	`;
}
