import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { captionImage, classifyImage, colorShares, findFigure } from '../../hub/models/images/describeImage';
import { drawImage, invertImage } from '../../hub/models/images/drawImage';
import { decodePng, encodePng, type Pixels } from '../../hub/models/images/png';
import { readImage } from '../../hub/models/images/readImage';
import { classifySound } from '../../hub/models/sounds/describeSound';
import { speak } from '../../hub/models/sounds/speak';
import { decodeWav, encodeWav } from '../../hub/models/sounds/wav';
import { classifyRows, regress } from '../../hub/models/tabular';
import { runningHub } from './runningHub';

/** A white picture with a rectangle. */
function rectangle(width: number, height: number, color: readonly number[]): Pixels {
	const data = new Uint8Array(width * height * 4).fill(255);
	for (let y = 2; y < height - 3; y++) {
		for (let x = 1; x < width - 4; x++) {
			data.set(color, 4 * (y * width + x));
		}
	}
	return { width, height, data };
}

const red = rectangle(20, 12, [210, 30, 40, 255]);

/** A PNG of any color type and row filter, put together here: what the decoder has to undo. */
function encodeFiltered(
	width: number,
	samples: Uint8Array,
	channels: number,
	type: number,
	filter: number,
): Buffer {
	const rowBytes = width * channels;
	const height = samples.length / rowBytes;
	const at = (row: number, i: number) => (row < 0 || i < 0 ? 0 : (samples[row * rowBytes + i] ?? 0));
	const rows: number[] = [];
	for (let row = 0; row < height; row++) {
		rows.push(filter);
		for (let i = 0; i < rowBytes; i++) {
			const [left, up, corner] = [at(row, i - channels), at(row - 1, i), at(row - 1, i - channels)];
			const guess = left + up - corner;
			const nearest = [left, up, corner].reduce((best, value) =>
				Math.abs(guess - value) < Math.abs(guess - best) ? value : best,
			);
			const predicted = [0, left, up, (left + up) >> 1, nearest][filter] ?? 0;
			rows.push((at(row, i) - predicted) & 255);
		}
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, type], 8);
	const chunk = (name: string, data: Uint8Array) => {
		const length = Buffer.alloc(4);
		length.writeUInt32BE(data.length);
		return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
	};
	const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(Buffer.from(rows))),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

