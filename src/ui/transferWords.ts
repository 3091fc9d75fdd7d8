import type { ProblemOf } from '../shared/problem';
import { byteSize } from '../shared/byteSize';
import type { Remedy } from './remedy';

type TransferCode =
	| 'disk.full'
	| 'disk.permission'
	| 'disk.space'
	| 'file.unsafeName'
	| 'file.damaged'
	| 'upload.refused'
	| 'file.changed'
	| 'file.notArrived'
	| 'commit.conflict'
	| 'commit.tooLarge'
	| 'repo.conflict';

const FREE_SPACE: Remedy = { label: 'Free Space in the Cache…', command: 'hfWorkbench.freeCacheSpace' };
const SHOW_LOG: Remedy = { label: 'Show Log', command: 'hfWorkbench.showLog' };
const COMPARE_AGAIN: Remedy = { label: 'Compare Again', command: 'hfWorkbench.refreshUpload' };

interface Words {
	readonly title: string;
	readonly explanation: string;
	readonly remedies: readonly Remedy[];
}

const number = (count: number) => count.toLocaleString('en');

const TOO_MUCH: Readonly<
	Record<ProblemOf<'commit.tooLarge'>['what'], (count: number, most: number) => string>
> = {
	files: (count, most) =>
		`There are ${number(count)} large files, and the Hub takes ${number(most)} at a time. Upload folder by folder.`,
	bytes: (count, most) =>
		`The small files come to ${byteSize(count)} as they are sent, and the Hub takes ${byteSize(most)} at a time. Upload folder by folder.`,
	entries: (count, most) =>
		`It would have ${number(count)}, and the Hub takes ${number(most)} in a folder. Put them into several, or into an archive.`,
};

/** The words for what goes wrong between this machine's disk and the Hub. */
export const TRANSFER_WORDS: { readonly [C in TransferCode]: (problem: ProblemOf<C>) => Words } = {
	'disk.full': ({ path, purpose }) => ({
		title: 'The disk is full.',
		explanation:
			purpose === 'transfer'
				? `${path} could not be written. What has come is kept: free some space and resume.`
				: `The history of runs could not be saved in ${path}. Free some space; this window keeps it meanwhile.`,
		remedies: purpose === 'transfer' ? [FREE_SPACE] : [],
	}),
	'disk.permission': ({ path, purpose }) =>
		purpose === 'transfer'
			? {
					title: 'The file could not be written.',
					explanation: `${path} cannot be written to. Choose another folder, or change who may write there.`,
					remedies: [SHOW_LOG],
				}
			: {
					title: 'The history of runs could not be saved.',
					explanation: `${path} cannot be written to. This window keeps the history meanwhile.`,
					remedies: [SHOW_LOG],
				},
	'disk.space': ({ path, neededBytes, freeBytes }) => ({
		title: 'There is not enough space.',
		explanation: `${byteSize(neededBytes)} are needed in ${path}, and ${byteSize(freeBytes)} are free. Nothing was downloaded.`,
		remedies: [FREE_SPACE],
	}),
	'file.unsafeName': ({ file }) => ({
		title: 'A file’s name is not safe.',
		explanation: `“${file}” would not stay in the folder that you chose, or cannot be a file’s name on this system. Leave it out by a pattern.`,
		remedies: [],
	}),
	'file.damaged': ({ file }) => ({
		title: `${file} came damaged.`,
		explanation:
			'All of its bytes came, twice, and they are not those that the Hub names. Something on the way changes them; a proxy may be the reason.',
		remedies: [SHOW_LOG],
	}),
	'upload.refused': ({ detail }) => ({
		title: 'This cannot be uploaded.',
		explanation: detail,
		remedies: [],
	}),
	'file.changed': ({ file }) => ({
		title: `${file} changed meanwhile.`,
		explanation: 'It was written to while it was being uploaded, so nothing was committed. Upload it again.',
		remedies: [COMPARE_AGAIN],
	}),
	'file.notArrived': ({ file }) => ({
		title: `${file} has not arrived.`,
		explanation:
			'It was sent, but the Hub does not find all of it in its storage, so nothing was committed. Upload it again.',
		remedies: [],
	}),
	'commit.conflict': ({ repo }) => ({
		title: `${repo} has a newer commit.`,
		explanation:
			'Somebody committed after you looked at the changes, so yours were not. Look at them again on top of it; what was uploaded is not sent twice.',
		remedies: [COMPARE_AGAIN],
	}),
	'commit.tooLarge': ({ what, count, most, folder }) => ({
		title:
			what === 'entries'
				? `${folder === undefined || folder === '' ? 'The folder' : folder} has too many files.`
				: 'This is too much for one commit.',
		explanation: `${TOO_MUCH[what](count, most)} Nothing was sent.`,
		remedies: [],
	}),
	'repo.conflict': ({ repo, detail = `Something stands in the way of a change to ${repo}.` }) => ({
		title: /[.!?]$/.test(detail) ? detail : `${detail}.`,
		explanation: `Nothing was changed on ${repo}. Choose another name, or try again once the other change is through.`,
		remedies: [],
	}),
};
