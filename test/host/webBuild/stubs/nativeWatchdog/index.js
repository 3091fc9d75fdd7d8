'use strict';

const pollMs = 2_000;

/** Ends this process (an extension host) once the process that started it is gone. */
exports.start = parentPid => {
	const poll = setInterval(() => {
		try {
			process.kill(parentPid, 0);
		} catch {
			process.exit(87);
		}
	}, pollMs);
	poll.unref();
};
