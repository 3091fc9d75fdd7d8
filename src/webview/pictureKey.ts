import type { PictureView } from './pictureView';

/** CSS pixels that an arrow key moves by. */
const MOVE = 48;

/** What a key does with a picture; `step` is how much larger one step makes it. Nothing for other keys. */
export function pictureKey(key: string, step: number): ((view: PictureView) => void) | undefined {
	switch (key) {
		case 'ArrowLeft':
			return view => view.move({ x: MOVE, y: 0 });
		case 'ArrowRight':
			return view => view.move({ x: -MOVE, y: 0 });
		case 'ArrowUp':
			return view => view.move({ x: 0, y: MOVE });
		case 'ArrowDown':
			return view => view.move({ x: 0, y: -MOVE });
		case '+':
		case '=':
			return view => view.zoom(step);
		case '-':
			return view => view.zoom(1 / step);
		case '0':
			return view => view.fit();
		case '1':
			return view => view.realSize();
		default:
			return undefined;
	}
}
