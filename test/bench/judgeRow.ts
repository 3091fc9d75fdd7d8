import type { Row } from './row';

export interface Judgement {
	/** Ours in proportion to the sum of the controls, by the medians. */
	readonly ratio?: number;
	/** Absent without a budget. */
	readonly met?: boolean;
}

/** Compares a row's medians with its controls and its budget. */
export function judgeRow({ ours, controls = [], budget }: Row): Judgement {
	const control = controls.reduce((sum, { sample }) => sum + sample.median, 0);
	const ratio = control > 0 ? ours.median / control : undefined;
	if (!budget) {
		return ratio === undefined ? {} : { ratio };
	}
	const measured = {
		value: ours.median,
		difference: ours.median - control,
		ratio: ratio ?? Infinity,
	}[budget.of];
	return { ...(ratio !== undefined && { ratio }), met: measured <= budget.most };
}
