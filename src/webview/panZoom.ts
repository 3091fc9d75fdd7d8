export interface Size {
	readonly width: number;
	readonly height: number;
}

/** How a picture lies in its frame: its scale, and where its top left corner is, in CSS pixels of the frame. */
export interface View {
	readonly scale: number;
	readonly x: number;
	readonly y: number;
}

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** One pixel of the picture is never larger than this, in CSS pixels. */
const MOST_SCALE = 32;

/** As large as there is room for, but no larger than it is, in the middle. */
export function fitted(picture: Size, frame: Size): View {
	const scale = Math.min(1, frame.width / picture.width, frame.height / picture.height);
	return placed({ scale, x: 0, y: 0 }, picture, frame);
}

/** The same view with the picture `factor` times as large, and what was under `point` still there as far as can be. */
export function zoomed(view: View, factor: number, point: Point, picture: Size, frame: Size): View {
	const least = fitted(picture, frame).scale;
	const scale = Math.min(Math.max(view.scale * factor, least), Math.max(MOST_SCALE, least));
	const ratio = scale / view.scale;
	const x = point.x - (point.x - view.x) * ratio;
	const y = point.y - (point.y - view.y) * ratio;
	return placed({ scale, x, y }, picture, frame);
}

/** The same view moved, as far as there is something to be seen. */
export function moved(view: View, by: Point, picture: Size, frame: Size): View {
	return placed({ ...view, x: view.x + by.x, y: view.y + by.y }, picture, frame);
}

/** A picture that is smaller than its frame is in the middle; of a larger one no edge leaves the frame. */
function placed({ scale, x, y }: View, picture: Size, frame: Size): View {
	return {
		scale,
		x: placedAlong(x, picture.width * scale, frame.width),
		y: placedAlong(y, picture.height * scale, frame.height),
	};
}

function placedAlong(start: number, length: number, room: number): number {
	return length <= room ? (room - length) / 2 : Math.min(0, Math.max(room - length, start));
}
