import type { Task } from '../../shared/task';
import { isHubArgument } from './hubArguments';
import { pythonLiteral } from './pythonLiteral';
import { shellQuoted } from './shellQuoted';

type Parameters = Readonly<Record<string, unknown>>;

/** Generated code with as many of a run's parameters as there is a place for, and the ones that are left. */
interface Parametrized {
	readonly code: string;
	readonly left: Parameters;
}

/** Where generated code has a place for parameters, and how they are written there; nothing for code without one. */
const PLACES: Readonly<Record<string, (code: string, parameters: Parameters) => string>> = {
	// The templates for pictures have an example of their own.
	'huggingface.js': (code, parameters) => {
		const own = JSON.stringify(parameters);
		return code.includes('parameters: { num_inference_steps: 5 }')
			? code.replace('parameters: { num_inference_steps: 5 }', () => `parameters: ${own}`)
			: code.includes('parameters: { prompt: ')
				? code.replace('parameters: { prompt: ', () => `parameters: { ${own.slice(1, -1)}, prompt: `)
				: code.replace(/\n(\s+)model: ".*",\n/, line => `${line}\tparameters: ${own},\n`);
	},
	fetch: (code, parameters) => {
		const own = JSON.stringify(parameters);
		return /\bparameters: \{/.test(code)
			? code.replace(/\bparameters: \{/, start => `${start} ${own.slice(1, -1)},`)
			: code.replace(/\bquery\(\{\s*(?=inputs: )/, start => `${start.trimEnd()} parameters: ${own}, `);
	},
	requests: (code, parameters) =>
		code.includes('"parameters": {')
			? code.replace(/"parameters": \{/, start => `${start}${pythonLiteral(parameters).slice(1, -1)}, `)
			: code.replace(
					/= query\(\{\n(?=\s+"inputs": )/,
					start => `${start}    "parameters": ${pythonLiteral(parameters)},\n`,
				),
	curl: (code, parameters) => {
		const own = shellQuoted(JSON.stringify(parameters));
		return code.includes('"parameters": {')
			? code.replace(/"parameters": \{/, start => `${start}${own.slice(1, -1)}, `)
			: code.replace(
					/-d '\{(\s*)(?="inputs": )/,
					(start, gap: string) => `${start}"parameters": ${own},${gap || ' '}`,
				);
	},
};

/** Clients that send a body as the provider takes it; only hf-inference takes parameters under that name. */
const RAW: readonly string[] = ['fetch', 'requests', 'curl'];

/** Puts a run's parameters into generated code that has no option for them, where their place is known. */
export function withParameters(
	code: string,
	{
		client,
		provider,
		task,
		parameters,
	}: {
		readonly client: string;
		readonly provider: string;
		readonly task: Task;
		readonly parameters: Parameters;
	},
): Parametrized {
	if (Object.keys(parameters).length === 0) {
		return { code, left: {} };
	}
	if (client === 'huggingface_hub') {
		return withArguments(code, task, parameters);
	}
	const isUnknown = RAW.includes(client) && provider !== 'hf-inference';
	const filled = isUnknown ? code : (PLACES[client]?.(code, parameters) ?? code);
	return { code: filled, left: filled === code ? parameters : {} };
}

/** In Python's client they are arguments of the method; those of the generation itself go together. */
function withArguments(code: string, task: Task, parameters: Parameters): Parametrized {
	const entries = Object.entries(parameters);
	const named = entries.filter(([name]) => isHubArgument(task, name));
	const others = Object.fromEntries(entries.filter(([name]) => !isHubArgument(task, name)));
	const isGenerating = task === 'summarization' || task === 'translation';
	const written = [
		...named.map(([name, value]) => `${name}=${pythonLiteral(value)}`),
		...(isGenerating && Object.keys(others).length > 0
			? [`generate_parameters=${pythonLiteral(others)}`]
			: []),
	];
	const filled = code
		.replace(
			/\n    model=".*",\n\)/,
			end => `${end.slice(0, -1)}${written.map(one => `    ${one},\n`).join('')})`,
		)
		.replace(/(\(.*, model=".*")\)$/m, (_, call: string) => `${[call, ...written].join(', ')})`);
	return { code: filled, left: filled === code ? parameters : isGenerating ? {} : others };
}
