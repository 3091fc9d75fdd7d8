import { html, svg, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Box } from '../../shared/output';
import { formatScore } from '../formatMetrics';
import type { Size } from '../panZoom';
import type { Overlay } from '../pictureFrame';

/** Boxes up to which each has its name beside it; of more, only the one that is pointed at. */
const MOST_NAMES = 40;

/** Rectangles over a picture, in its pixels. Their lines are as thick however large the picture is shown. */
export function boxOverlay(
	boxes: readonly Box[],
	look: (box: Box) => string,
	pointed: Box | undefined,
): Overlay {
	const named = boxes.length <= MOST_NAMES ? boxes : boxes.filter(box => box === pointed);
	return picture => html`
		<svg
			class="picture-overlay"
			viewBox="0 0 ${picture.width} ${picture.height}"
			preserveAspectRatio="none"
			aria-hidden="true"
		>
			${boxes.map(box => rectangle(box, look(box), box === pointed))}
		</svg>
		${named.map(box => name(box, look(box), picture))}
	`;
}

function rectangle({ xmin, ymin, xmax, ymax }: Box, look: string, isPointed: boolean): TemplateResult<2> {
	const [width, height] = [Math.max(0, xmax - xmin), Math.max(0, ymax - ymin)];
	const shape = (className: string) =>
		svg`<rect class=${className} x=${xmin} y=${ymin} width=${width} height=${height}
			vector-effect="non-scaling-stroke"></rect>`;
	return svg`${shape('box-halo')}${shape(`box ${look}${isPointed ? ' pointed' : ''}`)}`;
}

/** Beside the corner of its box, in the page's own size of text. */
function name(box: Box, look: string, { width, height }: Size): TemplateResult {
	const place = (element?: Element) => {
		if (element instanceof HTMLElement) {
			// In the right half, the name ends where its box does, or it would leave the picture.
			const isRight = box.xmin + box.xmax > width;
			element.style.left = isRight ? '' : `${(box.xmin / width) * 100}%`;
			element.style.right = isRight ? `${(1 - box.xmax / width) * 100}%` : '';
			element.style.top = `${(box.ymin / height) * 100}%`;
		}
	};
	return html`<span class="box-name ${look}" aria-hidden="true" ${ref(place)}
		>${box.label} <span>${formatScore(box.score)}</span></span
	>`;
}
