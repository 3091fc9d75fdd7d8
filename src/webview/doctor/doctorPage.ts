import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DiagnosisView, FromDoctorPage, ToDoctorPage } from '../../shared/diagnosis';
import { icon } from '../icon';
import { iconButton } from '../parts/iconButton';
import type { VsCodeApi } from '../vsCodeApi';
import { checkSection } from './checkSection';
import { summaryOf } from './summaryOf';

/** The doctor's page: what is wanted, then every check with what it found. The host holds all of it. */
export class DoctorPage {
	constructor(
		private readonly root: HTMLElement,
		private readonly api: VsCodeApi<FromDoctorPage>,
	) {}

	/** Begins to listen, and asks the host for everything. */
	start(): void {
		window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
			if (isMessage(data)) {
				render(this.template(data.view), this.root);
			}
		});
		this.post({ type: 'ready' });
	}

	private post(message: FromDoctorPage): void {
		this.api.postMessage(message);
	}

	private template(view: DiagnosisView): TemplateResult {
		const { isRunning, text } = summaryOf(view);
		const hasRun = view.checks.some(({ state }) => state !== 'waiting');
		return html`<main class="doctor" aria-busy=${isRunning ? 'true' : 'false'}>
			<header class="title-bar">
				<h1>Diagnose Hugging Face</h1>
				<div class="toolbar" role="toolbar" aria-label="Diagnosis">
					${
						isRunning
							? iconButton('debug-stop', 'Stop', () => this.post({ type: 'cancel' }), true)
							: iconButton(
									'run-all',
									hasRun ? 'Run Again' : 'Run Checks',
									() => this.post({ type: 'run' }),
									true,
								)
					}
					${hasRun ? iconButton('copy', 'Copy Report', () => this.post({ type: 'copy' }), true) : nothing}
				</div>
			</header>
			<p class="summary" role="status">${text}</p>
			${this.wishes(view)}
			${repeat(
				view.checks,
				({ id }) => id,
				check =>
					checkSection(check, {
						again: () => this.post({ type: 'check', id: check.id }),
						remedy: (finding, index) => this.post({ type: 'remedy', id: check.id, finding, index }),
					}),
			)}
		</main>`;
	}

	/** What two of the checks are about. */
	private wishes({ goal, goals, repo }: DiagnosisView): TemplateResult {
		const choose = ({ target }: Event) => {
			const chosen = goals.find(one => target instanceof HTMLSelectElement && one.goal === target.value);
			if (chosen) {
				this.post({ type: 'goal', goal: chosen.goal });
			}
		};
		const name = (event: SubmitEvent) => {
			event.preventDefault();
			const field = event.target instanceof HTMLFormElement ? event.target.elements.namedItem('repo') : null;
			if (field instanceof HTMLInputElement) {
				this.post({ type: 'repo', repo: field.value });
			}
		};
		return html`<form class="wishes" @submit=${name}>
			<label for="goal">What do you want to do?</label>
			<select id="goal" @change=${choose}>
				${goals.map(one => html`<option value=${one.goal} .selected=${one.goal === goal}>${one.label}</option>`)}
			</select>
			<label for="repo">A gated repo to look up</label>
			<span class="with-button">
				<input
					id="repo"
					name="repo"
					type="text"
					spellcheck="false"
					autocomplete="off"
					placeholder="owner/name"
					.value=${repo}
				/>
				<button type="submit" class="button secondary">${icon('search')}<span>Look Up</span></button>
			</span>
		</form>`;
	}
}

/** Only the host can post to a page; what it posts is taken at its word. */
function isMessage(data: unknown): data is ToDoctorPage {
	return typeof data === 'object' && data !== null && 'type' in data && data.type === 'state';
}
