import type { Scored } from '../classify';
import { softmax } from '../softmax';
import type { Sound } from './wav';

interface SoundFacts {
	readonly seconds: number;
	/** Root of the mean square, from 0 to 1. */
	readonly loudness: number;
	/** How often the sound changes its sign, per second. */
	readonly crossings: number;
	/** How much the loudness of its parts differs, from 0 for a steady sound. */
	readonly unrest: number;
}

const parts = 20;

function loudnessOf(samples: Float32Array): number {
	return samples.length === 0
		? 0
		: Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

function measure({ rate, samples }: Sound): SoundFacts {
	const seconds = samples.length / rate;
	const size = Math.max(1, Math.ceil(samples.length / parts));
	const loud = Array.from(Array(parts).keys(), i => loudnessOf(samples.subarray(i * size, (i + 1) * size)));
	const mean = loud.reduce((sum, value) => sum + value, 0) / parts;
	const changes = samples.reduce(
		(count, sample, i) => count + (i > 0 && sample >= 0 !== (samples[i - 1] ?? 0) >= 0 ? 1 : 0),
		0,
	);
	return {
		seconds,
		loudness: loudnessOf(samples),
		crossings: seconds === 0 ? 0 : changes / seconds,
		unrest:
			mean === 0 ? 0 : Math.sqrt(loud.reduce((sum, value) => sum + (value - mean) ** 2, 0) / parts) / mean,
	};
}

/** Silence, a tone, noise, or something that comes and goes as speech does. */
export function classifySound(sound: Sound): readonly Scored[] {
	const { loudness, crossings, unrest } = measure(sound);
	const labels = ['Silence', 'Tone', 'Noise', 'Speech'];
	const scores = softmax([
		loudness < 0.005 ? 8 : 0,
		crossings < 4000 && unrest < 0.3 ? 3 : 0,
		crossings / 2500,
		unrest * 5,
	]);
	return labels.map((label, i) => ({ label, score: scores[i] ?? 0 })).toSorted((a, b) => b.score - a.score);
}

/** What a model that knows no words can say of a recording. */
export function transcribe(sound: Sound): string {
	const { seconds, loudness } = measure(sound);
	const label = classifySound(sound)[0]?.label.toLowerCase() ?? 'sound';
	return `[${seconds.toFixed(1)} seconds of ${label}${loudness > 0.3 ? ', loud' : ''}; the loopback Hub knows no words]`;
}
