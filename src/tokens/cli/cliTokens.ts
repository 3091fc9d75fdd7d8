import { cleanToken } from '../tokenFormat';
import type { TokenFiles } from '../tokenFiles';
import { UnreadableFile } from '../unreadableFile';
import { parseStoredTokens, type StoredTokens } from './parseStoredTokens';

/** One of the command line's tokens. Held for a look at it and no longer. */
export interface CliToken {
	/** The name of its section; absent for a token in use that `stored_tokens` does not have. */
	readonly name?: string;
	readonly value: string;
	readonly path: string;
	/** Whether it is one of those that a sign-in gave, which the command line renews by itself. */
	readonly isOAuth: boolean;
	/** Epoch milliseconds. */
	readonly expiresAt?: number;
}

/** What the `hf` command line keeps, as it is at the moment. */
export interface CliTokens {
	/** The one in use, by the file of that name. */
	readonly active: CliToken | undefined;
	/** All that it can switch to, the one in use among them. */
	readonly stored: readonly CliToken[];
	/** What is there and cannot be read. */
	readonly unreadable: readonly UnreadableFile[];
}

export async function readCliTokens(
	files: TokenFiles,
	paths: { readonly token: string; readonly storedTokens: string },
): Promise<CliTokens> {
	const unreadable: UnreadableFile[] = [];
	const read = async (path: string) => {
		try {
			return (await files.read(path)) ?? '';
		} catch (error) {
			unreadable.push(error instanceof UnreadableFile ? error : new UnreadableFile(path, 'failed'));
			return '';
		}
	};
	const [token, text] = await Promise.all([read(paths.token), read(paths.storedTokens)]);
	const parsed = parseStoredTokens(text);
	if (parsed.isDamaged) {
		unreadable.push(new UnreadableFile(paths.storedTokens, 'damaged'));
	}
	const stored = storedTokens(parsed, paths.storedTokens);
	const value = cleanToken(token);
	const twin = stored.find(one => one.value === value);
	return {
		active: value === '' ? undefined : { ...(twin ?? { isOAuth: false }), value, path: paths.token },
		stored,
		unreadable,
	};
}

function storedTokens({ sections }: StoredTokens, path: string): readonly CliToken[] {
	return sections.flatMap(({ name, fields }) => {
		const value = cleanToken(fields.get('hf_token') ?? '');
		const seconds = Number.parseInt(fields.get('expires_at') ?? '', 10);
		const token: CliToken = {
			name,
			value,
			path,
			isOAuth: fields.has('refresh_token') || value.startsWith('hf_oauth_'),
			...(Number.isNaN(seconds) ? {} : { expiresAt: seconds * 1000 }),
		};
		return value === '' ? [] : [token];
	});
}
