import fc from 'fast-check';

/** Lines that start, continue, look like or end every kind of block. */
const lines = [
	'',
	'',
	'',
	'plain text',
	'*emphasis* and `code`',
	'# heading',
	'---',
	'===',
	'***',
	'- item',
	'* item',
	'+ item',
	'1. first',
	'2) second',
	'10. tenth',
	'-',
	'> quote',
	'>',
	'```',
	'```python',
	'~~~',
	'````',
	'| a | b |',
	'|---|:-:|',
	'| 1 | 2 |',
	'<div>',
	'</div>',
	'[one]: https://one.example',
	'[two]:',
	'https://two.example',
	'"a title"',
	'[one] and [two]',
	'![alt](https://three.example/x.png)',
	'\tindented',
	'    indented',
];
const indents = ['', '', '', ' ', '  ', '   ', '    ', '\t', '> ', '- '];

/** Markdown with every construct next to, inside and in the way of every other one. */
export const markdownDocument: fc.Arbitrary<string> = fc
	.tuple(
		fc.array(fc.tuple(fc.constantFrom(...indents), fc.constantFrom(...lines)), { maxLength: 24 }),
		fc.boolean(),
	)
	.map(([parts, lineEnd]) => parts.map(part => part.join('')).join('\n') + (lineEnd ? '\n' : ''));
