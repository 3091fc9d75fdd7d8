import { isRecord } from '../../../util/isRecord';
import { ProblemError } from '../../../util/problemError';

/** What the Hub wants to be asked once a large file has been sent. */
export interface VerifyAction {
	readonly url: string;
	readonly header: Readonly<Record<string, string>>;
}

/** What says who asks is ours to say, and what is about the line is no answer's. */
const NOT_ITS_TO_SAY =
	/^(?:authorization|proxy-.*|cookie|host|connection|content-length|transfer-encoding)$/i;

/** Reads one object of an LFS batch's answer; nothing where the Hub does not want to be asked. */
export function readVerifyAction(object: Readonly<Record<string, unknown>>): VerifyAction | undefined {
	const verify = isRecord(object.actions) ? object.actions.verify : undefined;
	if (verify === undefined || verify === null) {
		return undefined;
	}
	const url = isRecord(verify) ? verify.href : undefined;
	if (!isRecord(verify) || typeof url !== 'string' || !URL.canParse(url)) {
		throw new ProblemError({
			code: 'protocol',
			detail: 'The Hub named no address to ask about a large file.',
		});
	}
	const header = Object.entries(isRecord(verify.header) ? verify.header : {}).filter(
		(entry): entry is [string, string] =>
			/^[\w-]+$/.test(entry[0]) &&
			!NOT_ITS_TO_SAY.test(entry[0]) &&
			typeof entry[1] === 'string' &&
			/^[\x20-\x7e]*$/.test(entry[1]),
	);
	return { url, header: Object.fromEntries(header) };
}
