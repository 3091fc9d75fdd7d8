import { cosineSimilarities } from '../shared/cosineSimilarities';
import type { KeptOutput } from '../shared/output';
import type { CopyFormat } from '../shared/protocol';
import { outputText } from './outputText';
import { subtitles } from './subtitles';

type Table = ReadonlyArray<readonly string[]>;

const FORMATS: Readonly<Record<CopyFormat, (output: KeptOutput) => string>> = {
	json: output => JSON.stringify(plainValue(output), undefined, '\t'),
	numpy: output => `np.array(${JSON.stringify(plainValue(output))}, dtype=np.float32)`,
	csv: output =>
		tableOf(output)
			.map(row => row.map(csvCell).join(','))
			.join('\r\n'),
	markdown: output => markdownTable(tableOf(output)),
	srt: output => subtitles(output.kind === 'transcript' ? (output.chunks ?? []) : []),
};

/** An output in a format that another program takes. */
export function formatOutput(output: KeptOutput, format: CopyFormat): string {
	return FORMATS[format](output);
}

/** The figures themselves where an output is nothing else. */
function plainValue(output: KeptOutput): unknown {
	if (output.kind === 'vector') {
		return output.values;
	}
	if (output.kind === 'vectors') {
		return output.vectors;
	}
	if (output.kind === 'similarity') {
		return output.scores;
	}
	if (output.kind === 'table') {
		return output.rows.map(row =>
			Object.fromEntries(output.columns.map((name, at) => [name, row[at] ?? ''])),
		);
	}
	return output.kind === 'json' ? output.value : output;
}

function tableOf(output: KeptOutput): Table {
	if (output.kind === 'vectors') {
		const { texts, vectors } = output;
		const rows = cosineSimilarities(vectors).map(row => row.map(score => score.toFixed(4)));
		return [['', ...texts], ...rows.map((row, at) => [texts[at] ?? '', ...row])];
	}
	return output.kind === 'table'
		? [output.columns, ...output.rows]
		: outputText(output)
				.split('\n')
				.map(line => line.split('\t'));
}

/** As RFC 4180 has it. */
function csvCell(text: string): string {
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function markdownTable([head = [], ...body]: Table): string {
	const line = (cells: readonly string[]) =>
		`| ${cells.map(cell => cell.replace(/[\\|]/g, '\\$&').replace(/\s*[\r\n]+\s*/g, ' ')).join(' | ')} |`;
	return [line(head), `|${' --- |'.repeat(head.length)}`, ...body.map(line)].join('\n');
}
