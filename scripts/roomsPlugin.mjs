import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

// A rule of our own for the linter (`.oxlintrc.json`): who may import whom. It stands here, in plain JavaScript, because
// that is what the linter loads with every Node that this project is built with.

const src = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src');

const domains = ['hub', 'inference', 'tokens'];
const features = [
	'files',
	'repoPage',
	'card',
	'repos',
	'account',
	'trees',
	'results',
	'editor',
	'transfers',
	'doctor',
	'access',
	'welcome',
];
/** The composition root, which knows all rooms. */
const root = ['extension', 'workbench', 'domains', 'hubRooms', 'care', 'transferRooms'];

/** For each room either the only others that it may know, or those that it must not. `extension.ts` and `workbench.ts` know them all. */
const rooms = new Map([
	...domains.map(room => [
		room,
		{ knows: ['net', 'shared', 'util'], message: 'A domain imports only net/, shared/ and util/.' },
	]),
	['net', { knows: ['shared', 'util'], message: 'net/ imports only shared/ and util/.' }],
	['shared', { knows: [], message: 'shared/ imports nothing.' }],
	['util', { knows: ['shared'], message: 'util/ imports only shared/.' }],
	['webview', { knows: ['shared'], message: 'The page imports only shared/.' }],
	['ui', { ignores: [...features, 'webview'], message: 'ui/ knows no feature.' }],
	...features.map(room => [
		room,
		{
			ignores: [...features, 'webview'],
			message: 'Features never import one another: they meet in workbench.ts.',
		},
	]),
]);

/** The first part of a path below `src`, without the ending of a file: the room, or a file of the composition root. */
function roomOf(file) {
	const [first, ...rest] = relative(src, file).split(sep);
	return rest.length > 0 ? first : first.replace(/\.[jt]s$/, '');
}

function complaint(from, to) {
	const room = rooms.get(from);
	if (!room || from === to || to === '..' || to === '') {
		return undefined;
	}
	if (root.includes(to)) {
		return 'Nothing imports the composition root.';
	}
	const isForbidden = room.knows ? !room.knows.includes(to) : room.ignores.includes(to);
	return isForbidden ? room.message : undefined;
}

const arrows = {
	meta: { type: 'problem', schema: [] },
	create(context) {
		const from = roomOf(context.filename);
		const check = ({ source }) => {
			if (typeof source?.value !== 'string' || !source.value.startsWith('.')) {
				return;
			}
			const message = complaint(from, roomOf(resolve(dirname(context.filename), source.value)));
			if (message) {
				context.report({ node: source, message });
			}
		};
		return {
			ImportDeclaration: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check,
			ImportExpression: check,
			TSImportType: check,
		};
	},
};

export default { meta: { name: 'rooms' }, rules: { arrows } };
