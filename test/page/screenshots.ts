import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { PageHarness } from './harness';
import { SCENARIOS } from './scenarios';
import { THEMES, type ThemeName } from './theme';

const folder = path.resolve(__dirname, '../../test-results/page');
const WIDTHS = [300, 640, 1_000];

/** Pictures every scenario in every theme and width, or those whose names the arguments begin with. */
async function main(): Promise<void> {
	const wanted = process.argv.slice(2);
	await mkdir(folder, { recursive: true });
	const harness = await PageHarness.start();
	try {
		for (const [scenario, messages] of Object.entries(SCENARIOS)) {
			for (const theme of Object.keys(THEMES) as ThemeName[]) {
				for (const width of WIDTHS) {
					const name = `${scenario}-${theme}-${width}`;
					if (wanted.length > 0 && !wanted.some(start => name.startsWith(start))) {
						continue;
					}
					const opened = await harness.open({ theme, width });
					await opened.send(...messages);
					await opened.page.screenshot({ path: path.join(folder, `${name}.png`) });
					await opened.close();
				}
			}
		}
	} finally {
		await harness.stop();
	}
}

void main();
