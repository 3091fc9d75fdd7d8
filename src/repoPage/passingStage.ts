import { Disposable } from '../util/disposable';

const LOOK_EVERY = 5_000;

/** States of a Space that pass by themselves. */
const PASSING: ReadonlySet<string> = new Set([
	'BUILDING',
	'RUNNING_BUILDING',
	'APP_STARTING',
	'RUNNING_APP_STARTING',
	'STARTING',
	'STOPPING',
	'DELETING',
]);

/** Looks again at a Space while it is in a state that passes by itself, for as long as somebody sees it. */
export class PassingStage extends Disposable {
	private nextLook: NodeJS.Timeout | undefined;

	constructor(
		private readonly isShown: () => boolean,
		private readonly look: () => void,
		/** Milliseconds between two looks. */
		private readonly every = LOOK_EVERY,
	) {
		super();
		this.register({ dispose: () => clearTimeout(this.nextLook) });
	}

	/** The Space was seen; nothing where the Hub does not say what it is doing. */
	saw(stage: string | undefined): void {
		clearTimeout(this.nextLook);
		if (stage === undefined || !PASSING.has(stage) || this.isDisposed) {
			return;
		}
		this.nextLook = setTimeout(() => (this.isShown() ? this.look() : this.saw(stage)), this.every);
	}
}
