import { html, nothing, type TemplateResult } from 'lit';
import { iconButton } from './iconButton';

/** Goes from one branch of a conversation to another; nothing where there is only one. */
export function branchSwitch(
	ids: readonly string[],
	id: string,
	choose: (id: string) => void,
): TemplateResult | typeof nothing {
	const at = ids.indexOf(id);
	if (ids.length < 2 || at < 0) {
		return nothing;
	}
	const go = (to: number) => {
		const target = ids[(to + ids.length) % ids.length];
		if (target !== undefined) {
			choose(target);
		}
	};
	return html`<span class="branches" role="group" aria-label="Branches">
		${iconButton('chevron-left', 'Previous Branch', () => go(at - 1))}
		<span>${at + 1} of ${ids.length}</span>
		${iconButton('chevron-right', 'Next Branch', () => go(at + 1))}
	</span>`;
}
