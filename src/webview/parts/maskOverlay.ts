import { html, svg, type TemplateResult } from 'lit';
import type { Overlay } from '../pictureFrame';

export interface ShownMask {
	/** Unique in the page. */
	readonly id: string;
	/** Where the mask's picture is loaded from. */
	readonly uri: string;
	readonly look: string;
	readonly isPointed: boolean;
}

/**
 * Coloured parts over a picture: a colour shows as far as its mask is light. The browser draws the masks itself, so that
 * neither their pixels nor the picture's have to be read.
 */
export function maskOverlay(masks: readonly ShownMask[]): Overlay {
	return ({ width, height }): TemplateResult =>
		html`<svg
			class="picture-overlay"
			viewBox="0 0 ${width} ${height}"
			preserveAspectRatio="none"
			aria-hidden="true"
		>
			${masks.map(
				({ id, uri, look, isPointed }) => svg`
					<mask id=${id} x="0" y="0" width="1" height="1">
						<image href=${uri} width=${width} height=${height} preserveAspectRatio="none"></image>
					</mask>
					<rect class=${`mask ${look}${isPointed ? ' pointed' : ''}`} width=${width} height=${height}
						mask=${`url(#${id})`}></rect>`,
			)}
		</svg>`;
}
