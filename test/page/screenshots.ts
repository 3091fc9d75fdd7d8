import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { ToDoctorPage } from '../../src/shared/diagnosis';
import type { ToPage } from '../../src/shared/protocol';
import type { ToRepoPage } from '../../src/shared/repoPage';
import { DOCTOR_VIEWS } from './doctorViews';
import { PageHarness, type PageName } from './harness';
import { REPO_VIEWS } from './repoViews';
import { SCENARIOS } from './scenarios';
import { THEMES, type ThemeName } from './theme';

const folder = path.resolve(__dirname, '../../test-results/page');
const WIDTHS = [300, 640, 1_000];

/** What a page is told, and which of its tabs is chosen then, where it has any. */
interface Scenario {
	readonly messages: ReadonlyArray<ToPage | ToDoctorPage | ToRepoPage>;
	readonly tab?: string;
}

/** Pictures every scenario of every page in every theme and width, or those whose names the arguments begin with. */
async function main(): Promise<void> {
	await mkdir(folder, { recursive: true });
	const results = Object.entries(SCENARIOS).map(([name, messages]) => [name, { messages }] as const);
	const doctor = Object.entries(DOCTOR_VIEWS).map(
		([name, view]) => [`doctor-${name}`, { messages: [{ type: 'state', view }] }] as const,
	);
	const repo = Object.entries(REPO_VIEWS).map(
		([name, { state, tab }]) => [`repo-${name}`, { messages: [{ type: 'state', state }], tab }] as const,
	);
	await picture('page', results);
	await picture('doctor', doctor);
	await picture('repo', repo);
}

async function picture(
	page: PageName,
	scenarios: ReadonlyArray<readonly [name: string, Scenario]>,
): Promise<void> {
	const wanted = process.argv.slice(2);
	const harness = await PageHarness.start(page);
	try {
		for (const [scenario, { messages, tab }] of scenarios) {
			for (const theme of Object.keys(THEMES) as ThemeName[]) {
				for (const width of WIDTHS) {
					const name = `${scenario}-${theme}-${width}`;
					if (wanted.length > 0 && !wanted.some(start => name.startsWith(start))) {
						continue;
					}
					const opened = await harness.open({ theme, width });
					await opened.send(...messages);
					if (tab !== undefined) {
						await opened.page.getByRole('tab', { name: tab, exact: true }).click();
						await opened.settled();
					}
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
