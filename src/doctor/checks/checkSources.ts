import type { CheckContext } from '../check';
import type { SourceFinding } from '../findings/sourceFinding';
import { sourceFindings } from './sourceFindings';

export async function checkSources({
	tokens,
	ambient,
	envFiles,
}: CheckContext): Promise<readonly SourceFinding[]> {
	const [resolution, sources, outside] = await Promise.all([
		tokens.resolve(),
		envFiles().then(found => tokens.inspect(found)),
		ambient(),
	]);
	return sourceFindings(resolution, sources, outside);
}
