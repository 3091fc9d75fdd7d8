import { type FromDoctorPage, isCheckId } from '../shared/diagnosis';
import type { Permission } from '../shared/permission';
import { isRecord } from '../util/isRecord';
import { GOALS } from './words/goalWords';

type Fields = Readonly<Record<string, unknown>>;
type Message<T extends FromDoctorPage['type']> = Extract<FromDoctorPage, { readonly type: T }>;

/** Longer than any repo's address. */
const LONGEST = 400;

const READERS: { readonly [T in FromDoctorPage['type']]: (fields: Fields) => Message<T> | undefined } = {
	ready: () => ({ type: 'ready' }),
	run: () => ({ type: 'run' }),
	cancel: () => ({ type: 'cancel' }),
	copy: () => ({ type: 'copy' }),
	check: ({ id }) => (isCheckId(id) ? { type: 'check', id } : undefined),
	remedy: ({ id, finding, index }) =>
		isCheckId(id) && typeof finding === 'number' && typeof index === 'number'
			? { type: 'remedy', id, finding, index }
			: undefined,
	goal: ({ goal }) => (isGoal(goal) ? { type: 'goal', goal } : undefined),
	repo: ({ repo }) =>
		typeof repo === 'string' && repo.length <= LONGEST ? { type: 'repo', repo } : undefined,
};

/** Reads a message of the page's; whatever is none of them is dropped. */
export function readFromDoctorPage(value: unknown): FromDoctorPage | undefined {
	if (!isRecord(value) || typeof value.type !== 'string' || !Object.hasOwn(READERS, value.type)) {
		return undefined;
	}
	return READERS[value.type as FromDoctorPage['type']](value);
}

function isGoal(value: unknown): value is Permission {
	return typeof value === 'string' && Object.hasOwn(GOALS, value);
}
