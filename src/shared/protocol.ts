import type { ChatSettings, DraftView, Estimate } from './draft';
import type { FormValues, InputForm } from './inputForm';
import type { RunView } from './run';

/** Which stream of an answer a delta belongs to. */
export type DeltaChannel = 'content' | 'reasoning';

/** Host to page. `state` answers `ready` with everything; the rest are deltas to it. */
export type ToPage =
	| { readonly type: 'state'; readonly runs: readonly RunView[]; readonly selected: string | undefined }
	/** A new run, or all of a known one again. */
	| { readonly type: 'run'; readonly run: RunView }
	/** What changed in a run, without the text that deltas already brought. */
	| { readonly type: 'change'; readonly id: string; readonly change: Partial<RunView> }
	| { readonly type: 'delta'; readonly id: string; readonly channel: DeltaChannel; readonly text: string }
	| { readonly type: 'select'; readonly id: string }
	| { readonly type: 'remove'; readonly id: string }
	/** What a file of a run holds, after it was asked for; nothing where it cannot be read. */
	| {
			readonly type: 'media';
			readonly id: string;
			readonly name: string;
			readonly bytes: Uint8Array | undefined;
	  }
	/** About the question that is being written after the run `id`. */
	| { readonly type: 'draft'; readonly id: string; readonly draft: DraftView }
	/** A question that was sent is not asked after all: the user would not, or it cannot be. It can be sent again. */
	| { readonly type: 'refused'; readonly id: string; readonly place: 'after' | 'instead' }
	/** The form that is to be filled in; nothing when there is none any more. */
	| { readonly type: 'form'; readonly form: InputForm | undefined }
	/** About the form as it was when it was asked for; nothing as long as something is missing in it. */
	| { readonly type: 'formEstimate'; readonly id: string; readonly estimate: Estimate | undefined }
	/** About the question as it was written when it was asked for. */
	| { readonly type: 'estimate'; readonly id: string; readonly estimate: Estimate };

/** What a button on a result does. */
export type RunAction =
	| 'stop'
	| 'goOn'
	| 'compare'
	| 'runAgain'
	| 'runWith'
	| 'change'
	| 'copyCode'
	| 'export'
	| 'copy'
	| 'insert'
	| 'replace'
	| 'open'
	| 'save'
	| 'attach'
	| 'reveal'
	| 'remove'
	/** The whole entry of the history that the run is in: a conversation in all its branches, or a comparison. */
	| 'removeAll';

/** What a button on a block of code does. */
export type CodeAction = 'copy' | 'insert' | 'apply';

/** What is done with the question that is being written after a run. `model`: another one is to be chosen. */
export type DraftAction = 'show' | 'attach' | 'model';

/** How an answer is written for another program: a literal of Python's, a table, or subtitles. */
export type CopyFormat = 'json' | 'numpy' | 'csv' | 'markdown' | 'srt';

/** What is done with a file of a run; `load` answers with what it holds. */
export type MediaAction = 'save' | 'attach' | 'open' | 'load';

/** Page to host. */
export type FromPage =
	| { readonly type: 'ready' }
	/** `choice` is the place, from 0, of the word or answer that is chosen on the page, where there are several. */
	| { readonly type: 'action'; readonly id: string; readonly action: RunAction; readonly choice?: number }
	/** The `index`-th remedy of the run's problem was pressed. */
	| { readonly type: 'remedy'; readonly id: string; readonly index: number }
	| { readonly type: 'select'; readonly id: string }
	| { readonly type: 'copyAs'; readonly id: string; readonly format: CopyFormat }
	/** The buttons of a part of an answer, such as a code block. */
	| { readonly type: 'code'; readonly id: string; readonly action: CodeAction; readonly text: string }
	/** A question after the run `id`, or in the place of its own. */
	| {
			readonly type: 'ask';
			readonly id: string;
			readonly place: 'after' | 'instead';
			readonly text: string;
			readonly settings: ChatSettings;
	  }
	| { readonly type: 'draft'; readonly id: string; readonly action: DraftAction }
	/** What would the question after the run `id` cost? */
	| {
			readonly type: 'estimate';
			readonly id: string;
			readonly text: string;
			readonly settings: ChatSettings;
	  }
	| { readonly type: 'detach'; readonly id: string; readonly index: number }
	/** A picture that was pasted or dropped into the question after the run `id`; `data` is base64. */
	| { readonly type: 'attachImage'; readonly id: string; readonly mimeType: string; readonly data: string }
	/** A picture like that which is not handed over: it is too large, or cannot be read. */
	| {
			readonly type: 'refuseImage';
			readonly id: string;
			readonly mimeType: string;
			readonly why: 'large' | 'unreadable';
	  }
	/** `name` is that of one of the run's pictures, sounds and films. */
	| { readonly type: 'media'; readonly id: string; readonly name: string; readonly action: MediaAction }
	/** A link in an answer was pressed; the host checks it before it opens anything. */
	| { readonly type: 'link'; readonly href: string }
	| { readonly type: 'start' }
	| {
			readonly type: 'submitForm';
			readonly id: string;
			readonly inputs: FormValues;
			readonly parameters: FormValues;
	  }
	/** What would the run be with the form as it is now? */
	| {
			readonly type: 'estimateForm';
			readonly id: string;
			readonly inputs: FormValues;
			readonly parameters: FormValues;
	  }
	| { readonly type: 'cancelForm'; readonly id: string }
	| { readonly type: 'chooseFile'; readonly id: string; readonly field: string }
	/** A file that was pasted, or, with its name, dropped onto a field; `data` is base64. */
	| {
			readonly type: 'giveFile';
			readonly id: string;
			readonly field: string;
			readonly name?: string;
			readonly mimeType: string;
			readonly data: string;
	  }
	/** A file like that which is not handed over: it has more bytes than a run takes, or cannot be read. */
	| {
			readonly type: 'refuseFile';
			readonly id: string;
			readonly field: string;
			readonly why: 'large' | 'unreadable';
	  };
