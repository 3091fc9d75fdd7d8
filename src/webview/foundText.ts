/** A stretch of text that was found in a row which is out of sight. */
export interface FoundText {
	readonly row: number;
	readonly text: string;
	/** How often the text stands in the row before the place that was found. */
	readonly before: number;
}

/** What is selected of the rows of `list` that are out of sight: the page's own search selects what it finds. */
export function foundIn(list: Element): FoundText | undefined {
	const selection = document.getSelection();
	const range = selection && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
	const node = range?.startContainer;
	const block = node?.parentElement?.closest<HTMLElement & { first?: number }>('.rows-text');
	if (!range || !(node instanceof Text) || block?.first === undefined || !list.contains(block)) {
		return undefined;
	}
	const lines = node.data.slice(0, range.startOffset).split('\n');
	const text = range.toString();
	return {
		row: block.first + lines.length - 1,
		text,
		before: count(lines.at(-1) ?? '', text),
	};
}

/** Selects the same text in the row itself, and brings it into view; all of the row where the text goes over several of its parts. */
export function selectIn(row: Element, { text, before }: FoundText): void {
	const range = document.createRange();
	range.selectNodeContents(row);
	const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
	let left = before;
	for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
		const here = count(node.data, text);
		if (here > left) {
			const start = placeOf(node.data, text, left);
			range.setStart(node, start);
			range.setEnd(node, start + text.length);
			break;
		}
		left -= here;
	}
	const selection = document.getSelection();
	selection?.removeAllRanges();
	selection?.addRange(range);
	(range.startContainer.parentElement ?? row).scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function count(text: string, part: string): number {
	return text.toLowerCase().split(part.toLowerCase()).length - 1;
}

/** Where a part stands in a text that so many others come before. */
function placeOf(text: string, part: string, before: number): number {
	let at = text.toLowerCase().indexOf(part.toLowerCase());
	for (let left = before; left > 0; left--) {
		at = text.toLowerCase().indexOf(part.toLowerCase(), at + part.length);
	}
	return at;
}
