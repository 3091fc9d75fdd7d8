import { instructions } from '../inference/instructions';
import type { Instruction } from '../inference/runRequest';

/** The instruction that commands and arguments call by `id`, its title in camel case: `explain`, `writeTests`. */
export function namedInstruction(id: string): Instruction | undefined {
	return instructions.find(({ title }) => instructionId(title) === id);
}

export function instructionId(title: string): string {
	const [first = '', ...others] = title.split(/\s+/);
	return [first.toLowerCase(), ...others].join('');
}
