import type { DraftView, Estimate } from '../shared/draft';
import type { Handlers } from '../shared/handlers';
import type { InputForm } from '../shared/inputForm';
import type { KeptOutput } from '../shared/output';
import type { ToPage } from '../shared/protocol';
import type { RunView } from '../shared/run';
import type { Task } from '../shared/task';
import type { RunRecord } from './runRecord';
import { TextBuffer } from './textBuffer';

/** What the host says about runs. */
export type RunsMessage = Exclude<ToPage, { readonly type: 'media' | 'refused' }>;

/** Who is told about changes: of anything but text, and of text alone, which comes far more often. */
export interface RunStoreListener {
	changed(): void;
	grew(): void;
}

/** The runs that the host has told the page about. */
export class RunStore {
	/** Whether the host has answered `ready`. */
	loaded = false;
	readonly records = new Map<string, RunRecord>();
	/** What the host has told about questions that are being written, by the run that each comes after. */
	readonly drafts = new Map<string, DraftView>();
	/** What is to be filled in before a run. */
	form: InputForm | undefined;
	/** What a run with the form will be, as far as the host knows. */
	formEstimate: Estimate | undefined;
	readonly estimates = new Map<string, Estimate>();
	/** The run of a comparison that is looked at without the others. */
	aloneId: string | undefined;
	private selectedId: string | undefined;

	constructor(private readonly listener: RunStoreListener) {}

	readonly handlers: Handlers<RunsMessage> = {
		state: ({ runs, selected }) => {
			this.loaded = true;
			const known = new Set(runs.map(({ id }) => id));
			for (const id of this.records.keys()) {
				if (!known.has(id)) {
					this.records.delete(id);
				}
			}
			runs.forEach(run => this.put(run, run.output));
			this.selectedId = selected;
			this.listener.changed();
		},
		run: ({ run }) => {
			this.put(run, run.output);
			this.listener.changed();
		},
		change: ({ id, change }) => {
			const record = this.records.get(id);
			if (record) {
				this.put({ ...record.view, ...change }, change.output);
				this.listener.changed();
			}
		},
		form: ({ form }) => {
			if (form?.id !== this.form?.id) {
				this.formEstimate = undefined;
			}
			this.form = form;
			this.listener.changed();
		},
		formEstimate: ({ id, estimate }) => {
			if (this.form?.id === id) {
				this.formEstimate = estimate;
				this.listener.changed();
			}
		},
		delta: ({ id, channel, text }) => this.grow(id, channel, text),
		select: ({ id }) => this.select(id),
		estimate: ({ id, estimate }) => {
			this.estimates.set(id, estimate);
			this.listener.changed();
		},
		draft: ({ id, draft }) => {
			this.drafts.set(id, draft);
			this.listener.changed();
		},
		remove: ({ id }) => {
			const at = this.newestFirst().findIndex(({ view }) => view.id === id);
			if (this.records.delete(id) && this.selectedId === id) {
				const left = this.newestFirst();
				this.selectedId = (left[at] ?? left.at(-1))?.view.id;
			}
			this.listener.changed();
		},
	};

	/** The run that is shown: the selected one, else the newest. */
	get selected(): RunRecord | undefined {
		return this.records.get(this.selectedId ?? '') ?? this.newestFirst()[0];
	}

	select(id: string): void {
		this.selectedId = id;
		this.aloneId = undefined;
		this.listener.changed();
	}

	/** Shows a run of a comparison by itself, to be gone on with. */
	showAlone(id: string): void {
		this.select(id);
		this.aloneId = id;
	}

	newestFirst(): readonly RunRecord[] {
		return [...this.records.values()].sort((a, b) => b.view.startedAt - a.view.startedAt);
	}

	/** `output` brings text; without one, the text that deltas have brought stays. */
	private put(run: RunView, output: KeptOutput | undefined): void {
		const known = this.records.get(run.id);
		const content = known?.content ?? new TextBuffer();
		const reasoning = known?.reasoning ?? new TextBuffer();
		if (output?.kind === 'chat') {
			content.assign(output.content);
			reasoning.assign(output.reasoning);
		} else if (output?.kind === 'text') {
			content.assign(output.text);
		}
		const view = run.output || run.state.type !== 'running' ? run : { ...run, ...growingOutput(run.task) };
		this.records.set(run.id, { view: withoutText(view), content, reasoning });
	}

	private grow(id: string, channel: 'content' | 'reasoning', text: string): void {
		const record = this.records.get(id);
		if (!record) {
			return;
		}
		const isFirst = record[channel].length === 0;
		record[channel].append(text);
		if (isFirst) {
			// Another object, so that whoever shows the run looks at it again.
			this.records.set(id, { ...record });
			this.listener.changed();
		}
		this.listener.grew();
	}
}

/** Where the text of a run will go that nothing has arrived of. */
const GROWING: Partial<Readonly<Record<Task, KeptOutput>>> = {
	conversational: { kind: 'chat', content: '', reasoning: '' },
	'text-generation': { kind: 'text', text: '' },
};

function growingOutput(task: Task): Pick<RunView, 'output'> {
	const output = GROWING[task];
	return output ? { output } : {};
}

function withoutText(run: RunView): RunView {
	const { output } = run;
	if (output?.kind === 'chat') {
		return { ...run, output: { ...output, content: '', reasoning: '' } };
	}
	return output?.kind === 'text' ? { ...run, output: { kind: 'text', text: '' } } : run;
}
