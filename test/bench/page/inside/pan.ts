/** Moves in one direction before it turns back. */
const TURN = 30;
/** Frames before it counts: the picture is decoded and drawn for the first time. */
const WARM_UP = 30;

/**
 * Shows the picture of a run in its real size and moves it by keys, once per frame, for so many frames. Resolves with how
 * long each frame took, in milliseconds.
 */
async function benchPan(id: string, frames: number): Promise<readonly number[]> {
	const frame = document.querySelector(`[data-run-id="${id}"] .picture-frame`);
	const press = (key: string) =>
		frame?.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
	const nextFrame = () => new Promise<number>(resolve => requestAnimationFrame(resolve));
	press('1');
	const times: number[] = [];
	let before = await nextFrame();
	for (let at = 0; at < WARM_UP + frames; at++) {
		press(Math.floor(at / TURN) % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
		const now = await nextFrame();
		if (at >= WARM_UP) {
			times.push(now - before);
		}
		before = now;
	}
	return times;
}

Object.assign(globalThis, { benchPan });
