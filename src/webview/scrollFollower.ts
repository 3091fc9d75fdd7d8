/** CSS pixels from the end within which the page counts as scrolled to its end. */
const NEAR = 24;

/**
 * Keeps the end of a growing page in view for as long as the user has not scrolled away from it. The page is asked about its
 * sizes only where it has just been laid out: in the middle of a frame's work each such question lays it out once more.
 */
export class ScrollFollower {
	private isFollowing = true;
	/** Whether it is an answer that makes the page longer, and not somebody who unfolds a part of it. */
	private isGrowing = false;
	private lastTop = 0;
	private lastHeight = 0;

	/** `content` is what grows; `changed` is called when the page begins or ceases to be at its end. */
	constructor(
		private readonly page: Element,
		content: Element,
		private readonly changed: (atEnd: boolean) => void,
	) {
		new ResizeObserver(() => this.follow()).observe(content);
		window.addEventListener('resize', () => this.follow());
	}

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
	restart(follow: boolean): void {
		if (this.lastTop !== 0) {
			this.page.scrollTop = 0;
		}
		this.lastTop = 0;
		// Not known before what is looked at now has been laid out: until then nobody has scrolled up in it.
		this.lastHeight = Infinity;
		this.set(follow);
	}

	/** Goes to the end, and stays there. */
	goOn(): void {
		this.lastHeight = Infinity;
		this.set(true);
	}

	/** An answer comes, or its last parts. */
	grow(): void {
		this.isGrowing = true;
	}

	/** The page does not grow any more. */
	rest(): void {
		this.isGrowing = false;
		this.isFollowing = false;
	}

	toEnd(): void {
		this.set(true);
		this.goToEnd();
	}

	private follow(): void {
		if (this.isFollowing && this.isGrowing) {
			this.goToEnd();
		}
	}

	private goToEnd(): void {
		this.page.scrollTop = this.page.scrollHeight;
		this.remember();
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
