import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export interface SweepInput {
	/** Every file below these is read. */
	readonly folders: readonly string[];
	/** What was captured while running, by a name for each. */
	readonly texts: Readonly<Record<string, string>>;
	/** The values to look for, by a name for each. */
	readonly secrets: Readonly<Record<string, string>>;
}

export interface Finding {
	/** The file's path, or the text's name. */
	readonly where: string;
	/** The secret's name; a finding never holds its value. */
	readonly secret: string;
	readonly form: string;
}

export interface SweepResult {
	readonly findings: readonly Finding[];
	readonly files: number;
	readonly bytes: number;
}

interface Needle {
	readonly secret: string;
	readonly form: string;
	readonly bytes: Buffer;
}

/** Needles that begin alike, so that one search finds all of them. */
interface NeedleGroup {
	readonly prefix: Buffer;
	readonly needles: readonly Needle[];
}

const shortestSecret = 8;
/** Bytes that values have to share at their beginning to be looked for in one search. */
const sharedStart = 3;

/** Looks for secret values, and for usual encodings of them, in everything that a run has left behind. */
export async function sweep({ folders, texts, secrets }: SweepInput): Promise<SweepResult> {
	for (const [name, value] of Object.entries(secrets)) {
		if (value.length < shortestSecret) {
			throw new Error(`The value of ${name} is too short to be looked for.`);
		}
	}
	const groups = needleGroups(secrets);
	const findings: Finding[] = [];
	let files = 0;
	let bytes = 0;
	const search = (where: string, content: Buffer) => {
		bytes += content.length;
		findings.push(...find(content, groups).map(({ secret, form }) => ({ where, secret, form })));
	};
	for (const [name, text] of Object.entries(texts)) {
		search(name, Buffer.from(text));
	}
	for (const folder of folders) {
		for (const file of await filesBelow(folder)) {
			files++;
			search(file, await readFile(file));
		}
	}
	return { findings, files, bytes };
}

async function filesBelow(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name));
}

function needleGroups(secrets: Readonly<Record<string, string>>): NeedleGroup[] {
	const byForm = new Map<string, Needle[]>();
	for (const [secret, value] of Object.entries(secrets)) {
		for (const [form, bytes] of Object.entries(formsOf(value))) {
			byForm.set(form, [...(byForm.get(form) ?? []), { secret, form, bytes }]);
		}
	}
	return [...byForm.values()].flatMap(groupByPrefix);
}

/** One search finds all that begin alike in their first three bytes. */
function groupByPrefix(needles: readonly Needle[]): NeedleGroup[] {
	const byStart = new Map<string, Needle[]>();
	for (const needle of needles) {
		const start = needle.bytes.toString('latin1', 0, sharedStart);
		byStart.set(start, [...(byStart.get(start) ?? []), needle]);
	}
	return [...byStart.values()].map(alike => ({
		prefix: alike.map(({ bytes }) => bytes).reduce(commonPrefix),
		needles: alike,
	}));
}

function commonPrefix(a: Buffer, b: Buffer): Buffer {
	const end = a.findIndex((byte, index) => byte !== b[index]);
	return end < 0 ? a : a.subarray(0, end);
}

function find(content: Buffer, groups: readonly NeedleGroup[]): Needle[] {
	const found = new Set<Needle>();
	for (const { prefix, needles } of groups) {
		for (let at = content.indexOf(prefix); at >= 0; at = content.indexOf(prefix, at + 1)) {
			for (const needle of needles) {
				if (content.subarray(at, at + needle.bytes.length).equals(needle.bytes)) {
					found.add(needle);
				}
			}
		}
	}
	return [...found];
}

/** The value in the encodings that programs put text into. */
function formsOf(value: string): Record<string, Buffer> {
	const utf8 = Buffer.from(value);
	const utf16 = Buffer.from(value, 'utf16le');
	const hex = utf8.toString('hex');
	return {
		plain: utf8,
		'UTF-16 LE': utf16,
		'UTF-16 BE': Buffer.from(utf16).swap16(),
		hex: Buffer.from(hex),
		'upper-case hex': Buffer.from(hex.toUpperCase()),
		'percent-encoded': Buffer.from(hex.replace(/../g, byte => `%${byte.toUpperCase()}`)),
		...base64Forms(utf8),
	};
}

/**
 * Base64 takes three bytes at a time, so a value inside of a longer text looks different at each of three offsets.
 * Characters that also depend on what stands beside the value are left off.
 */
function base64Forms(value: Buffer): Record<string, Buffer> {
	const forms: Record<string, Buffer> = {};
	for (const offset of [0, 1, 2]) {
		const padded = Buffer.concat([Buffer.alloc(offset), value]);
		const whole = padded.subarray(0, padded.length - (padded.length % 3));
		const dependent = offset === 0 ? 0 : 4;
		const text = whole.toString('base64').slice(dependent);
		forms[`base64 at offset ${offset}`] = Buffer.from(text);
		const urlSafe = text.replaceAll('+', '-').replaceAll('/', '_');
		forms[`base64url at offset ${offset}`] = Buffer.from(urlSafe);
	}
	return forms;
}
