import type { Inference } from '../inference/inference';
import type { Attachment, Exchange, RunRequest } from '../inference/runRequest';
import { tasks } from '../inference/tasks';
import type { DraftView, Estimate, ParameterField } from '../shared/draft';
import { Disposable } from '../util/disposable';
import { Emitter } from '../util/emitter';
import { timeoutSignal } from '../util/timeoutSignal';
import { attachmentView } from './attachmentView';
import { draftHints, longestAnswer, offersFor } from './draftHints';
import type { EarlierAnswers } from './earlierAnswers';
import { pastedImage } from './pastedImage';
import { pickAttachment } from './pickAttachment';
import type { ResultsDeps } from './resultsDeps';
import type { Run } from './run';

/** What is known of a question before it is asked; its words are in the page. */
interface Draft {
	readonly attachments: readonly Attachment[];
	readonly model?: string;
	readonly provider?: string;
}

interface DraftsDeps extends Pick<ResultsDeps, 'currentEditor' | 'chooseAnotherModel' | 'providerPolicy'> {
	readonly inference: Pick<Inference, 'providers' | 'estimate'>;
}

/** What there is before a question that comes after a run. */
interface Before {
	/** The answers that can go along with it. */
	answers(run: Run): EarlierAnswers;
	/** What was said in its conversation. */
	exchanges(run: Run): readonly Exchange[];
}

/** Milliseconds for which a draft waits to hear what its model can do. */
const PATIENCE = 10_000;

/** The questions that are being written, one after each run at most: who will answer, and what goes along. */
export class Drafts extends Disposable {
	private readonly didChange = this.register(
		new Emitter<{ readonly id: string; readonly draft: DraftView }>(),
	);
	readonly onDidChange = this.didChange.event;
	private readonly didEstimate = this.register(
		new Emitter<{ readonly id: string; readonly estimate: Estimate }>(),
	);
	readonly onDidEstimate = this.didEstimate.event;
	private readonly drafts = new Map<string, Draft>();

	constructor(
		private readonly deps: DraftsDeps,
		private readonly before: Before,
	) {
		super();
	}

	/** Tells what is known at once, and again when the router has said what the model can do. */
	async show(run: Run): Promise<void> {
		const { model, provider } = this.answering(run);
		this.didChange.fire({ id: run.id, draft: this.view(run, []) });
		try {
			const offers = await this.deps.inference.providers(model, timeoutSignal(PATIENCE));
			if (!this.isDisposed) {
				this.didChange.fire({ id: run.id, draft: this.view(run, offersFor(offers, provider)) });
			}
		} catch {
			// The limits are a help: without them the form has the widest ones, and the provider says what it refuses.
		}
	}

	async attach(run: Run): Promise<void> {
		await this.add(run, await pickAttachment(this.deps.currentEditor(), this.before.answers(run)));
	}

	/** Takes a picture that was pasted or dropped into the question. */
	attachImage(run: Run, mimeType: string, data: string): Promise<void> {
		return this.add(run, pastedImage(mimeType, data));
	}

	private async add(run: Run, attachment: Attachment | undefined): Promise<void> {
		if (attachment) {
			const draft = this.of(run);
			this.drafts.set(run.id, { ...draft, attachments: [...draft.attachments, attachment] });
			await this.show(run);
		}
	}

	async detach(run: Run, index: number): Promise<void> {
		const draft = this.of(run);
		this.drafts.set(run.id, { ...draft, attachments: draft.attachments.filter((_, at) => at !== index) });
		await this.show(run);
	}

	/** Lets the user choose who answers the question. */
	async chooseModel(run: Run): Promise<void> {
		const { task, model: asked, system } = run.request;
		const whole: RunRequest = {
			task,
			model: asked,
			// What has been written of it so far is known to the page.
			text: '',
			attachments: this.of(run).attachments,
			earlier: this.before.exchanges(run),
			...(system !== undefined && { system }),
		};
		const chosen = await this.deps.chooseAnotherModel(run.request, whole);
		if (chosen) {
			const { model, provider } = chosen;
			this.drafts.set(run.id, {
				attachments: this.of(run).attachments,
				model,
				...(provider && { provider }),
			});
			await this.show(run);
		}
	}

	/** What a question will cost, as far as that is known without asking anybody. */
	async estimate(run: Run, request: RunRequest): Promise<void> {
		const estimate = await this.deps.inference.estimate(request);
		if (estimate) {
			this.didEstimate.fire({ id: run.id, estimate });
		}
	}

	/** The draft as a part of a request; it goes on until that has become a run. */
	peek(run: Run): Pick<RunRequest, 'model' | 'provider' | 'attachments'> {
		const { attachments } = this.of(run);
		const { model, provider } = this.answering(run);
		return { model, provider, ...(attachments.length > 0 && { attachments }) };
	}

	/** The question has been asked, or what it comes after is gone. */
	drop(id: string): void {
		this.drafts.delete(id);
	}

	private of(run: Run): Draft {
		return this.drafts.get(run.id) ?? { attachments: [] };
	}

	private answering(run: Run): { readonly model: string; readonly provider: string } {
		const { model, provider } = this.of(run);
		const { request } = run;
		return model === undefined
			? { model: request.model, provider: request.provider ?? this.deps.providerPolicy() }
			: { model, provider: provider ?? this.deps.providerPolicy() };
	}

	private view(run: Run, offers: Parameters<typeof draftHints>[0]): DraftView {
		const attachments = this.of(run).attachments.map(attachmentView);
		return {
			...this.answering(run),
			attachments,
			fields: fields(longestAnswer(offers)),
			hints: draftHints(offers, attachments),
		};
	}
}

function fields(longest: number | undefined): readonly ParameterField[] {
	return Object.entries(tasks.conversational.parameters).map(([name, parameter]): ParameterField =>
		name === 'max_tokens' && parameter.type === 'integer' && longest !== undefined
			? {
					name,
					...parameter,
					maximum: longest,
					help: `${parameter.help} At most ${longest.toLocaleString('en')}.`,
				}
			: { name, ...parameter },
	);
}
