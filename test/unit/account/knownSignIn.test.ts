import assert from 'node:assert/strict';
import { knownSignIn } from '../../../src/account/knownSignIn';
import { newToken } from '../tokens/newToken';
import { renewalPlace } from '../tokens/oauth/renewalPlace';

const HUB = 'https://huggingface.co';
const MIRROR = 'https://mirror.example';

describe('the sign-in that a new one takes the place of', () => {
	it('is that of the same account on the same Hub, and not of the same name on a mirror', async () => {
		const { hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		const facts = newToken({ name: 'ada', user: 'ada', role: 'oauth' });
		const ours = await tokens.add(facts, hub.session());
		assert.equal(await knownSignIn(tokens, 'ada', MIRROR), undefined);
		const mirrored = await tokens.add(
			{ ...facts, name: 'ada 2' },
			{ ...hub.session(), hub: `${MIRROR}/hub` },
		);
		const ids = [HUB, MIRROR].map(async origin => (await knownSignIn(tokens, 'ada', origin))?.id);
		assert.deepEqual(await Promise.all(ids), [ours.id, mirrored.id]);
		assert.equal(await knownSignIn(tokens, 'bram', HUB), undefined);
	});

	it('is one that has lost its value, so that it is not there twice', async () => {
		const { editor, hub, openWindow } = renewalPlace();
		const tokens = openWindow();
		const { id } = await tokens.add(newToken({ name: 'ada', user: 'ada', role: 'oauth' }), hub.session());
		editor.secrets.clear();
		assert.equal((await knownSignIn(tokens, 'ada', HUB))?.id, id);
	});
});
