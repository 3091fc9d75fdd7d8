const NUMBER = /^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

/** Decimals up to which a result is told, so that 0.1 + 0.2 is 0.3. */
const DIGITS = 10;

const HOW: Readonly<Record<string, (numbers: readonly number[]) => number>> = {
	SUM: total,
	AVERAGE: numbers => total(numbers) / numbers.length,
};

/** What cells come to, where a model says how they are put together but leaves the reckoning to its reader. */
export function aggregate(how: string, cells: readonly string[]): string | undefined {
	if (how === 'COUNT') {
		return String(cells.length);
	}
	const numbers = cells.map(cell => cell.trim());
	const reckon = Object.hasOwn(HOW, how) ? HOW[how] : undefined;
	return reckon && numbers.length > 0 && numbers.every(cell => NUMBER.test(cell))
		? String(Number(reckon(numbers.map(cell => Number(cell.replaceAll(',', '')))).toPrecision(DIGITS)))
		: undefined;
}

function total(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}
