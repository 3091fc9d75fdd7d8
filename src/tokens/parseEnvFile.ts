import { parse } from 'dotenv';
import type { EnvFileToken } from './ambientToken';
import { TOKEN_VARIABLES } from './resolution';
import { cleanToken } from './tokenFormat';
import { wrappingOf } from './wrappingOf';

/** The tokens that an `.env` file sets; a variable that it sets to nothing holds none. */
export function parseEnvFile(path: string, text: string): readonly EnvFileToken[] {
	const values = parse(text);
	return TOKEN_VARIABLES.flatMap(variable => {
		const raw = Object.hasOwn(values, variable) ? (values[variable] ?? '') : '';
		const value = cleanToken(raw);
		const wrappings = wrappingOf(raw, false);
		return value === '' ? [] : [{ path, variable, value, ...(wrappings.length > 0 && { wrappings }) }];
	});
}
