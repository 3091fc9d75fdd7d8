'use strict';

const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
const defaultLevel = levels.indexOf('info');

/** Writes VS Code's log files and every extension's output channel, with the calls of the native logger. */
class Logger {
	constructor(kind, name, file) {
		this.file = file;
		this.level = defaultLevel;
		this.formatted = true;
	}

	write(level, message) {
		if (level < this.level) {
			return;
		}
		const stamp = new Date().toISOString().replace('T', ' ').replace('Z', '');
		const line = this.formatted ? `${stamp} [${levels[level]}] ${message}\n` : message;
		try {
			fs.appendFileSync(this.file, line);
		} catch {
			// At shutdown the folder may be gone before the last line comes.
		}
	}

	trace(message) {
		this.write(0, message);
	}
	debug(message) {
		this.write(1, message);
	}
	info(message) {
		this.write(2, message);
	}
	warn(message) {
		this.write(3, message);
	}
	error(message) {
		this.write(4, message);
	}
	critical(message) {
		this.write(5, message);
	}

	getLevel() {
		return this.level;
	}
	setLevel(level) {
		this.level = level;
	}
	clearFormatters() {
		this.formatted = false;
	}

	// Every line is written at once and no pattern but the default is asked for.
	setPattern() {}
	flush() {}
	drop() {}
}

async function createLogger(name, file) {
	await fs.promises.mkdir(path.dirname(file), { recursive: true });
	return new Logger('rotating', name, file);
}

// Assigned one by one: VS Code imports this as an ES module, and Node finds the names of no other form.
exports.version = 0;
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
