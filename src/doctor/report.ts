import type { CheckState, DiagnosisView, Severity } from '../shared/diagnosis';
import { redact } from '../util/redact';

/** What a reader of the report has to know about the machine that it comes from. */
export interface ReportFacts {
	/** Names and values, such as `VS Code` and `1.139.1`. */
	readonly facts: ReadonlyArray<readonly [name: string, value: string]>;
	/** The user's own folder, which is not named. */
	readonly home: string;
}

const SEVERITIES: Readonly<Record<Severity, string>> = {
	good: 'ok',
	note: 'note',
	warning: 'WARNING',
	problem: 'PROBLEM',
};

const STATES: Readonly<Record<CheckState, string>> = {
	waiting: 'Not run.',
	running: 'Still running.',
	done: 'Nothing found.',
	cancelled: 'Stopped.',
};

/** The findings as Markdown, for whoever helps. Findings hold no value of a token; what looks like one is taken out still. */
export function reportText({ checks }: DiagnosisView, { facts, home }: ReportFacts): string {
	const lines = [
		'# Hugging Face Workbench: Diagnosis',
		'',
		...facts.map(([name, value]) => `- ${name}: ${value}`),
		...checks.flatMap(({ title, state, findings }) => [
			'',
			`## ${title}`,
			'',
			...(findings.length === 0
				? [STATES[state]]
				: findings.map(
						finding => `- ${SEVERITIES[finding.severity]}: ${finding.title} ${finding.explanation}`,
					)),
		]),
		'',
	];
	const text = redact(lines.join('\n'));
	return home.length > 1 ? text.replaceAll(home, '~') : text;
}
