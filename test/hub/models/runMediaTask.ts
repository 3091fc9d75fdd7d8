import { HubError } from '../hubError';
import { answerQuestion } from './answerQuestion';
import { captionImage, classifyImage, findFigure } from './images/describeImage';
import { drawImage, invertImage } from './images/drawImage';
import { encodePng } from './images/png';
import { type ImageFacts, readImage } from './images/readImage';
import { classifySound, transcribe } from './sounds/describeSound';
import { normalize, speak } from './sounds/speak';
import { decodeWav, encodeWav, type Sound } from './sounds/wav';
import { invalidInput, type Json, stringIn, TaskBody } from './taskBody';
import { drawVideo, rollImage } from './videos/drawVideo';
import { zeroShot } from './zeroShot';

/** What comes back of a task on pictures or sounds: JSON, or the bytes of a file. */
export type MediaAnswer =
	| { readonly json: unknown }
	| { readonly bytes: Uint8Array; readonly type: 'image/png' | 'audio/wav' | 'video/mp4' };

/** A body as it came; JSON where it is some. */
export interface MediaBody {
	readonly bytes: Uint8Array;
	readonly json: Json | undefined;
}

function image(bytes: Uint8Array): ImageFacts {
	const facts = readImage(bytes);
	if (!facts) {
		throw new HubError(400, 'cannot identify image file');
	}
	return facts;
}

function sound(bytes: Uint8Array): Sound {
	const found = decodeWav(bytes);
	if (!found) {
		throw new HubError(400, 'Malformed soundfile: the loopback Hub reads WAV files of 16 bits');
	}
	return found;
}

function json({ json: body }: MediaBody): Json {
	if (!body) {
		throw invalidInput('the body is not JSON');
	}
	return body;
}

/** The picture in `inputs`, or in `inputs.image`, as base64; the body itself where there is no JSON. */
function givenImage(body: MediaBody): ImageFacts {
	const inputs = body.json?.inputs;
	const encoded = typeof inputs === 'object' && inputs !== null ? (inputs as Json).image : inputs;
	return image(typeof encoded === 'string' ? Buffer.from(encoded, 'base64') : body.bytes);
}

/** The sound in `inputs` as base64, with parameters beside it; the body itself where there is no JSON. */
function givenSound({ json: body, bytes }: MediaBody): Sound {
	return sound(typeof body?.inputs === 'string' ? Buffer.from(body.inputs, 'base64') : bytes);
}

/** As many labels as are asked for. */
function topLabels<T>(labels: readonly T[], { json: body }: MediaBody): readonly T[] {
	return labels.slice(0, new TaskBody(body ?? {}).number('top_k', Infinity));
}

function listen(body: MediaBody) {
	const heard = givenSound(body);
	const text = transcribe(heard);
	return new TaskBody(body.json ?? {}).flag('return_timestamps')
		? { text, chunks: [{ text, timestamp: [0, heard.samples.length / heard.rate] }] }
		: { text };
}

function film(body: MediaBody): MediaAnswer {
	const request = new TaskBody(json(body));
	const frames = Math.min(16, Math.max(1, Math.round(request.number('num_frames', 6))));
	return { bytes: drawVideo(request.text(), frames), type: 'video/mp4' };
}

function animate(body: MediaBody): MediaAnswer {
	const { pixels } = givenImage(body);
	if (!pixels) {
		throw new HubError(400, 'cannot decode image file: the loopback Hub reads PNG files of 8 bits');
	}
	const frames = Math.min(16, Math.max(1, Math.round(new TaskBody(body.json ?? {}).number('num_frames', 6))));
	return { bytes: rollImage(pixels, frames), type: 'video/mp4' };
}

function detect(body: MediaBody) {
	const { pixels } = givenImage(body);
	const figure = pixels && findFigure(pixels);
	return figure ? [{ label: `${figure.color} figure`, score: figure.fill, box: figure.box }] : [];
}

function segment(body: MediaBody) {
	const { pixels } = givenImage(body);
	const figure = pixels && findFigure(pixels);
	if (!figure) {
		return [];
	}
	const data = Uint8Array.from(
		figure.mask.flatMap(inside => (inside ? [255, 255, 255, 255] : [0, 0, 0, 255])),
	);
	const mask = encodePng({ width: pixels.width, height: pixels.height, data });
	return [{ label: `${figure.color} figure`, score: figure.fill, mask: mask.toString('base64') }];
}

function askImage(body: MediaBody) {
	const inputs = new TaskBody(json(body)).object();
	const question = stringIn(inputs, 'question');
	const { answer, score, start, end } = answerQuestion(
		question,
		`This is ${captionImage(givenImage(body))}.`,
	);
	return [{ answer, score, start, end }];
}

function matchImage(body: MediaBody) {
	const labels = new TaskBody(json(body)).list('candidate_labels');
	if (labels.length === 0) {
		throw invalidInput('`parameters.candidate_labels` must not be empty');
	}
	return zeroShot(captionImage(givenImage(body)), labels, false);
}

function draw(body: MediaBody): MediaAnswer {
	const request = new TaskBody(json(body));
	const side = (key: string) => Math.min(1024, Math.max(8, Math.round(request.number(key, 256))));
	return { bytes: encodePng(drawImage(request.text(), side('width'), side('height'))), type: 'image/png' };
}

function redraw(body: MediaBody): MediaAnswer {
	const { pixels } = givenImage(body);
	if (!pixels) {
		throw new HubError(400, 'cannot decode image file: the loopback Hub reads PNG files of 8 bits');
	}
	return { bytes: encodePng(invertImage(pixels)), type: 'image/png' };
}

function say(body: MediaBody): MediaAnswer {
	return { bytes: encodeWav(speak(new TaskBody(json(body)).text())), type: 'audio/wav' };
}

function enhance(body: MediaBody) {
	const blob = encodeWav(normalize(givenSound(body))).toString('base64');
	return [{ label: 'label_0', 'content-type': 'audio/wav', blob }];
}

/** The tasks on pictures and sounds that are computed here. */
const tasks: Readonly<Record<string, (body: MediaBody) => MediaAnswer>> = {
	'audio-classification': body => ({ json: topLabels(classifySound(givenSound(body)), body) }),
	'audio-to-audio': body => ({ json: enhance(body) }),
	'automatic-speech-recognition': body => ({ json: listen(body) }),
	'document-question-answering': body => ({ json: askImage(body) }),
	'image-classification': body => ({ json: topLabels(classifyImage(givenImage(body)), body) }),
	'image-segmentation': body => ({ json: segment(body) }),
	'image-to-image': redraw,
	'image-to-video': animate,
	'image-to-text': body => ({ json: { generated_text: captionImage(givenImage(body)) } }),
	'object-detection': body => ({ json: detect(body) }),
	'text-to-audio': say,
	'text-to-image': draw,
	'text-to-speech': say,
	'text-to-video': film,
	'visual-question-answering': body => ({ json: askImage(body) }),
	'zero-shot-image-classification': body => ({ json: matchImage(body) }),
};

/** The answer to a task on pictures or sounds; undefined if the task is none. */
export function runMediaTask(task: string, body: MediaBody): MediaAnswer | undefined {
	return Object.hasOwn(tasks, task) ? tasks[task]?.(body) : undefined;
}
