const WEB_LINK = /^\s*https?:\/\//i;

/**
 * Keeps every link from navigating. A press is told, and nothing else happens: the host decides what is opened. What is no
 * address of the web is told to `pressedOwn` as it is written, never as an address below the page's own.
 */
export class LinkGuard {
	constructor(
		private readonly pressed: (href: string) => void,
		private readonly pressedOwn: (href: string) => void = () => undefined,
	) {}

	/** Takes the presses before anyone else, the editor's own handler of links included. */
	watch(target: EventTarget): void {
		for (const type of ['click', 'auxclick']) {
			target.addEventListener(type, event => this.handle(event), { capture: true });
		}
	}

	private handle(event: Event): void {
		const link = event.composedPath().find(node => node instanceof HTMLAnchorElement);
		if (!link) {
			return;
		}
		event.preventDefault();
		event.stopImmediatePropagation();
		const isMenu = event instanceof MouseEvent && event.button === 2;
		if (isMenu) {
			return;
		}
		const written = link.getAttribute('href') ?? '';
		if (WEB_LINK.test(written)) {
			this.pressed(link.href);
		} else {
			this.pressedOwn(written);
		}
	}
}
