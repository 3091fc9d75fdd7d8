import type { DiagnosisView, Severity } from '../../shared/diagnosis';

/** How the diagnosis stands, in one sentence. */
export interface Summary {
	readonly isRunning: boolean;
	readonly text: string;
}

export function summaryOf({ checks }: DiagnosisView): Summary {
	const left = checks.filter(({ state }) => state === 'running').length;
	const ended = checks.filter(({ state }) => state === 'done' || state === 'cancelled');
	const count = (severity: Severity) =>
		checks.flatMap(({ findings }) => findings).filter(finding => finding.severity === severity).length;
	const found = [some(count('problem'), 'problem'), some(count('warning'), 'warning')].filter(
		words => words !== undefined,
	);
	const sum = found.length > 0 ? `${found.join(' and ')} found` : 'nothing wrong found';
	if (left > 0) {
		const sofar = ended.length === 0 ? '' : `, ${sum} so far`;
		return { isRunning: true, text: `${some(left, 'check') ?? ''} running${sofar}.` };
	}
	if (ended.length === 0) {
		return {
			isRunning: false,
			text: 'Nothing has been checked yet. Nothing is asked of any host before you start.',
		};
	}
	const isStopped = ended.some(({ state }) => state === 'cancelled');
	return { isRunning: false, text: `${isStopped ? 'Stopped: ' : 'Done: '}${sum}.` };
}

function some(count: number, noun: string): string | undefined {
	return count === 0 ? undefined : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
