import type { ModelSpec, ProviderSpec } from './makeModel';

function parseProvider(cell: string): ProviderSpec {
	const [provider = '', mark] = cell.split('!');
	switch (mark) {
		case undefined:
			return { provider };
		case 'error':
			return { provider, status: 'error' };
		case 'deprecated':
			return { provider, deprecated: true };
		case 'completion':
			return { provider, task: 'text-generation' };
		default:
			throw new Error(`Unknown mark of a provider: ${cell}`);
	}
}

function words(cell: string): readonly string[] {
	return cell === '-' ? [] : cell.split(' ');
}

function parseMarks(cell: string): Partial<ModelSpec> {
	const marks = words(cell).map(mark => mark.split('='));
	const valueOf = (name: string) => marks.find(([key]) => key === name)?.[1];
	const gate = valueOf('gated');
	const variant = valueOf('variant');
	const day = valueOf('day');
	return {
		private: marks.some(([key]) => key === 'private'),
		disabled: marks.some(([key]) => key === 'disabled'),
		gated: gate === 'auto' || gate === 'manual' ? gate : false,
		tags: marks.flatMap(([key, value]) => (key === 'tag' && value ? [value] : [])),
		...(variant === undefined ? {} : { variant }),
		...(day === undefined ? {} : { day: Number(day) }),
	};
}

function parseRow(line: string): ModelSpec {
	const cells = line.split('|').map(cell => cell.trim());
	const [
		id,
		task,
		library,
		modelType,
		millions,
		downloads,
		likes,
		license,
		languages,
		marks,
		providers = '-',
	] = cells;
	if (!id || !task || !library || !modelType || !license || !languages || !marks) {
		throw new Error(`A model row needs 10 or 11 cells: ${line}`);
	}
	return {
		id,
		task,
		library,
		modelType,
		license,
		languages: words(languages),
		millions: Number(millions),
		downloads: Number(downloads),
		likes: Number(likes),
		providers: words(providers).map(parseProvider),
		...parseMarks(marks),
	};
}

/**
 * Reads one model per line: id, pipeline tag, library, model type, millions of parameters, thousands of downloads,
 * likes, license, languages, marks (`private`, `disabled`, `gated=…`, `variant=…`, `tag=…`, `day=…` since 2022-01-01)
 * and, if it is there, the providers, each with an optional mark (`!error`, `!deprecated`, `!completion`).
 */
export function parseModelTable(table: string): readonly ModelSpec[] {
	return table
		.split('\n')
		.filter(line => line.trim() !== '')
		.map(parseRow);
}
