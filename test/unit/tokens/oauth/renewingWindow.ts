import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileLease } from '../../../../src/tokens/oauth/fileLease';
import { createOAuthClient } from '../../../../src/tokens/oauth/oauthClient';
import { Sessions } from '../../../../src/tokens/oauth/sessions';

/** A process of its own, as each window's is: asks for the token in the folder's slot, and says which one it got. */
async function main(folder: string): Promise<void> {
	const file = path.join(folder, 'secret');
	const sessions = new Sessions({
		vault: { get: async () => readFile(file, 'utf8'), store: async (_slot, value) => writeFile(file, value) },
		client: createOAuthClient(),
		lease: fileLease(path.join(folder, 'leases')),
		now: Date.now,
		pause: async milliseconds => delay(milliseconds),
	});
	const session = await sessions.fresh('slot', { mayAsk: () => true });
	process.stdout.write(
		createHash('sha256')
			.update(session?.accessToken ?? '')
			.digest('hex'),
	);
}

void main(process.argv[2] ?? '');
