/** Something that has work to do now and then, in steps that are short. */
export interface FrameTask {
	/** Works until `deadline` (of `performance.now()`) at the latest; answers whether there is more to do. */
	work(deadline: number): boolean;
}

/** Milliseconds of a frame that are worked; the rest is for layout, painting and input. */
const BUDGET = 12;

/** Runs the tasks that have something to do once per animation frame, and never for long. */
export class FrameLoop {
	private readonly tasks = new Set<FrameTask>();
	private isScheduled = false;
	private deadline = 0;

	/** `afterFrame` runs after each frame's work, before the page is laid out; `isMore`: another frame's work is waiting. */
	constructor(private readonly afterFrame: (isMore: boolean) => void) {}

	/**
	 * Returns what takes the task out again. It works at once, within the time of the frame that it is added in: an element
	 * that fills itself right after a frame's work, before the page is laid out, would else be seen empty for a frame.
	 */
	add(task: FrameTask): () => void {
		this.tasks.add(task);
		task.work(this.deadline);
		this.schedule();
		return () => this.tasks.delete(task);
	}

	/** Says that there is something to do. */
	schedule(): void {
		if (!this.isScheduled) {
			this.isScheduled = true;
			requestAnimationFrame(() => this.frame());
		}
	}

	private frame(): void {
		this.isScheduled = false;
		this.deadline = performance.now() + BUDGET;
		let isMore = false;
		for (const task of this.tasks) {
			isMore = task.work(this.deadline) || isMore;
		}
		this.afterFrame(isMore);
		if (isMore) {
			this.schedule();
		}
	}
}
