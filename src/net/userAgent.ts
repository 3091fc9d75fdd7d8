import { version } from '../../package.json';

/** Who asks: this extension, then the client package where it names itself. */
export function userAgent(client: string | null): string {
	const own = `hf-workbench/${version}`;
	return client ? `${own} ${client}` : own;
}
