import assert from 'node:assert/strict';
import { refuseKnown } from '../../../src/account/refuseKnown';
import { makeTestTokens } from '../../hub/testTokens';
import { FakeEditor } from '../tokens/fakeEditor';
import { newToken } from '../tokens/newToken';

const { read, write, otherUser, old } = makeTestTokens();

describe('a value that the vault has already', () => {
	it('is refused with the name that it has there, past values that cannot be read', async () => {
		const editor = new FakeEditor();
		const { tokens } = editor.openWindow();
		await tokens.add(newToken({ name: 'first' }), read);
		await tokens.add(newToken({ name: 'second' }), write);
		await tokens.addForSession(newToken({ name: 'third' }), otherUser);
		editor.secretFaults.push('throw');
		assert.equal(await refuseKnown(tokens, write), 'This token is here already: it is “second” of ada.');
		assert.equal(await refuseKnown(tokens, otherUser), 'This token is here already: it is “third” of ada.');
	});

	it('is not taken for another one', async () => {
		const { tokens } = new FakeEditor().openWindow();
		await tokens.add(newToken(), read);
		assert.equal(await refuseKnown(tokens, old), undefined);
	});
});
