/** Names that models write after a fence, and the editor's own ids for them. */
const ALIASES: Readonly<Record<string, string>> = {
	bash: 'shellscript',
	'c++': 'cpp',
	cc: 'cpp',
	cs: 'csharp',
	'c#': 'csharp',
	docker: 'dockerfile',
	golang: 'go',
	h: 'c',
	htm: 'html',
	js: 'javascript',
	jsx: 'javascriptreact',
	kt: 'kotlin',
	make: 'makefile',
	md: 'markdown',
	mjs: 'javascript',
	objc: 'objective-c',
	ps1: 'powershell',
	pwsh: 'powershell',
	py: 'python',
	python3: 'python',
	rb: 'ruby',
	rs: 'rust',
	sh: 'shellscript',
	shell: 'shellscript',
	text: 'plaintext',
	tex: 'latex',
	ts: 'typescript',
	tsx: 'typescriptreact',
	txt: 'plaintext',
	vb: 'vb',
	yml: 'yaml',
	zsh: 'shellscript',
};

/** The language id for a code block; plain text where the editor does not know it. */
export function languageOfFence(name: string, known: readonly string[]): string {
	const lower = name.toLowerCase();
	const id = ALIASES[lower] ?? lower;
	return known.includes(id) ? id : 'plaintext';
}
