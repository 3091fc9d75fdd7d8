import { progress } from '../test/host/progress';
import { explainCode } from '../test/ui/driver/explainCode';
import { startSession } from '../test/ui/driver/session';
import type { Theme } from '../test/ui/driver/themes';
import { seconds } from './seconds';

/** What would only fill a picture, beside what no window of a session has. */
const plainWindow = {
	'editor.renderWhitespace': 'none',
	'editor.stickyScroll.enabled': false,
	'workbench.layoutControl.enabled': false,
};

/** Does the main job by itself, without a window on the screen, and saves a picture of the answer beside the code. */
export async function takePicture(file: string, theme: Theme): Promise<void> {
	const started = Date.now();
	const session = await startSession({
		theme,
		viewport: { width: 1360, height: 850 },
		// Sharp on the screens that README pages are read on.
		deviceScaleFactor: 1.5,
		settings: plainWindow,
	});
	try {
		const { workbench } = session;
		await workbench.openContainer();
		await explainCode(session);
		await workbench.notifications.clear();
		await workbench.editor.focus();
		await workbench.page.screenshot({ path: file });
		progress(`Pictured in ${seconds(started)}: ${file}`);
	} finally {
		await session.stop();
	}
}
