import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from './lightElement';
import type { Look } from './pageMemory';
import type { Point, Size, View } from './panZoom';
import { iconButton } from './parts/iconButton';
import { pictureKey } from './pictureKey';
import { PictureView } from './pictureView';
import { readView } from './readView';

/** What lies over a picture of the given size, drawn in its own pixels. */
export type Overlay = (picture: Size) => TemplateResult;

/** How much larger a step makes a picture. */
const STEP = 1.25;
/** Milliseconds without a move after which the view is remembered. */
const SETTLED = 250;
/** Wheel distance, in CSS pixels, that makes a picture e times as large. */
const WHEEL = 200;

/**
 * A picture in a frame: wheel with Ctrl, pinch, keys and buttons zoom, dragging and arrow keys move. A move changes
 * nothing but where one layer lies, so that it costs the same however much is in the picture.
 */
@customElement('hf-picture')
export class PictureFrame extends LightElement {
	@property({ attribute: false }) declare uri: string;
	@property({ attribute: false }) declare label: string;
	@property({ attribute: false }) declare overlay: Overlay | undefined;
	@property({ attribute: false }) declare look: Look;
	@state() declare private view: PictureView | undefined;
	@state() declare private isBroken: boolean;
	private settling: ReturnType<typeof setTimeout> | undefined;
	private readonly resizing = new ResizeObserver(() => this.view?.resized());

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		this.resizing.disconnect();
		this.keep();
	}

	/** Brings a part of the picture into the middle, as large as is useful. */
	show(part: Size & Point): void {
		this.view?.show(part);
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		if (changed.has('uri')) {
			this.view = undefined;
			this.isBroken = false;
		}
	}

	protected override render(): unknown {
		const { view, overlay, label, isBroken } = this;
		if (isBroken) {
			return html`<p class="nothing">The picture cannot be shown. Its file is kept and can be saved.</p>`;
		}
		const size = view ? `${view.picture.width} × ${view.picture.height} pixels` : '';
		return html`<div
				class=${view ? 'picture-frame' : 'picture-frame waiting'}
				role="group"
				aria-label=${`${label}, ${size}. Plus and minus zoom, arrow keys move, 0 fits, 1 is the real size.`}
				tabindex="0"
				@keydown=${this.keyPressed}
				@wheel=${this.wheeled}
				@dblclick=${this.doubleClicked}
				@pointerdown=${this.grabbed}
				@pointermove=${this.dragged}
			>
				<div class="picture-layer">
					<img
						src=${this.uri}
						alt=${label}
						draggable="false"
						decoding="async"
						@load=${this.loaded}
						@error=${() => (this.isBroken = true)}
					/>
					${view && overlay ? overlay(view.picture) : nothing}
				</div>
			</div>
			<div class="output-tools picture-tools">
				${iconButton('zoom-in', 'Zoom In', () => view?.zoom(STEP))}
				${iconButton('zoom-out', 'Zoom Out', () => view?.zoom(1 / STEP))}
				${iconButton('screen-normal', 'Fit', () => view?.fit())}
				${iconButton('screen-full', 'Real Size', () => view?.realSize())}
				<span class="zoom-note">${size} <span class="zoom-value"></span></span>
			</div>`;
	}

	protected override firstUpdated(): void {
		const frame = this.querySelector('.picture-frame');
		if (frame) {
			this.resizing.observe(frame);
		}
	}

	protected override updated(changed: PropertyValues): void {
		if (changed.has('view')) {
			const kept = readView(this.look.read());
			if (kept) {
				this.view?.restore(kept);
			} else {
				this.view?.fit();
			}
		}
	}

	private readonly loaded = ({ target }: Event): void => {
		if (target instanceof HTMLImageElement) {
			const picture = { width: target.naturalWidth, height: target.naturalHeight };
			// The frame takes the picture's shape, as far as there is room.
			this.style.setProperty('--picture-ratio', `${picture.width} / ${picture.height}`);
			this.style.setProperty('--picture-width', `${picture.width}px`);
			this.style.setProperty('--picture-height', `${picture.height}px`);
			this.view = new PictureView(
				picture,
				() => this.frame,
				view => this.place(picture, view),
			);
		}
	};

	private get frame(): Size {
		const frame = this.querySelector('.picture-frame');
		return { width: frame?.clientWidth ?? 0, height: frame?.clientHeight ?? 0 };
	}

	/** Puts the layer where a view says. The page's policy forbids styles in markup, not those that its own script sets. */
	private place(picture: Size, { scale, x, y }: View): void {
		const layer = this.querySelector<HTMLElement>('.picture-layer');
		const note = this.querySelector('.zoom-value');
		const percent = `${Math.round(scale * 100)}%`;
		if (layer) {
			layer.style.inlineSize = `${picture.width * scale}px`;
			layer.style.blockSize = `${picture.height * scale}px`;
			layer.style.transform = `translate3d(${x}px, ${y}px, 0)`;
		}
		if (note && note.textContent !== percent) {
			note.textContent = percent;
		}
		clearTimeout(this.settling);
		this.settling = setTimeout(() => this.keep(), SETTLED);
	}

	/** A picture that is being moved is written down when it rests. */
	private keep(): void {
		if (this.settling !== undefined) {
			clearTimeout(this.settling);
			this.settling = undefined;
			this.look.keep(this.view?.kept);
		}
	}

	private readonly keyPressed = (event: KeyboardEvent): void => {
		const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : pictureKey(event.key, STEP);
		if (act && this.view) {
			event.preventDefault();
			act(this.view);
		}
	};

	/** The wheel alone scrolls the page; with Ctrl, which is also what a pinch sends, it zooms. */
	private readonly wheeled = (event: WheelEvent): void => {
		if (event.ctrlKey || event.metaKey) {
			event.preventDefault();
			this.view?.zoom(Math.exp(-event.deltaY / WHEEL), this.pointOf(event));
		}
	};

	private readonly doubleClicked = (event: MouseEvent): void => {
		if (this.view?.isFitted) {
			this.view.realSize(this.pointOf(event));
		} else {
			this.view?.fit();
		}
	};

	private readonly grabbed = (event: PointerEvent): void => {
		if (event.button === 0 && event.currentTarget instanceof HTMLElement) {
			event.currentTarget.setPointerCapture(event.pointerId);
		}
	};

	private readonly dragged = (event: PointerEvent): void => {
		if (
			event.currentTarget instanceof HTMLElement &&
			event.currentTarget.hasPointerCapture(event.pointerId)
		) {
			this.view?.move({ x: event.movementX, y: event.movementY });
		}
	};

	private pointOf({ clientX, clientY }: MouseEvent): Point {
		const box = this.querySelector('.picture-frame')?.getBoundingClientRect();
		return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
	}
}
