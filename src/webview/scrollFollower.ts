/** CSS pixels from the end within which the page counts as scrolled to its end. */
const NEAR = 24;

/** Keeps the end of a growing page in view for as long as the user has not scrolled away from it. */
export class ScrollFollower {
	private isFollowing = true;
	private lastTop = 0;
	private lastHeight = 0;

	/** `changed` is called when the page begins or ceases to be at its end. */
	constructor(
		private readonly page: Element,
		private readonly changed: (atEnd: boolean) => void,
	) {}

	get atEnd(): boolean {
		return this.isFollowing;
	}

	/** The page was scrolled, by whomever. Only a user scrolls up in a page that has not become shorter. */
	scrolled(): void {
		const { scrollTop, scrollHeight, clientHeight } = this.page;
		const isMovedUp = scrollTop < this.lastTop && scrollHeight >= this.lastHeight;
		this.remember();
		if (isMovedUp) {
			this.set(false);
		} else if (scrollHeight - clientHeight - scrollTop <= NEAR) {
			this.set(true);
		}
	}

	/** Looks at another run: at the end of one that grows, at the start of one that does not. */
	restart(follow: boolean, top = 0): void {
		this.page.scrollTop = top;
		this.remember();
		this.set(follow);
	}

	/** The content has grown. */
	follow(): void {
		if (this.isFollowing) {
			this.page.scrollTop = this.page.scrollHeight;
			this.remember();
		}
	}

	/** The page does not grow any more. */
	rest(): void {
		this.isFollowing = false;
	}

	toEnd(): void {
		this.set(true);
		this.follow();
	}

	private remember(): void {
		this.lastTop = this.page.scrollTop;
		this.lastHeight = this.page.scrollHeight;
	}

	private set(atEnd: boolean): void {
		if (atEnd !== this.isFollowing) {
			this.isFollowing = atEnd;
			this.changed(atEnd);
		}
	}
}
