import type { CommandHandler } from '../commandId';
import { guarded } from '../ui/guarded';
import type { Log } from '../ui/log';
import type { Doctor } from './doctor';

export function doctorCommands(
	doctor: Doctor,
	log: Log,
): Readonly<Record<'hfWorkbench.diagnose', CommandHandler>> {
	return guarded(log, { 'hfWorkbench.diagnose': () => doctor.diagnose() });
}
