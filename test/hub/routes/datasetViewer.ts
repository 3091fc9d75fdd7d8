import type { Hono } from 'hono';
import { requireContents, visibleRepo } from '../access';
import type { DatasetRepo } from '../catalogue/repo';
import { callerOf, type ExchangeContext, type ExchangeEnv } from '../exchange';
import { HubError } from '../hubError';

interface Row {
	readonly id: number;
	readonly text: string;
}

/** The API of the dataset viewer, which has a host of its own at Hugging Face; here it is below `/datasets-server`. */
export function addDatasetViewer(app: Hono<ExchangeEnv>): void {
	app.get('/datasets-server/splits', c => {
		const { id } = datasetOf(c);
		return c.json({
			splits: ['train', 'test'].map(split => ({ dataset: id, config: 'default', split })),
			pending: [],
			failed: [],
		});
	});
	app.get('/datasets-server/first-rows', c => {
		const dataset = datasetOf(c);
		const { config, split } = partOf(c);
		return c.json({
			dataset: dataset.id,
			config,
			split,
			features: [
				{ feature_idx: 0, name: 'id', type: { dtype: 'int64', _type: 'Value' } },
				{ feature_idx: 1, name: 'text', type: { dtype: 'string', _type: 'Value' } },
				{ feature_idx: 2, name: 'label', type: { names: ['odd', 'even'], _type: 'ClassLabel' } },
			],
			rows: rowsOf(dataset, split).map((row, index) => ({
				row_idx: index,
				row: { ...row, label: row.id % 2 },
				truncated_cells: [],
			})),
			truncated: false,
		});
	});
	app.get('/datasets-server/statistics', c => {
		const dataset = datasetOf(c);
		const rows = rowsOf(dataset, partOf(c).split);
		const lengths = rows.map(({ text }) => text.length);
		return c.json({
			num_examples: rows.length,
			statistics: [
				{
					column_name: 'text',
					column_type: 'string_text',
					column_statistics: {
						nan_count: 0,
						min: Math.min(...lengths),
						max: Math.max(...lengths),
						mean: lengths.reduce((sum, length) => sum + length, 0) / lengths.length,
					},
				},
				{
					column_name: 'label',
					column_type: 'class_label',
					column_statistics: { nan_count: 0, n_unique: 2, frequencies: { odd: 10, even: 10 } },
				},
			],
			partial: false,
		});
	});
}

function datasetOf(c: ExchangeContext): DatasetRepo {
	const caller = callerOf(c, 'api');
	const repo = visibleRepo(c.var.world.store, caller, 'dataset', c.req.query('dataset') ?? '');
	requireContents(c.var.world.accessRequests, caller, repo);
	return repo;
}

function partOf(c: ExchangeContext): { readonly config: string; readonly split: string } {
	const [config, split] = [c.req.query('config') ?? '', c.req.query('split') ?? ''];
	if (config !== 'default' || !['train', 'test'].includes(split)) {
		throw new HubError(404, 'Not found.');
	}
	return { config, split };
}

/** The rows of the dataset's own file; of its test split, every fourth. */
function rowsOf(dataset: DatasetRepo, split: string): readonly Row[] {
	const file = dataset
		.revisions()
		.get('main')
		?.files.find(({ path }) => path === 'data/train.jsonl');
	const rows = Buffer.from(file?.content() ?? [])
		.toString()
		.split('\n')
		.filter(line => line !== '')
		.map(line => JSON.parse(line) as Row);
	return split === 'train' ? rows : rows.filter(({ id }) => id % 4 === 0);
}
