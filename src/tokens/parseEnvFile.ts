import { parse } from 'dotenv';
import type { EnvFileToken } from './ambientToken';
import { TOKEN_VARIABLES } from './resolution';
import { cleanToken } from './tokenFormat';

/** The tokens that an `.env` file sets; a variable that it sets to nothing holds none. */
export function parseEnvFile(path: string, text: string): readonly EnvFileToken[] {
	const values = parse(text);
	return TOKEN_VARIABLES.flatMap(variable => {
		const value = Object.hasOwn(values, variable) ? cleanToken(values[variable] ?? '') : '';
		return value === '' ? [] : [{ path, variable, value }];
	});
}
