import assert from 'node:assert/strict';
import { canEditorShow } from '../../../src/files/canEditorShow';

describe('what an editor can show', () => {
	const shown = [
		'README.md',
		'config.json',
		'images/a chart.PNG',
		'logo.svg',
		'photo.jpeg',
		'a.webp',
		'LICENSE',
	];
	const others = ['model.safetensors', 'scan.tiff', 'paper.pdf', 'voice.wav', 'data.parquet', 'png.zip'];
	for (const path of [...shown, ...others]) {
		it(`${path}: ${shown.includes(path) ? 'yes' : 'no'}`, () =>
			assert.equal(canEditorShow(path), shown.includes(path)));
	}
});
