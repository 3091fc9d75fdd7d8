import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fitted, moved, zoomed, type Size, type View } from '../../../src/webview/panZoom';

const side = fc.integer({ min: 1, max: 5_000 });
const size = fc.record({ width: side, height: side });
const point = fc.record({ x: fc.integer({ min: -999, max: 999 }), y: fc.integer({ min: -999, max: 999 }) });

function assertPlaced({ scale, x, y }: View, picture: Size, frame: Size): void {
	for (const [start, length, room] of [
		[x, picture.width * scale, frame.width],
		[y, picture.height * scale, frame.height],
	] as const) {
		if (length <= room) {
			assert.ok(Math.abs(start - (room - length) / 2) < 1e-6, 'in the middle');
		} else {
			assert.ok(start <= 1e-6 && start + length >= room - 1e-6, 'no gap at an edge');
		}
	}
}

describe('how a picture lies in its frame', () => {
	it('fits it, and never enlarges it for that', () => {
		assert.deepEqual(fitted({ width: 200, height: 100 }, { width: 100, height: 100 }), {
			scale: 0.5,
			x: 0,
			y: 25,
		});
		assert.deepEqual(fitted({ width: 20, height: 10 }, { width: 100, height: 100 }), {
			scale: 1,
			x: 40,
			y: 45,
		});
	});

	it('keeps what is pointed at where it is when it is zoomed', () => {
		const view = { scale: 1, x: -300, y: -300 };
		const at = { x: 40, y: 60 };
		const next = zoomed(view, 2, at, { width: 1_000, height: 1_000 }, { width: 100, height: 100 });
		assert.equal(next.scale, 2);
		assert.equal((at.x - next.x) / next.scale, (at.x - view.x) / view.scale);
		assert.equal((at.y - next.y) / next.scale, (at.y - view.y) / view.scale);
	});

	it('leaves no gap that a picture could fill, whatever is done', () =>
		fc.assert(
			fc.property(
				size,
				size,
				fc.array(fc.tuple(fc.double({ min: 0.1, max: 9, noNaN: true }), point)),
				(picture, frame, steps) => {
					let view = fitted(picture, frame);
					assertPlaced(view, picture, frame);
					for (const [factor, by] of steps) {
						view = zoomed(view, factor, by, picture, frame);
						assertPlaced(view, picture, frame);
						view = moved(view, by, picture, frame);
						assertPlaced(view, picture, frame);
					}
				},
			),
		));
});
