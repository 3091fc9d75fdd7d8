import { findVSCode, type VSCode } from '../test/host/findVSCode';
import { progress } from '../test/host/progress';
import { runProgram } from '../test/host/runProgram';

/** A VS Code for a person: theirs if `code` is on the path, else one that can be downloaded, else the web build. */
export async function findStartVSCode(): Promise<VSCode> {
	const asked = process.env.VSCODE_PATH ?? process.env.HF_WORKBENCH_VSCODE;
	if (!asked && (await codeIsOnPath())) {
		progress('Using the VS Code that `code` starts, with settings and extensions of its own');
		return { kind: 'desktop', executable: 'code' };
	}
	return findVSCode();
}

async function codeIsOnPath(): Promise<boolean> {
	const { code } = await runProgram(process.platform === 'win32' ? 'where' : 'which', ['code']).catch(() => ({
		code: 1,
	}));
	return code === 0;
}
