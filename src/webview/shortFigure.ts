/** Four significant digits, without needless zeros. */
export function shortFigure(value: number): string {
	return String(Number(value.toPrecision(4)));
}
