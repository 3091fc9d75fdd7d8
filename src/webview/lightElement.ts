import { LitElement } from 'lit';

/** An element without a shadow root, so that the page's style sheets, search and selection reach into it. */
export abstract class LightElement extends LitElement {
	protected override createRenderRoot(): this {
		return this;
	}
}
