import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment, RunRequest } from '../inference/runRequest';
import { isRecord } from '../util/isRecord';

type Image = Extract<Attachment, { readonly kind: 'image' }>;

/** Only the user sees what they have asked about. */
const FOLDER = { recursive: true, mode: 0o700 } as const;
const FILE = { mode: 0o600, flush: true } as const;

/** Names are ours: nothing that somebody else has written becomes part of a path. */
const NAME = /^asked-[0-9a-f]{64}$/;

/**
 * The pictures that go along with the questions of chats: files beside the other pictures of their run, named by what is in them. A
 * run is written again and again while it goes on, and they do not change. In memory a request has them as it is sent.
 */
export class AttachedImages {
	/** In which runs' folders a picture is, and under which name. */
	private readonly written = new WeakMap<Image, { readonly name: string; readonly ids: Set<string> }>();

	constructor(private readonly folder: string) {}

	/** Writes the pictures of a run's request that are not there yet. */
	async keep(id: string, request: RunRequest): Promise<void> {
		for (const image of imagesOf(request)) {
			const known = this.written.get(image) ?? { name: nameOf(image), ids: new Set<string>() };
			if (!known.ids.has(id)) {
				await mkdir(join(this.folder, id), FOLDER);
				await writeFile(join(this.folder, id, known.name), Buffer.from(image.data, 'base64'), FILE);
				known.ids.add(id);
				this.written.set(image, known);
			}
		}
	}

	/** A run's request as it is written: with a name in the place of a picture that has a file. */
	stored(id: string, request: RunRequest): unknown {
		return mapAttachments(request, attachment => {
			const known = attachment.kind === 'image' ? this.written.get(attachment) : undefined;
			if (attachment.kind !== 'image' || !known?.ids.has(id)) {
				return attachment;
			}
			const { kind, name, mediaType } = attachment;
			return { kind, name, mediaType, file: known.name };
		});
	}

	/** A request as it was written, with the pictures in it again; one whose file has gone is left out. */
	async filled(id: string, stored: unknown): Promise<unknown> {
		const names = new Set<string>();
		mapStored(stored, ({ file }) => {
			if (typeof file === 'string' && NAME.test(file)) {
				names.add(file);
			}
			return [];
		});
		const data = new Map<string, string>();
		for (const name of names) {
			const bytes = await readFile(join(this.folder, id, name)).catch(() => undefined);
			if (bytes) {
				data.set(name, bytes.toString('base64'));
			}
		}
		return mapStored(stored, attachment => {
			const { file, ...others } = attachment;
			if (typeof file !== 'string') {
				return [attachment];
			}
			const found = data.get(file);
			return found === undefined ? [] : [{ ...others, data: found }];
		});
	}
}

function nameOf({ data }: Image): string {
	return `asked-${createHash('sha256').update(data).digest('hex')}`;
}

function imagesOf(request: RunRequest): readonly Image[] {
	const images: Image[] = [];
	mapAttachments(request, attachment => {
		if (attachment.kind === 'image') {
			images.push(attachment);
		}
		return attachment;
	});
	return images;
}

function mapAttachments(request: RunRequest, map: (attachment: Attachment) => unknown): unknown {
	const { attachments, earlier } = request;
	return {
		...request,
		...(attachments && { attachments: attachments.map(map) }),
		...(earlier && {
			earlier: earlier.map(({ question, answer }) => ({
				question: {
					...question,
					...(question.attachments && { attachments: question.attachments.map(map) }),
				},
				answer,
			})),
		}),
	};
}

type Json = Readonly<Record<string, unknown>>;

/** The same for what comes from a file, of which nothing is certain. */
function mapStored(stored: unknown, map: (attachment: Json) => readonly Json[]): unknown {
	if (!isRecord(stored)) {
		return stored;
	}
	const { earlier } = stored;
	const exchanges = Array.isArray(earlier)
		? (earlier as readonly unknown[]).map(one =>
				isRecord(one) ? { ...one, question: mapQuestion(one.question, map) } : one,
			)
		: undefined;
	return mapQuestion({ ...stored, ...(exchanges && { earlier: exchanges }) }, map);
}

function mapQuestion(question: unknown, map: (attachment: Json) => readonly Json[]): unknown {
	if (!isRecord(question) || !Array.isArray(question.attachments)) {
		return question;
	}
	const attachments = (question.attachments as readonly unknown[]).flatMap(one =>
		isRecord(one) ? map(one) : [],
	);
	return { ...question, attachments };
}
