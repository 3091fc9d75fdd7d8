import { HubError } from '../hubError';

export type Json = Readonly<Record<string, unknown>>;

/** What the service answers to an input that it cannot take. */
export function invalidInput(message: string): HubError {
	return new HubError(422, `Input validation error: ${message}`, { extra: { error_type: 'validation' } });
}

/** The first of the keys that holds a string. Throws the service's own error if none does. */
export function stringIn(object: Json, ...keys: readonly string[]): string {
	const value = keys.map(key => object[key]).find(candidate => typeof candidate === 'string');
	if (typeof value !== 'string') {
		throw invalidInput(`\`inputs.${keys[0]}\` must be a string`);
	}
	return value;
}

/** The body of a task, read with the error that the service answers to a wrong one. */
export class TaskBody {
	constructor(private readonly body: Json) {}

	private get parameters(): Json {
		const { parameters } = this.body;
		return typeof parameters === 'object' && parameters !== null ? (parameters as Json) : {};
	}

	text(key = 'inputs'): string {
		const value = this.body[key];
		if (typeof value !== 'string') {
			throw invalidInput(`\`${key}\` must be a string`);
		}
		return value;
	}

	texts(): readonly string[] {
		const { inputs } = this.body;
		const list: readonly unknown[] = Array.isArray(inputs) ? inputs : [inputs];
		return list.map(item => {
			if (typeof item !== 'string') {
				throw invalidInput('`inputs` must be a string or a list of strings');
			}
			return item;
		});
	}

	get isBatch(): boolean {
		return Array.isArray(this.body.inputs);
	}

	object(): Json {
		const { inputs } = this.body;
		if (typeof inputs !== 'object' || inputs === null) {
			throw invalidInput('`inputs` must be an object');
		}
		return inputs as Json;
	}

	number(key: string, fallback: number): number {
		const value = this.parameters[key] ?? this.body[key];
		return typeof value === 'number' ? value : fallback;
	}

	flag(key: string): boolean {
		return (this.parameters[key] ?? this.body[key]) === true;
	}

	word(key: string): string | undefined {
		const value = this.parameters[key];
		return typeof value === 'string' ? value : undefined;
	}

	list(key: string): readonly string[] {
		const value = this.parameters[key];
		return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
	}
}
