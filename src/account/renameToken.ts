import type { AccountDeps } from './accountDeps';
import { askForName } from './askForName';
import { pickToken } from './pickToken';

/** Gives a token another name. Only the name here changes, not the one on the Hub. */
export async function renameToken({ tokens }: Pick<AccountDeps, 'tokens'>, argument: unknown): Promise<void> {
	const record = await pickToken(argument, tokens.records, 'Rename Token');
	if (record === undefined) {
		return;
	}
	const others = tokens.records.filter(({ id }) => id !== record.id).map(({ name }) => name);
	const name = await askForName(`Rename “${record.name}”`, record.name, others);
	if (name !== undefined && name !== record.name) {
		await tokens.rename(record.id, name);
	}
}
