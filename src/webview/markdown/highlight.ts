import highlighter from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import go from 'highlight.js/lib/languages/go';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import julia from 'highlight.js/lib/languages/julia';
import kotlin from 'highlight.js/lib/languages/kotlin';
import latex from 'highlight.js/lib/languages/latex';
import lua from 'highlight.js/lib/languages/lua';
import makefile from 'highlight.js/lib/languages/makefile';
import markdown from 'highlight.js/lib/languages/markdown';
import python from 'highlight.js/lib/languages/python';
import pythonRepl from 'highlight.js/lib/languages/python-repl';
import r from 'highlight.js/lib/languages/r';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import scala from 'highlight.js/lib/languages/scala';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { lazily } from '../../shared/lazily';
import { sanitize } from './sanitize';

const LANGUAGES = {
	bash,
	c,
	cpp,
	csharp,
	diff,
	dockerfile,
	go,
	ini,
	java,
	javascript,
	json,
	julia,
	kotlin,
	latex,
	lua,
	makefile,
	markdown,
	python,
	'python-repl': pythonRepl,
	r,
	ruby,
	rust,
	scala,
	shell,
	sql,
	typescript,
	xml,
	yaml,
} as const;

/** Each language is compiled when it is registered, which a page without code never needs. */
const withLanguages = lazily(() => {
	for (const [name, language] of Object.entries(LANGUAGES)) {
		highlighter.registerLanguage(name, language);
	}
	return highlighter;
});

/** The code with its tokens in spans, or `undefined` where the language is not known here. */
export function highlight(code: string, language: string): DocumentFragment | undefined {
	return withLanguages().getLanguage(language)
		? sanitize(withLanguages().highlight(code, { language, ignoreIllegals: true }).value)
		: undefined;
}

/** The language's full name, such as “Python” for `py`; its name as given where it is not known here. */
export function languageName(language: string): string {
	return withLanguages().getLanguage(language)?.name?.split(',')[0] ?? language;
}
