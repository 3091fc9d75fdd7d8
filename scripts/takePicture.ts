import { progress } from '../test/host/progress';
import { startSession } from '../test/ui/driver/session';
import type { Theme } from '../test/ui/driver/themes';
import { explainCode } from '../test/ui/driver/explainCode';

/** Does the main job by itself, without a window, and saves a picture of the answer beside the code. */
export async function takePicture(file: string, theme: Theme): Promise<void> {
	const session = await startSession({
		theme,
		viewport: { width: 1280, height: 800 },
		deviceScaleFactor: 2,
		settings: { 'chat.disableAIFeatures': true, 'workbench.layoutControl.enabled': false },
	});
	try {
		await explainCode(session);
		await session.workbench.page.screenshot({ path: file });
		progress(`The picture is in ${file}`);
	} finally {
		await session.stop();
	}
}
