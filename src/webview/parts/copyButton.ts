import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../lightElement';
import { iconButton } from './iconButton';

/** Milliseconds for which the button shows what became of a press. */
const SHOWN_TIME = { none: 0, copied: 1_200, failed: 6_000 } as const;

/** What the button shows of the last press. */
const ICONS = { none: 'copy', copied: 'check', failed: 'error' } as const;

/** A button that copies something, and shows for a moment that it has, or that the clipboard did not take it. */
@customElement('hf-copy-button')
export class CopyButton extends LightElement {
	@property({ attribute: false }) declare label: string;
	@property({ attribute: false }) declare press: () => void | Promise<void>;
	@state() declare private last: keyof typeof ICONS;
	private timer: ReturnType<typeof setTimeout> | undefined;

	constructor() {
		super();
		this.last = 'none';
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		clearTimeout(this.timer);
	}

	protected override render(): unknown {
		const label = this.last === 'failed' ? `${this.label}: not possible here` : this.label;
		return iconButton(ICONS[this.last], label, () => void this.pressed(), true);
	}

	private async pressed(): Promise<void> {
		try {
			await this.press();
			this.last = 'copied';
		} catch {
			this.last = 'failed';
		}
		clearTimeout(this.timer);
		this.timer = setTimeout(() => (this.last = 'none'), SHOWN_TIME[this.last]);
	}
}
