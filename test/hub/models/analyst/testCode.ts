import { nameInWords } from './documentCode';
import { type CodeFunction, inspectCode } from './inspectCode';
import type { Language } from './language';

/** A value to begin with, guessed from the name of the parameter. */
function sample(name: string, language: Language): string {
	const isPython = language === 'python';
	if (/s$|list|array|items/i.test(name) && !/status|address|class/i.test(name)) {
		return '[]';
	}
	if (/text|name|path|message|word|url|title|str/i.test(name)) {
		return isPython ? '""' : "''";
	}
	if (/^(?:is|has|should)|flag|enabled/i.test(name)) {
		return isPython ? 'False' : 'false';
	}
	if (/options|config|map|dict|object/i.test(name)) {
		return '{}';
	}
	return '0';
}

const call = (block: CodeFunction, language: Language) =>
	`${block.isAsync ? 'await ' : ''}${block.name}(${block.parameters.map(name => sample(name, language)).join(', ')})`;

function scriptTests(functions: readonly CodeFunction[], language: Language): string {
	const blocks = functions.map(
		block => `describe('${block.name}', () => {
	it('${nameInWords(block.name)}: the simplest input', ${block.isAsync ? 'async ' : ''}() => {
		const result = ${call(block, language)};
		assert.${block.returnsValue ? "notStrictEqual(result, undefined, 'it should return a value')" : 'strictEqual(result, undefined)'};
	});
});`,
	);
	return [
		"import assert from 'node:assert/strict';",
		"import { describe, it } from 'node:test';",
		`import { ${functions.map(({ name }) => name).join(', ')} } from './subject';`,
		'',
		blocks.join('\n\n'),
	].join('\n');
}

function pythonTests(functions: readonly CodeFunction[]): string {
	const blocks = functions.map(
		block => `def test_${block.name}_with_the_simplest_input():
    result = ${call(block, 'python')}
    assert result is ${block.returnsValue ? 'not None' : 'None'}`,
	);
	return [
		`from subject import ${functions.map(({ name }) => name).join(', ')}`,
		'',
		'',
		blocks.join('\n\n\n'),
	].join('\n');
}

function goTests(functions: readonly CodeFunction[]): string {
	const blocks = functions.map(
		block => `func Test${block.name.charAt(0).toUpperCase()}${block.name.slice(1)}(t *testing.T) {
	got := ${call(block, 'go')}
	t.Logf("got %v", got)
}`,
	);
	return ['package subject', '', 'import "testing"', '', blocks.join('\n\n')].join('\n');
}

function rustTests(functions: readonly CodeFunction[]): string {
	const blocks = functions.map(
		block => `    #[test]
    fn ${block.name}_with_the_simplest_input() {
        let result = ${call(block, 'rust')};
        println!("{result:?}");
    }`,
	);
	return ['#[cfg(test)]', 'mod tests {', '    use super::*;', '', blocks.join('\n\n'), '}'].join('\n');
}

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
	const { functions } = inspectCode(source, language);
	const write = writers[language];
	return {
		source: write && functions.length > 0 ? write(functions, language) : undefined,
		functions: functions.map(({ name }) => name),
	};
}
