import { runBench } from './runBench';
import { packageExtension } from './packageExtension';
import { start } from './start';
import { runAllTests } from './runAllTests';
import { runOneStage } from './runOneStage';

type Command = (args: readonly string[]) => Promise<void>;

const commands: Readonly<Record<string, Command>> = {
	start,
	test: runAllTests,
	unit: args => runOneStage('unit', args),
	integration: args => runOneStage('integration', args),
	ui: args => runOneStage('ui', args),
	faults: args => runOneStage('faults', args),
	bench: runBench,
	package: async () => {
		await packageExtension();
	},
};

async function main(): Promise<void> {
	const [name = '', ...args] = process.argv.slice(2);
	const command = commands[name];
	if (!command) {
		throw new Error(`There is no command ${name}; there are ${Object.keys(commands).join(', ')}.`);
	}
	await command(args);
}

// What has been started is killed as this process exits.
process.on('SIGTERM', () => process.exit(143));
process.on('SIGHUP', () => process.exit(129));

main().then(
	() => process.exit(process.exitCode ?? 0),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
