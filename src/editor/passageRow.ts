import type { Passage } from './chooseInput';

const LABELS = {
	selection: '$(selection) Selection',
	paragraph: '$(list-selection) Paragraph',
	file: '$(file) Whole File',
	cell: '$(notebook) Whole Cell',
} as const satisfies Record<Passage['kind'], string>;

const LONGEST_LINE = 60;

/** A passage as a row of a pick list: what it is, how large, and its first line that is not blank. */
export function passageRow({ kind, text }: Passage): { label: string; description: string; detail: string } {
	const written = text.trim();
	const [firstLine = ''] = written.split(/\r\n|\n|\r/, 1);
	return {
		label: LABELS[kind],
		description: `${count(written.split(/\r\n|\n|\r/).length, 'line')}, ${count([...text].length, 'character')}`,
		detail: shorten(firstLine.trimEnd()),
	};
}

function count(value: number, noun: string): string {
	return `${value.toLocaleString('en')} ${noun}${value === 1 ? '' : 's'}`;
}

function shorten(line: string): string {
	const characters = [...line];
	return characters.length > LONGEST_LINE ? `${characters.slice(0, LONGEST_LINE - 1).join('')}…` : line;
}
