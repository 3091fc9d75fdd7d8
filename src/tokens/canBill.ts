import type { TokenRecord } from './tokenRecord';

/** The organisations of an account that may pay for its runs. */
export function payersOf({ organisations }: Pick<TokenRecord, 'organisations'>): readonly string[] {
	return organisations.flatMap(({ name, canPay }) => (canPay ? [name] : []));
}

/** Whether `payer` can pay for a token's runs; one that was never checked is given the benefit of the doubt. */
export function canBill(record: TokenRecord, payer: string): boolean {
	return record.checkedAt === 0 || payer === record.user || payersOf(record).includes(payer);
}
