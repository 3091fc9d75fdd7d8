import { html, nothing, type TemplateResult } from 'lit';
import type { CheckView, FindingView, Severity } from '../../shared/diagnosis';
import { icon } from '../icon';
import { iconButton } from '../parts/iconButton';
import { singleClick } from '../singleClick';

/** What a check's buttons do. */
export interface CheckActions {
	readonly again: () => void;
	readonly remedy: (finding: number, index: number) => void;
}

const LOOKS: Readonly<Record<Severity, { readonly icon: string; readonly spoken: string }>> = {
	good: { icon: 'pass', spoken: 'Good' },
	note: { icon: 'info', spoken: 'Note' },
	warning: { icon: 'warning', spoken: 'Warning' },
	problem: { icon: 'error', spoken: 'Problem' },
};

/** One check: its name, whether it runs, and what it found. */
export function checkSection(check: CheckView, actions: CheckActions): TemplateResult {
	const { id, title, state, findings } = check;
	return html`<section class="check" data-check=${id} data-state=${state} aria-labelledby="check-${id}">
		<header>
			<h2 id="check-${id}">${title}</h2>
			${
				state === 'running'
					? html`<span class="busy">${icon('loading codicon-modifier-spin')}<span>Checking</span></span>`
					: iconButton('refresh', `${state === 'waiting' ? 'Check' : 'Check Again'}: ${title}`, actions.again)
			}
		</header>
		${state === 'cancelled' ? html`<p class="untold">Stopped before it was finished.</p>` : nothing}
		${state === 'waiting' ? html`<p class="untold">Not checked yet.</p>` : nothing}
		${
			findings.length === 0
				? nothing
				: html`<ul class="findings">
						${findings.map((finding, at) => findingItem(finding, index => actions.remedy(at, index)))}
					</ul>`
		}
	</section>`;
}

function findingItem(finding: FindingView, remedy: (index: number) => void): TemplateResult {
	const { severity, title, explanation, remedies } = finding;
	const look = LOOKS[severity];
	return html`<li class="finding ${severity}">
		<span class="codicon codicon-${look.icon}" aria-hidden="true"></span>
		<div>
			<h3><span class="visually-hidden">${look.spoken}: </span>${title}</h3>
			<p dir="auto">${explanation}</p>
			${
				remedies.length === 0
					? nothing
					: html`<div class="buttons">
							${remedies.map(
								(label, index) =>
									html`<button
										type="button"
										class=${index === 0 && (severity === 'problem' || severity === 'warning') ? 'button' : 'button secondary'}
										@click=${singleClick(() => remedy(index))}
									>
										${label}
									</button>`,
							)}
						</div>`
			}
		</div>
	</li>`;
}
