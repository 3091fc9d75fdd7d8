import { isPolicy } from '../policies';
import type { RunRequest } from '../runRequest';
import { pythonLiteral } from './pythonLiteral';
import type { Snippet, SnippetSubject } from './snippet';

/** Code that lets a model continue a run's text: the generator makes a chat of every model that writes. */
export function completionSnippets(
	{ model, provider, billTo }: SnippetSubject,
	{ text, parameters = {} }: RunRequest,
): readonly Snippet[] {
	// Outside of chats the clients take names alone; without one they choose the first, as the router's policies would.
	const served = isPolicy(provider) ? 'auto' : provider;
	const values = Object.entries(parameters);
	const python = [
		'import os',
		'from huggingface_hub import InferenceClient',
		'',
		'client = InferenceClient(',
		`    provider=${pythonLiteral(served)},`,
		'    api_key=os.environ["HF_TOKEN"],',
		...(billTo ? [`    bill_to=${pythonLiteral(billTo)},`] : []),
		')',
		'',
		'result = client.text_generation(',
		`    ${pythonLiteral(text)},`,
		`    model=${pythonLiteral(model)},`,
		...values.map(([name, value]) => `    ${name}=${pythonLiteral(value)},`),
		')',
		'print(result)',
	];
	const js = [
		'import { InferenceClient } from "@huggingface/inference";',
		'',
		'const client = new InferenceClient(process.env.HF_TOKEN);',
		'',
		'const output = await client.textGeneration({',
		`\tprovider: ${JSON.stringify(served)},`,
		`\tmodel: ${JSON.stringify(model)},`,
		`\tinputs: ${JSON.stringify(text)},`,
		...(values.length > 0 ? [`\tparameters: ${JSON.stringify(parameters)},`] : []),
		billTo ? `}, { billTo: ${JSON.stringify(billTo)} });` : '});',
		'console.log(output.generated_text);',
	];
	return [
		{ title: 'Python · huggingface_hub', languageId: 'python', code: python.join('\n') },
		{ title: 'JavaScript · @huggingface/inference', languageId: 'javascript', code: js.join('\n') },
	];
}
