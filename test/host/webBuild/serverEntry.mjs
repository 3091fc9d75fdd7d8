// Runs VS Code's web server out of an installed web build: `node serverEntry.mjs <web build> <server's arguments…>`.
//
// It answers two requests itself, which in a code-server are answered by its own front end:
// - POST /mint-key gives the server's half of the key that encrypts SecretStorage in the browser.
//   Without an answer VS Code keeps secrets in memory only and loses them at the first reload.
// - the page's service worker file.
import { randomBytes } from 'node:crypto';
import { createReadStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [webBuild] = process.argv.splice(2, 1);
const codeServer = join(webBuild, 'node_modules/code-server');
const dataDir = process.argv[process.argv.indexOf('--server-data-dir') + 1];

/** The same 32 bytes for the whole life of the data folder, so that secrets outlive a restart. */
function serverKey() {
	const file = join(dataDir, 'mint-key');
	try {
		return readFileSync(file);
	} catch {
		const key = randomBytes(32);
		mkdirSync(dataDir, { recursive: true });
		writeFileSync(file, key, { mode: 0o600 });
		return key;
	}
}

function sendServiceWorker(response) {
	response.setHeader('Content-Type', 'text/javascript');
	response.setHeader('Service-Worker-Allowed', '/');
	createReadStream(join(codeServer, 'out/browser/serviceWorker.js')).pipe(response);
}

function withOwnRoutes(listener) {
	return (request, response) => {
		const { pathname } = new URL(request.url, 'http://127.0.0.1');
		if (request.method === 'POST' && pathname === '/mint-key') {
			response.end(serverKey());
		} else if (pathname === '/_static/out/browser/serviceWorker.js') {
			sendServiceWorker(response);
		} else {
			listener(request, response);
		}
	};
}

const { createServer } = http;
http.createServer = (...args) =>
	createServer(...args.map(arg => (typeof arg === 'function' ? withOwnRoutes(arg) : arg)));
syncBuiltinESMExports();

// Whoever started this server holds the other end of its standard input: however that process ends, so does this one.
process.stdin.on('end', () => process.exit()).resume();

await import(pathToFileURL(join(codeServer, 'lib/vscode/out/server-main.js')).href);
