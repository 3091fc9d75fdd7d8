import { inLanes } from '../../../util/inLanes';
import { isRecord } from '../../../util/isRecord';
import { ProblemError } from '../../../util/problemError';
import { getJson, type HubWay, onHubWay } from '../hubWay';
import { repoUrl } from '../repoUrl';
import { PartLedger } from './partLedger';
import { readUploadAction, type UploadAction } from './readUploadAction';
import { readVerifyAction, type VerifyAction } from './readVerifyAction';
import { requireFits } from './requireFits';
import { sendCommit } from './sendCommit';
import { sendLarge } from './sendLarge';
import type { UploadDeps } from './uploadDeps';
import type { UploadFile, UploadPlan } from './uploadPlan';
import { verifyLarge } from './verifyLarge';

/** What is committed of a plan, and how. */
export interface UploadOrder {
	readonly plan: UploadPlan;
	/** Of the plan's; whoever orders has looked at the suspected secrets among them. */
	readonly files: readonly UploadFile[];
	/** Of the plan's `missing` ones, those that go. */
	readonly deleted: readonly string[];
	readonly title: string;
	readonly description: string;
	/** Into a pull request instead of the branch. */
	readonly asPullRequest: boolean;
}

export interface UploadResult {
	readonly commit: string;
	readonly url: string;
	/** Where a pull request was made. */
	readonly pullRequestUrl?: string;
}

/** Large files that the Hub is asked about at once. */
const BATCH = 100;
/** Large files on their way at once. */
const LANES = 3;

/**
 * Sends what the Hub does not have yet, and then makes one commit of it: until that last request the repo is as it was, and
 * after it all of the order is in it. Large files, and parts of one, that were sent by an attempt that failed are not sent
 * again. `tell` hears the bytes of the order's files that are on the Hub.
 */
export async function runUpload(
	deps: UploadDeps,
	order: UploadOrder,
	signal: AbortSignal,
	tell: (bytes: number) => void,
): Promise<UploadResult> {
	requireFits(order);
	const { repo, folder, onlyProposed } = order.plan;
	const question = { repo, permission: 'hub.write', signal, isProposal: onlyProposed } as const;
	return onHubWay(deps, question, async way => {
		const large = order.files.filter(({ mode }) => mode === 'lfs');
		const sent = new Map<UploadFile, number>();
		let sum = 0;
		const count = (file: UploadFile, bytes: number) => {
			sum += bytes - (sent.get(file) ?? 0);
			sent.set(file, bytes);
			tell(sum);
		};
		for (let at = 0; at < large.length; at += BATCH) {
			const files = large.slice(at, at + BATCH);
			const actions = await askActions(way, order, files);
			await inLanes(LANES, files, signal, async (file, either) => {
				const { upload, verify } = actions.get(file.tag) ?? {};
				// The same content may be there under several names; it is sent once.
				actions.delete(file.tag);
				if (upload) {
					// By a way of its own: what went wrong is known by the way's last answer.
					await onHubWay(deps, { ...question, storage: true, signal: either }, own =>
						sendLarge(deps, { way: own, folder, file, tell: bytes => count(file, bytes) }, upload),
					);
					// Its parts have been put together. Not by a copy of the file, which may come while they are still sent.
					await deps.parts.forget(PartLedger.key(way.hub, file.tag));
				}
				if (verify) {
					await onHubWay(deps, { ...question, signal: either }, own => verifyLarge(deps, own, file, verify));
				}
				count(file, file.size);
			});
		}
		return sendCommit(way, order, signal, bytes => tell(sum + bytes));
	});
}

/** What is to be done for one large file. */
interface Actions {
	readonly upload: UploadAction;
	readonly verify: VerifyAction | undefined;
}

/** What the Hub wants done for each of these files, by hash; nothing for what it has. */
async function askActions(
	way: HubWay,
	{ plan, asPullRequest }: UploadOrder,
	files: readonly UploadFile[],
): Promise<Map<string, Actions>> {
	const answer = await getJson(way, `${repoUrl(way.hub, plan.repo)}.git/info/lfs/objects/batch`, {
		method: 'POST',
		headers: { Accept: 'application/vnd.git-lfs+json', 'Content-Type': 'application/vnd.git-lfs+json' },
		body: JSON.stringify({
			operation: 'upload',
			transfers: ['basic', 'multipart'],
			hash_algo: 'sha_256',
			...(!asPullRequest && { ref: { name: plan.branch } }),
			objects: files.map(({ tag, size }) => ({ oid: tag, size })),
		}),
	});
	const objects = isRecord(answer) && Array.isArray(answer.objects) ? (answer.objects as unknown[]) : [];
	const actions = new Map<string, Actions>();
	for (const file of files) {
		const one = objects.find(object => isRecord(object) && object.oid === file.tag);
		if (!isRecord(one)) {
			throw new ProblemError({ code: 'protocol', detail: `The Hub did not say where ${file.path} goes.` });
		}
		if (isRecord(one.error)) {
			throw new ProblemError({
				code: 'upload.refused',
				detail: `${file.path}: ${String(one.error.message)}`,
			});
		}
		const upload = readUploadAction(one, file.size);
		if (upload) {
			actions.set(file.tag, { upload, verify: readVerifyAction(one) });
		}
	}
	return actions;
}
