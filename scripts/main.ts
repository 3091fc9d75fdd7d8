import { packageExtension } from './packageExtension';
import { runAllTests } from './runAllTests';
import { runBench } from './runBench';
import { runOneStage } from './runOneStage';
import { start } from './start';

type Command = (args: readonly string[]) => Promise<void>;

const commands: Readonly<Record<string, Command>> = {
	// It ends what it has started in order.
	start,
	test: interruptible(runAllTests),
	unit: interruptible(args => runOneStage('unit', args)),
	integration: interruptible(args => runOneStage('integration', args)),
	page: interruptible(args => runOneStage('page', args)),
	ui: interruptible(args => runOneStage('ui', args)),
	faults: interruptible(args => runOneStage('faults', args)),
	bench: interruptible(runBench),
	package: interruptible(async () => void (await packageExtension())),
};

function interruptible(command: Command): Command {
	return args => {
		process.on('SIGINT', () => process.exit(130));
		return command(args);
	};
}

async function main(): Promise<void> {
	const [name = '', ...args] = process.argv.slice(2);
	const command = commands[name];
	if (!command) {
		throw new Error(`There is no command ${name}; there are ${Object.keys(commands).join(', ')}.`);
	}
	await command(args);
}

// What has been started is killed, and what was temporary removed, as this process exits.
process.on('SIGTERM', () => process.exit(143));
process.on('SIGHUP', () => process.exit(129));

main().then(
	() => process.exit(process.exitCode ?? 0),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
