import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** Who may import whom: a room, and the rooms it must not know. `extension.ts` and `workbench.ts` know them all. */
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
const src = (...rooms) => rooms.map(room => `./src/${room}`);

const zones = [
	...domains.map(room => ({
		target: `./src/${room}`,
		from: './src',
		except: [`./${room}`, './net', './shared', './util'],
		message: 'A domain imports only net/, shared/ and util/.',
	})),
	{
		target: './src/net',
		from: './src',
		except: ['./net', './shared', './util'],
		message: 'net/ imports only shared/ and util/.',
	},
	{ target: './src/shared', from: './src', except: ['./shared'], message: 'shared/ imports nothing.' },
	{
		target: './src/util',
		from: './src',
		except: ['./util', './shared'],
		message: 'util/ imports only shared/.',
	},
	{
		target: './src/webview',
		from: './src',
		except: ['./webview', './shared'],
		message: 'The page imports only shared/.',
	},
	{ target: './src/ui', from: src(...features, 'webview'), message: 'ui/ knows no feature.' },
	...features.map(room => ({
		target: `./src/${room}`,
		from: src(...features.filter(other => other !== room), 'webview'),
		message: 'Features never import one another: they meet in workbench.ts.',
	})),
	{
		target: src(...domains, ...features, 'net', 'ui', 'shared', 'util'),
		from: [
			'./src/extension.ts',
			'./src/workbench.ts',
			'./src/hubRooms.ts',
			'./src/care.ts',
			'./src/transferRooms.ts',
		],
		message: 'Nothing imports the composition root.',
	},
];

export default tseslint.config(
	{ ignores: ['dist/', 'node_modules/', 'coverage/', 'test-results/', '**/*.d.ts', 'test/fixtures/'] },
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		plugins: { 'import-x': importX },
		rules: {
			'import-x/no-restricted-paths': ['error', { zones }],
			'import-x/no-cycle': 'error',
			'@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/only-throw-error': 'error',
			'@typescript-eslint/require-await': 'off',
			'@typescript-eslint/array-type': ['error', { default: 'array-simple' }],
			'no-console': 'error',
			eqeqeq: ['error', 'smart'],
			'max-lines': ['error', { max: 320, skipBlankLines: true, skipComments: true }],
			'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
		},
		settings: { 'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.js'] })] },
	},
	{
		files: [
			'src/hub/**',
			'src/inference/**',
			'src/tokens/**',
			'src/net/**',
			'src/shared/**',
			'src/util/**',
			'src/webview/**',
		],
		rules: {
			'no-restricted-imports': [
				'error',
				{ paths: [{ name: 'vscode', message: 'A domain knows no editor.' }] },
			],
		},
	},
	{
		files: ['test/**', 'scripts/**'],
		rules: {
			'no-console': 'off',
			'max-lines-per-function': 'off',
			'@typescript-eslint/no-unused-expressions': 'off',
		},
	},
);
