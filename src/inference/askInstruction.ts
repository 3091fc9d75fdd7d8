import { maskAccessTokens } from '../util/maskAccessTokens';
import type { Instruction } from './runRequest';

const TITLE_LENGTH = 60;

/** An instruction in the user's own words, but without access tokens; its first line, shortened, is its title. */
export function askInstruction(question: string): Instruction {
	const prompt = maskAccessTokens(question).trim();
	const [line = ''] = prompt.split(/\r?\n/, 1);
	const characters = [...line.replace(/\s+/g, ' ')];
	const title =
		characters.length > TITLE_LENGTH
			? `${characters
					.slice(0, TITLE_LENGTH - 1)
					.join('')
					.trimEnd()}…`
			: characters.join('');
	return { title, prompt };
}
