import { cliTokenPath, type Environment } from './cliTokenPath';
import type { TokenOrigin } from './resolution';
import type { TokenFiles } from './tokenFiles';
import { cleanToken } from './tokenFormat';

type Variable = Extract<TokenOrigin, { kind: 'environment' }>['variable'];

const VARIABLES: readonly Variable[] = ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN'];

/** The tokens that are not ours: read anew whenever they are asked for, and never copied. */
export class TokenSources {
	constructor(
		private readonly environment: Environment,
		private readonly files: TokenFiles,
		private readonly platform: NodeJS.Platform = process.platform,
	) {}

	/** Whether the user lets tokens be used that nobody chose. */
	get implicit(): boolean {
		return !/^(?:1|on|yes|true)$/i.test(this.environment.HF_HUB_DISABLE_IMPLICIT_TOKEN ?? '');
	}

	get variables(): readonly Variable[] {
		return VARIABLES.filter(variable => this.valueOf(variable) !== '');
	}

	get cliPath(): string {
		return cliTokenPath(this.environment, this.files.home, this.platform);
	}

	/** The value in a variable, cleaned as the `hf` command line does; empty where it is not set. */
	valueOf(variable: Variable): string {
		return cleanToken(this.environment[variable] ?? '');
	}

	/** The value in the CLI's file, cleaned; empty where there is none. */
	async valueIn(path: string): Promise<string> {
		return cleanToken((await this.files.read(path)) ?? '');
	}
}
