import { startLoopbackHub } from '../../hub/loopbackHub';

/** A Hub in a process of its own, so that its work is not counted as the client's: `server.ts <bytes> <count>`. */
const [bytes = 0, count = 0] = process.argv.slice(2).map(Number);

async function serve(): Promise<void> {
	const hub = await startLoopbackHub({ partBytes: 64 * 1024 * 1024 });
	const content = (seed: number, length: number) => {
		const buffer = Buffer.alloc(length, `\0${seed} weights `);
		buffer.writeUInt32LE(seed, 0);
		return buffer;
	};
	hub.commit('model', 'ada/large', [{ path: 'large.bin', content: content(1, bytes), lfs: true }]);
	const many = Array.from({ length: count }, (_, index) => ({
		path: `part-${index}.bin`,
		content: content(index + 2, 4_000_000),
		lfs: true,
	}));
	hub.commit('model', 'ada/many', many);
	hub.commit('model', 'ada/target', [{ path: 'README.md', content: '# Target\n' }]);
	process.send?.({ origin: hub.origin, token: hub.tokens.write });
	process.on('disconnect', () => void hub.stop().then(() => process.exit()));
}

void serve();
