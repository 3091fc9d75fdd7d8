import { hash32 } from '../../digests';
import type { Sound } from './wav';

const rate = 16_000;
const letterSeconds = 0.06;

/** A tone for every letter and a pause for everything else: one can hear the words, if not understand them. */
export function speak(text: string): Sound {
	const letters = [...text.slice(0, 500)];
	const length = Math.round(rate * letterSeconds);
	const samples = new Float32Array(length * letters.length);
	letters.forEach((letter, index) => {
		if (!/[\p{L}\p{N}]/u.test(letter)) {
			return;
		}
		const pitch = 140 + (hash32(letter.toLowerCase()) % 26) * 12;
		for (let i = 0; i < length; i++) {
			samples[index * length + i] =
				0.4 * Math.sin((Math.PI * i) / length) * Math.sin((2 * Math.PI * pitch * i) / rate);
		}
	});
	return { rate, samples };
}

/** The sound at its greatest loudness. */
export function normalize({ rate: own, samples }: Sound): Sound {
	const highest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
	return { rate: own, samples: highest === 0 ? samples : samples.map(sample => sample / highest) };
}
