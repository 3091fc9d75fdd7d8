/** Languages that the analyst can tell apart; `text` is prose, or a language that it does not know. */
export type Language =
	| 'javascript'
	| 'typescript'
	| 'python'
	| 'java'
	| 'c'
	| 'go'
	| 'rust'
	| 'ruby'
	| 'shell'
	| 'text';

const names: Readonly<Record<string, Language>> = {
	js: 'javascript',
	javascript: 'javascript',
	javascriptreact: 'javascript',
	jsx: 'javascript',
	mjs: 'javascript',
	ts: 'typescript',
	tsx: 'typescript',
	typescript: 'typescript',
	typescriptreact: 'typescript',
	py: 'python',
	python: 'python',
	python3: 'python',
	java: 'java',
	c: 'c',
	cpp: 'c',
	'c++': 'c',
	csharp: 'java',
	go: 'go',
	golang: 'go',
	rust: 'rust',
	rs: 'rust',
	rb: 'ruby',
	ruby: 'ruby',
	bash: 'shell',
	sh: 'shell',
	shell: 'shell',
	shellscript: 'shell',
	text: 'text',
	plaintext: 'text',
	txt: 'text',
	markdown: 'text',
};

export function readLanguageName(name: string): Language | undefined {
	const key = name.toLowerCase();
	return Object.hasOwn(names, key) ? names[key] : undefined;
}

const signs: ReadonlyArray<readonly [Language, RegExp]> = [
	['python', /^\s*(?:def|class) \w+.*:\s*$|^\s*(?:from \w+ )?import \w+\s*$/m],
	['rust', /\bfn \w+|\blet mut\b/],
	['go', /\bfunc (?:\(\w+ \*?\w+\) )?\w+\(|:=/],
	['typescript', /\binterface \w+ \{|\w\??: (?:string|number|boolean|readonly|unknown)\b/],
	['java', /\b(?:public|private) (?:static )?(?:class|void|int|String)\b/],
	['c', /^#include\b|\bint main\(/m],
	['javascript', /\bfunction\b|=>|\bconst \w+ =|\blet \w+/],
	['ruby', /^\s*def \w+[^:]*$[\s\S]*^\s*end\b/m],
	['shell', /^#!.*\bsh\b|\bfi\b|\bdone\b/m],
];

/** The language that a piece of code looks like. */
export function guessLanguage(source: string): Language {
	return signs.find(([, sign]) => sign.test(source))?.[0] ?? 'text';
}
