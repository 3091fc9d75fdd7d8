import type { DownloadJob } from '../hub/transfers/downloadJob';
import { downloadSize } from '../hub/transfers/download';
import { wordProblemWithoutRun } from '../ui/wordProblemWithoutRun';
import { byteSize } from '../shared/byteSize';
import { localTime } from '../util/localTime';
import { timeLeft } from './timeLeft';

/** How far a download is, in one line: `1.2 of 4.9 GB · 24% · 85 MB/s · 44 s left`. */
export function downloadDescription(job: DownloadJob): string {
	const { state, download, progress, speed } = job;
	const total = downloadSize(download);
	switch (state.type) {
		case 'running':
			return [
				progress ? `${byteSize(progress.bytes)} of ${byteSize(total)}` : 'Starting',
				...(progress && total > 0 ? [`${Math.floor((100 * progress.bytes) / total)}%`] : []),
				...(speed !== undefined && speed > 0
					? [`${byteSize(speed)}/s`, timeLeft((total - (progress?.bytes ?? 0)) / speed)]
					: []),
			].join(' · ');
		case 'elsewhere':
			return 'Running in another window';
		case 'stopped':
			return progress ? `Stopped at ${byteSize(progress.bytes)} of ${byteSize(total)}` : 'Stopped';
		case 'interrupted':
			return `Interrupted · ${byteSize(total)}`;
		case 'failed':
			return wordProblemWithoutRun(state.problem).title;
		case 'finished':
			return `${byteSize(total)} · ${localTime(state.at)}`;
	}
}

/** A codicon's name. */
export function downloadIcon({ state }: DownloadJob): string {
	switch (state.type) {
		case 'running':
		case 'elsewhere':
			return 'sync~spin';
		case 'stopped':
		case 'interrupted':
			return 'debug-pause';
		case 'failed':
			return 'warning';
		case 'finished':
			return 'check';
	}
}

/** All running downloads in one line for the status bar: bytes, speed and time left are of all of them together. */
export function downloadsSummary(jobs: readonly DownloadJob[]): string | undefined {
	const running = jobs.filter(({ state }) => state.type === 'running');
	if (running.length === 0) {
		return undefined;
	}
	const total = running.reduce((sum, { download }) => sum + downloadSize(download), 0);
	const bytes = running.reduce((sum, { progress }) => sum + (progress?.bytes ?? 0), 0);
	const speed = running.reduce((sum, job) => sum + (job.speed ?? 0), 0);
	const parts = [
		running.length === 1 ? '1 download' : `${running.length} downloads`,
		`${total > 0 ? Math.floor((100 * bytes) / total) : 100}%`,
		...(speed > 0 ? [`${byteSize(speed)}/s`, timeLeft((total - bytes) / speed)] : []),
	];
	return parts.join(' · ');
}
