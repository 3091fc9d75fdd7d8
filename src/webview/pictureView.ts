import { fitted, moved, type Point, type Size, type View, zoomed } from './panZoom';

/** Larger than this, a part of a picture is not shown on its own account. */
const LARGEST_PART = 4;
/** Share of the frame that a part takes which is brought into the middle. */
const SHARE = 0.6;

/** How a picture is looked at in a frame whose size may change. `changed` hears of every other view. */
export class PictureView {
	private view: View = { scale: 1, x: 0, y: 0 };
	/** Whether the picture keeps filling the frame when that changes. */
	private fits = true;

	constructor(
		readonly picture: Size,
		private readonly frame: () => Size,
		private readonly changed: (view: View) => void,
	) {}

	get scale(): number {
		return this.view.scale;
	}

	get isFitted(): boolean {
		return this.fits;
	}

	/** The view as it is to be kept; nothing while the picture fills its frame. */
	get kept(): View | undefined {
		return this.fits ? undefined : this.view;
	}

	/** Looks as `kept` has said, in a frame that may be another one. */
	restore(view: View): void {
		this.view = view;
		this.fits = false;
		this.zoom(1);
	}

	fit(): void {
		this.look(fitted(this.picture, this.frame()), true);
	}

	/** The frame has another size. */
	resized(): void {
		if (this.fits) {
			this.fit();
		} else {
			this.move({ x: 0, y: 0 });
		}
	}

	/** Without a point, what is in the middle stays there. */
	zoom(factor: number, at?: Point): void {
		const frame = this.frame();
		const point = at ?? { x: frame.width / 2, y: frame.height / 2 };
		this.look(zoomed(this.view, factor, point, this.picture, frame), false);
	}

	realSize(at?: Point): void {
		this.zoom(1 / this.view.scale, at);
	}

	move(by: Point): void {
		this.look(moved(this.view, by, this.picture, this.frame()), this.fits);
	}

	/** Brings a part of the picture into the middle, as large as is useful. */
	show({ x, y, width, height }: Size & Point): void {
		const frame = this.frame();
		const scale = Math.min(LARGEST_PART, (frame.width * SHARE) / width, (frame.height * SHARE) / height);
		const middle = {
			scale,
			x: frame.width / 2 - (x + width / 2) * scale,
			y: frame.height / 2 - (y + height / 2) * scale,
		};
		const point = { x: frame.width / 2, y: frame.height / 2 };
		this.look(zoomed(middle, 1, point, this.picture, frame), false);
	}

	private look(view: View, fits: boolean): void {
		this.view = view;
		this.fits = fits;
		this.changed(view);
	}
}
