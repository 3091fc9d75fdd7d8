import { type CodeFunction, inspectCode } from './inspectCode';
import type { Language } from './language';

const isCount =
	/^(?:n|i|count|size|length|index|retries|seconds|times|start|end|min|max)$|(?:Count|Size|Length|Ms|Index|Seconds)$/;

/** A value to begin with, guessed from the name of the parameter. */
function sample(name: string, language: Language): string {
	const isPython = language === 'python';
	if (isCount.test(name)) {
		return '0';
	}
	if (/options|config|map|dict|object|settings/i.test(name)) {
		return '{}';
	}
	if (/text|name|path|message|word|url|title|str|status|address/i.test(name)) {
		return isPython || language === 'go' || language === 'rust' ? '""' : "''";
	}
	if (/^(?:is|has|should)|flag|enabled/i.test(name)) {
		return isPython ? 'False' : 'false';
	}
	if (/s$|list|array|items/i.test(name)) {
		return language === 'go' ? 'nil' : language === 'rust' ? '&[]' : '[]';
	}
	return '0';
}

const inputs = (block: CodeFunction, language: Language) =>
	block.parameters.map(name => sample(name, language)).join(', ');

/** What a test has to import: the class of a method, else the function. */
const imported = (functions: readonly CodeFunction[]) => [
	...new Set(functions.map(({ owner, name }) => owner ?? name)),
];

function scriptTests(functions: readonly CodeFunction[], language: Language): string {
	const blocks = functions.map(block => {
		const call = `${block.owner === undefined ? '' : `new ${block.owner}().`}${block.name}(${inputs(block, language)})`;
		return `describe('${block.name}', () => {
	it('takes the simplest input', ${block.isAsync ? 'async ' : ''}() => {
		const result = ${block.isAsync ? 'await ' : ''}${call};
		assert.${block.returnsValue ? "notStrictEqual(result, undefined, 'it should return a value')" : 'strictEqual(result, undefined)'};
	});
});`;
	});
	return [
		"import assert from 'node:assert/strict';",
		"import { describe, it } from 'node:test';",
		`import { ${imported(functions).join(', ')} } from './subject';`,
		'',
		blocks.join('\n\n'),
	].join('\n');
}

function pythonTests(functions: readonly CodeFunction[]): string {
	const blocks = functions.map(block => {
		const call = `${block.owner === undefined ? '' : `${block.owner}().`}${block.name}(${inputs(block, 'python')})`;
		return `def test_${block.name.replace(/^_+/, '')}_takes_the_simplest_input():
    result = ${block.isAsync ? `asyncio.run(${call})` : call}
    assert result is ${block.returnsValue ? 'not None' : 'None'}`;
	});
	return [
		...(functions.some(({ isAsync }) => isAsync) ? ['import asyncio', ''] : []),
		`from subject import ${imported(functions).join(', ')}`,
		'',
		'',
		blocks.join('\n\n\n'),
	].join('\n');
}

function goTests(functions: readonly CodeFunction[]): string {
	const blocks = functions.map(
		block => `func Test${block.name.charAt(0).toUpperCase()}${block.name.slice(1)}(t *testing.T) {
	got := ${block.name}(${inputs(block, 'go')})
	t.Logf("got %v", got)
}`,
	);
	return ['package subject', '', 'import "testing"', '', blocks.join('\n\n')].join('\n');
}

function rustTests(functions: readonly CodeFunction[]): string {
	const blocks = functions.map(
		block => `    #[test]
    fn ${block.name}_takes_the_simplest_input() {
        let result = ${block.name}(${inputs(block, 'rust')});
        println!("{result:?}");
    }`,
	);
	return ['#[cfg(test)]', 'mod tests {', '    use super::*;', '', blocks.join('\n\n'), '}'].join('\n');
}

const isConstructor = /^(?:constructor|__init__)$/;

const writers: Partial<Record<Language, (functions: readonly CodeFunction[], language: Language) => string>> =
	{
		javascript: scriptTests,
		typescript: scriptTests,
		python: pythonTests,
		go: goTests,
		rust: rustTests,
	};

export interface WrittenTests {
	/** Undefined when there is no function to test, or the language is none that tests can be written in. */
	readonly source: string | undefined;
	readonly functions: readonly string[];
}

/** The skeleton of a test for every function, in the usual framework of the language. */
export function testCode(source: string, language: Language): WrittenTests {
	const functions = inspectCode(source, language).functions.filter(({ name }) => !isConstructor.test(name));
	const write = writers[language];
	return {
		source: write && functions.length > 0 ? write(functions, language) : undefined,
		functions: functions.map(({ name }) => name),
	};
}
