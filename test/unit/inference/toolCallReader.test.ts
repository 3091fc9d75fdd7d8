import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { ToolCallReader } from '../../../src/inference/toolCallReader';

function read(...deltas: readonly unknown[]) {
	const reader = new ToolCallReader();
	deltas.forEach(delta => reader.read(delta));
	return reader.all;
}

const call = (name: string, given: string, id = '') => ({ id, name, arguments: given });

describe('ToolCallReader', () => {
	it('puts calls together whose id and name come in the first fragment only', () => {
		assert.deepEqual(
			read(
				[{ index: 0, id: 'call_1', type: 'function', function: { name: 'weather', arguments: '' } }],
				[{ index: 0, function: { arguments: '{"city":' } }],
				[{ index: 1, id: 'call_2', function: { name: 'time', arguments: '{}' } }],
				[{ index: 0, function: { arguments: '"Paris"}' } }],
			),
			[call('weather', '{"city":"Paris"}', 'call_1'), call('time', '{}', 'call_2')],
		);
	});

	it('begins a new call with each id where calls are not numbered', () => {
		assert.deepEqual(
			read(
				[{ id: 'a', function: { name: 'one', arguments: '{' } }],
				[{ function: { arguments: '}' } }],
				[{ id: 'b', function: { name: 'two', arguments: '[]' } }],
			),
			[call('one', '{}', 'a'), call('two', '[]', 'b')],
		);
	});

	it('takes the object that older servers send for the text that it stands for', () => {
		assert.deepEqual(read([{ index: 0, id: '0', function: { name: 'f', arguments: { a: 1 } } }]), [
			call('f', '{"a":1}', '0'),
		]);
	});

	it('is not put off by what is no tool call', () => {
		assert.deepEqual(read(null, {}, [null, 7, {}, { index: 3 }], [{ function: { name: 4 } }]), []);
	});

	it('gives the same arguments however they are cut', () => {
		fc.assert(
			fc.property(fc.string(), fc.array(fc.nat(20)), (text, cuts) => {
				const places = [0, ...cuts.map(cut => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
				const parts = places.slice(1).map((end, index) => text.slice(places[index], end));
				const [only] = read(
					[{ index: 0, id: 'x', function: { name: 'f' } }],
					...parts.map(part => [{ index: 0, function: { arguments: part } }]),
				);
				assert.equal(only?.arguments, text);
			}),
		);
	});
});
