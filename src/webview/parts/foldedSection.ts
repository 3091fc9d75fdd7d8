import { html, type TemplateResult } from 'lit';

export interface FoldedSection {
	readonly className: string;
	readonly isOpen: boolean;
	readonly summary: unknown;
	readonly content: unknown;
	readonly toggle: (open: boolean) => void;
}

/** A section that folds. Whether it is open is the caller's to decide; a press only asks. */
export function foldedSection(section: FoldedSection): TemplateResult {
	const { className, isOpen, summary, content, toggle } = section;
	const press = (event: Event) => {
		event.preventDefault();
		toggle(!isOpen);
	};
	return html`<details class="folded ${className}" .open=${isOpen}>
		<summary @click=${press}>${summary}</summary>
		${content}
	</details>`;
}