describe('The picture and sound models of the loopback Hub', () => {
	const running = runningHub();
	const provider = 'hf-inference';
	const blob = (bytes: Uint8Array) => new Blob([Buffer.from(bytes)]);

	it('read back every picture that they write', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 9 }),
				fc.integer({ min: 1, max: 9 }),
				fc.infiniteStream(fc.nat(255)),
				(width, height, bytes) => {
					const data = Uint8Array.from([...bytes.take(width * height * 4)]);
					assert.deepEqual(decodePng(encodePng({ width, height, data })), { width, height, data });
				},
			),
		);
	});

	it('read pictures of every color type, through every filter', () => {
		const types = fc.constantFrom([0, 1], [2, 3], [4, 2], [6, 4]);
		const colors: Readonly<Record<number, (samples: readonly number[]) => readonly number[]>> = {
			0: ([gray = 0]) => [gray, gray, gray, 255],
			2: ([r = 0, g = 0, b = 0]) => [r, g, b, 255],
			4: ([gray = 0, alpha = 0]) => [gray, gray, gray, alpha],
			6: samples => samples,
		};
		fc.assert(
			fc.property(
				types,
				fc.nat(4),
				fc.infiniteStream(fc.nat(255)),
				([type = 0, channels = 1], filter, bytes) => {
					const [width, height] = [5, 4];
					const samples = Uint8Array.from([...bytes.take(width * height * channels)]);
					const expected = Array.from(
						Array(width * height).keys(),
						i => colors[type]?.([...samples.subarray(i * channels, (i + 1) * channels)]) ?? [],
					);
					const pixels = decodePng(encodeFiltered(width, samples, channels, type, filter));
					assert.deepEqual([...(pixels?.data ?? [])], expected.flat());
				},
			),
		);
	});

	it('take nothing for a picture or a sound that is none', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
				assert.equal(decodePng(bytes), undefined);
				assert.equal(decodeWav(bytes), undefined);
			}),
		);
		assert.equal(readImage(Buffer.from('plain text, much longer than a header')), undefined);
	});

	it('measure colors, the figure on its ground, and the sizes of formats that they do not decode', () => {
		const image = readImage(encodePng(red));
		assert.ok(image);
		assert.equal(captionImage(image), 'a wide PNG picture of 20 by 12 pixels, mostly white and red');
		const shares = colorShares(red);
		assert.ok(Math.abs([...shares.values()].reduce((sum, share) => sum + share, 0) - 1) < 1e-9);
		assert.deepEqual(findFigure(red)?.box, { xmin: 1, ymin: 2, xmax: 15, ymax: 8 });
		assert.equal(findFigure(rectangle(8, 8, [255, 255, 255, 255])), undefined);
		const gif = readImage(Buffer.from([...Buffer.from('GIF89a'), 44, 1, 200, 0, 0, 0]));
		assert.deepEqual([gif?.format, gif?.width, gif?.height], ['GIF', 300, 200]);
		assert.equal(gif && classifyImage(gif)[0]?.label, 'landscape');
		const jpeg = readImage(
			Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 90, 0, 60, 3, 0, 0]),
		);
		assert.deepEqual([jpeg?.format, jpeg?.width, jpeg?.height], ['JPEG', 60, 90]);
	});

	it('draw what the words say, always the same way, and turn colors around twice to nothing', () => {
		assert.deepEqual(drawImage('a red fox', 16, 16), drawImage('a red fox', 16, 16));
		assert.notDeepEqual(drawImage('a red fox', 16, 16).data, drawImage('a blue whale', 16, 16).data);
		assert.deepEqual(invertImage(invertImage(red)), red);
	});

	it('read back every sound that they write, and tell silence, tones, noise and speech apart', () => {
		fc.assert(
			fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 50 }), values => {
				const samples = Float32Array.from(values);
				const read = decodeWav(encodeWav({ rate: 8000, samples }));
				assert.equal(read?.rate, 8000);
				assert.equal(read.samples.length, samples.length);
				read.samples.forEach((sample, i) => assert.ok(Math.abs(sample - (samples[i] ?? 0)) < 1e-4));
			}),
		);
		const sound = (sample: (i: number) => number) => ({
			rate: 16_000,
			samples: Float32Array.from(Array(16_000).keys(), sample),
		});
		let state = 1;
		const noise = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5;
		assert.equal(classifySound(sound(() => 0))[0]?.label, 'Silence');
		assert.equal(classifySound(sound(i => Math.sin(i / 6)))[0]?.label, 'Tone');
		assert.equal(classifySound(sound(noise))[0]?.label, 'Noise');
		assert.equal(classifySound(speak('hello   there   my   friend'))[0]?.label, 'Speech');
	});

	it('reckon with rows of numbers', () => {
		const columns = { a: ['1', '2', '30'], b: [3, 4, 'x'] };
		assert.deepEqual(regress(columns), [2, 3, 30]);
		assert.deepEqual(classifyRows(columns), [0, 1, 2]);
	});

	it('answer the unmodified client about pictures', async () => {
		const client = running.inference('read');
		const picture = blob(encodePng(red));
		const classes = await client.imageClassification({
			provider,
			model: 'google/vit-base-patch16-224',
			inputs: picture,
		});
		assert.deepEqual(
			classes.slice(0, 2).map(({ label }) => label),
			['white', 'red'],
		);
		const [object] = await client.objectDetection({
			provider,
			model: 'facebook/detr-resnet-50',
			inputs: picture,
		});
		assert.deepEqual([object?.label, object?.box.xmax], ['red figure', 15]);
		const [segment] = await client.imageSegmentation({
			provider,
			model: 'jonathandinu/face-parsing',
			inputs: picture,
		});
		assert.equal(decodePng(Buffer.from(segment?.mask ?? '', 'base64'))?.width, 20);
		const caption = await client.imageToText({
			provider,
			model: 'Salesforce/blip-image-captioning-base',
			inputs: picture,
		});
		assert.match(caption.generated_text ?? '', /20 by 12 pixels/);
		const matches = await client.zeroShotImageClassification({
			provider,
			model: 'openai/clip-vit-large-patch14',
			inputs: { image: picture },
			parameters: { candidate_labels: ['green', 'red'] },
		});
		assert.equal(matches[0]?.label, 'red');
		for (const ask of [
			() =>
				client.visualQuestionAnswering({
					provider,
					model: 'dandelin/vilt-b32-finetuned-vqa',
					inputs: { image: picture, question: 'How many pixels?' },
				}),
			() =>
				client.documentQuestionAnswering({
					provider,
					model: 'impira/layoutlm-document-qa',
					inputs: { image: picture, question: 'How many pixels?' },
				}),
		]) {
			assert.match((await ask()).answer ?? '', /\d+/);
		}
	});

	it('answer the unmodified client with pictures', async () => {
		const client = running.inference('read');
		const drawn = await client.textToImage(
			{
				provider,
				model: 'black-forest-labs/FLUX.1-schnell',
				inputs: 'a lighthouse',
				parameters: { width: 32, height: 16 },
			},
			{ outputType: 'blob' },
		);
		const pixels = decodePng(new Uint8Array(await drawn.arrayBuffer()));
		assert.deepEqual([pixels?.width, pixels?.height], [32, 16]);
		const turned = await client.imageToImage({
			provider,
			model: 'timbrooks/instruct-pix2pix',
			inputs: blob(encodePng(red)),
			parameters: { prompt: 'x' },
		});
		assert.deepEqual(decodePng(new Uint8Array(await turned.arrayBuffer())), invertImage(red));
	});

	it('answer the unmodified client about sounds, and with them', async () => {
		const client = running.inference('read');
		const spoken = await client.textToSpeech({
			provider,
			model: 'facebook/mms-tts-eng',
			inputs: 'hello   there   my   friend',
		});
		const sound = decodeWav(new Uint8Array(await spoken.arrayBuffer()));
		assert.equal(sound?.rate, 16_000);
		const text = await client.automaticSpeechRecognition({
			provider,
			model: 'openai/whisper-large-v3-turbo',
			inputs: spoken,
		});
		assert.match(text.text, /^\[1\.6 seconds of speech/);
		const [label] = await client.audioClassification({
			provider,
			model: 'superb/hubert-large-superb-er',
			inputs: spoken,
		});
		assert.equal(label?.label, 'Speech');
		const [louder] = await client.audioToAudio({
			provider,
			model: 'speechbrain/sepformer-wham',
			inputs: spoken,
		});
		assert.equal(louder?.['content-type'], 'audio/wav');
	});

	it('answer the unmodified client about tables, and refuse what is no picture', async () => {
		const client = running.inference('read');
		const inputs = { data: { length: ['1', '5', '9'], width: ['1', '5', '9'] } };
		assert.deepEqual(
			await client.tabularRegression({ provider, model: 'scikit-learn/Fish-Weight', inputs }),
			[1, 5, 9],
		);
		assert.deepEqual(
			await client.tabularClassification({ provider, model: 'scikit-learn/tabular-playground', inputs }),
			[0, 1, 2],
		);
		await assert.rejects(
			client.imageClassification({
				provider,
				model: 'google/vit-base-patch16-224',
				inputs: blob(Buffer.from('text')),
			}),
			/cannot identify image file/,
		);
	});
});
