import type { CheckContext } from '../check';
import type { SourceFinding } from '../findings/sourceFinding';
import { sourceFindings } from './sourceFindings';

export async function checkSources({ tokens }: CheckContext): Promise<readonly SourceFinding[]> {
	const [resolution, sources] = await Promise.all([tokens.resolve(), tokens.inspect()]);
	return sourceFindings(resolution, sources);
}
