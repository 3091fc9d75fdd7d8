import { isRecord } from '../../util/isRecord';
import { ProblemError } from '../../util/problemError';

/** A code that waits for the user's approval. */
export interface DeviceGrant {
	/** Known to this extension and the Hub alone. */
	readonly deviceCode: string;
	/** What the user compares with the page: `ABCD-EFGH`. */
	readonly userCode: string;
	/** The page, with the code filled in. */
	readonly page: string;
	/** Seconds between two questions, at least. */
	readonly interval: number;
	/** Seconds until the code is void. */
	readonly expiresIn: number;
}

/** RFC 8628 §3.2: what counts where the answer does not say. */
const INTERVAL = 5;
const LONGEST_INTERVAL = 60;
const LONGEST_LIFE = 60 * 60;
const HUB = 'https://huggingface.co';

/**
 * Reads the answer of `POST /oauth/device` of the Hub at `hub`. A page anywhere else is refused: it would have the user
 * approve somebody else's request.
 */
export function readGrant(answer: unknown, hub: string): DeviceGrant {
	if (!isRecord(answer)) {
		throw misread('is no object');
	}
	const { device_code: deviceCode, user_code: userCode, interval, expires_in: expiresIn } = answer;
	if (typeof deviceCode !== 'string' || deviceCode === '') {
		throw misread('has no code');
	}
	if (typeof userCode !== 'string' || !/^[\w-]{4,24}$/.test(userCode)) {
		throw misread('has no code for the user');
	}
	return {
		deviceCode,
		userCode,
		page: pageOf(answer, userCode, hub),
		interval: within(interval, INTERVAL, LONGEST_INTERVAL),
		expiresIn: within(expiresIn, LONGEST_LIFE, LONGEST_LIFE),
	};
}

function pageOf(answer: Readonly<Record<string, unknown>>, userCode: string, hub: string): string {
	const { verification_uri: plain, verification_uri_complete: complete } = answer;
	const text = typeof complete === 'string' ? complete : plain;
	if (typeof text !== 'string' || !URL.canParse(text)) {
		throw misread('names no page');
	}
	const url = new URL(text);
	if (![new URL(hub).origin, HUB].includes(url.origin) || url.username !== '' || url.password !== '') {
		throw misread('names a page that is not the Hub’s');
	}
	if (typeof complete !== 'string') {
		url.searchParams.set('user_code', userCode);
	}
	return url.href;
}

function within(value: unknown, otherwise: number, most: number): number {
	return typeof value === 'number' && value > 0 ? Math.min(value, most) : otherwise;
}

function misread(what: string): ProblemError {
	return new ProblemError({ code: 'protocol', detail: `The Hub’s answer to the sign-in ${what}.` });
}
