/** A program that takes the lock, says a line once it has it, and holds it until its input ends. */
export interface LockHolder {
	readonly program: string;
	readonly args: readonly string[];
	/** What it has in its environment beside our own. */
	readonly env: Readonly<Record<string, string>>;
	/** What it ends with where somebody else holds the lock for too long; anything else means that it could not try. */
	readonly busy: number;
}

/** By name, and not in the command line: no program has to agree on how that is quoted. */
const FILE = 'HF_WORKBENCH_LOCK_FILE';
const SECONDS = 'HF_WORKBENCH_LOCK_SECONDS';

/** A lock on the first byte, which is what Python's `msvcrt.locking` takes; its holder deletes the file when it is done. */
const WINDOWS_SCRIPT = `
$ErrorActionPreference = 'Stop'
$end = (Get-Date).AddSeconds([int]$env:${SECONDS})
for (;;) {
	$file = $null
	try {
		$file = [IO.File]::Open($env:${FILE}, 'OpenOrCreate', 'ReadWrite', 'ReadWrite, Delete')
		$file.Lock(0, 1)
		break
	} catch {
		if ($file) { $file.Dispose() }
		if ((Get-Date) -ge $end) { if ($file) { exit 3 } else { exit 2 } }
		Start-Sleep -Milliseconds 100
	}
}
[Console]::Out.WriteLine('held')
$null = [Console]::In.ReadToEnd()
$file.Dispose()
`;

const PERL_SCRIPT = `
open(my $f, ">>", $ENV{${FILE}}) or exit 2;
$SIG{ALRM} = sub { exit 1 };
alarm $ENV{${SECONDS}};
flock($f, LOCK_EX) or exit 2;
alarm 0;
$| = 1;
print "held\\n";
1 while <STDIN>;
`;

/** The programs of a system that can take the lock of a file, the likeliest first. Node itself can take none. */
export function lockHolders(file: string, seconds: number, platform: NodeJS.Platform): readonly LockHolder[] {
	const env = { [FILE]: file, [SECONDS]: String(seconds) };
	return platform === 'win32'
		? [
				{
					program: 'powershell.exe',
					// Without the format, it would take what is to end it for what the script works on.
					args: [
						'-NoLogo',
						'-NoProfile',
						'-NonInteractive',
						'-InputFormat',
						'None',
						'-Command',
						WINDOWS_SCRIPT,
					],
					env,
					busy: 3,
				},
			]
		: [
				{
					program: 'flock',
					args: ['--exclusive', '--wait', String(seconds), file, 'sh', '-c', 'echo held; exec cat'],
					env,
					busy: 1,
				},
				{ program: 'perl', args: ['-MFcntl=:flock', '-e', PERL_SCRIPT], env, busy: 1 },
			];
}
