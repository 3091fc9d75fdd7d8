import { type ScopeEntity, UNKNOWN_ENTITY } from '../shared/fineGrained';

/** One permission in words, as a person would say it after “can”. */
interface Words {
	/** For the token's own user. */
	readonly own: string;
	/** For somebody or something else, named in its place. */
	readonly on: (whom: string) => string;
}

/** The Hub's fine-grained permissions; one that is not here is shown by its own name. */
const WORDS: Readonly<Record<string, Words>> = {
	'inference.serverless.write': { own: 'run inference', on: whom => `run inference for ${whom}` },
	'inference.endpoints.infer.write': {
		own: 'call Inference Endpoints',
		on: whom => `call Inference Endpoints of ${whom}`,
	},
	'inference.endpoints.write': {
		own: 'manage Inference Endpoints',
		on: whom => `manage Inference Endpoints of ${whom}`,
	},
	'repo.content.read': { own: 'read your repos', on: whom => `read ${whom}` },
	'repo.access.read': { own: 'see who may read your repos', on: whom => `see who may read ${whom}` },
	'repo.write': { own: 'write to your repos', on: whom => `write to ${whom}` },
	'job.write': { own: 'start Jobs', on: whom => `start Jobs for ${whom}` },
	'discussion.write': { own: 'write in discussions', on: whom => `write in discussions of ${whom}` },
	'post.write': { own: 'write posts', on: whom => `write posts for ${whom}` },
	'collection.read': { own: 'read your collections', on: whom => `read collections of ${whom}` },
	'collection.write': { own: 'edit your collections', on: whom => `edit collections of ${whom}` },
	'user.billing.read': { own: 'read your billing', on: whom => `read the billing of ${whom}` },
	'user.notifications.read': { own: 'read your notifications', on: whom => `read notifications of ${whom}` },
	'user.webhooks.read': { own: 'read your webhooks', on: whom => `read webhooks of ${whom}` },
	'user.webhooks.write': { own: 'edit your webhooks', on: whom => `edit webhooks of ${whom}` },
	'org.read': { own: 'read settings of organizations', on: whom => `read settings of ${whom}` },
	'org.write': { own: 'edit settings of organizations', on: whom => `edit settings of ${whom}` },
};

/** An entity in words: `org acme`, `model acme/private-model`; `a resource-group` where the Hub did not say which. */
export function entityWords({ type, name }: ScopeEntity): string {
	return name === '' ? `a ${type}` : `${type} ${name}`;
}

/** A permission in words: `run inference`, `write to org acme`. Without an entity it is for nobody in particular. */
export function scopeWords(permission: string, entity: ScopeEntity | undefined): string {
	const words = Object.hasOwn(WORDS, permission) ? WORDS[permission] : undefined;
	const isOwn = entity === undefined || entity.type === 'user' || entity.type === UNKNOWN_ENTITY;
	if (words === undefined) {
		return isOwn ? permission : `${permission} on ${entityWords(entity)}`;
	}
	return isOwn ? words.own : words.on(entityWords(entity));
}
