import type { AccountDeps } from './accountDeps';
import { pickToken } from './pickToken';

/** Uses a token: it becomes the default, and a workspace's own choice does not stay in its way. */
export async function useToken({ tokens }: Pick<AccountDeps, 'tokens'>, argument: unknown): Promise<void> {
	const record = await pickToken(argument, tokens.records, 'Use Token');
	if (record) {
		await tokens.setDefault(record.id);
		await tokens.setWorkspaceChoice(undefined);
	}
}
