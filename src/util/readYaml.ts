import { parse } from 'yaml';

/** Reads YAML that anybody may have written: no aliases, which can make little text very large. Throws where it is none. */
export function readYaml(yaml: string): unknown {
	return parse(yaml, { maxAliasCount: 0, logLevel: 'error' });
}
