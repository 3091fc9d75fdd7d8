/** US dollars; of small amounts two significant digits, never in exponents. */
export function formatCost(usd: number): string {
	if (usd === 0) {
		return '$0';
	}
	const options: Intl.NumberFormatOptions =
		usd >= 1
			? { minimumFractionDigits: 2, maximumFractionDigits: 2 }
			: { minimumSignificantDigits: 2, maximumSignificantDigits: 2 };
	return `$${new Intl.NumberFormat('en', options).format(usd)}`;
}
