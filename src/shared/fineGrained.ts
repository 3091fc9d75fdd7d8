/** Whom a permission of a fine-grained token is for: `user`, `org`, `model`, `dataset`, `space`, or whatever the Hub adds. */
export interface ScopeEntity {
	readonly type: string;
	/** A user's or an organisation's name, or a repo's id. */
	readonly name: string;
}

/** The type of an entity that was not written down: metadata of the extension's first version has no entities. */
export const UNKNOWN_ENTITY = 'unknown';

export interface EntityScope {
	readonly entity: ScopeEntity;
	/** The Hub's own names, such as `inference.serverless.write`. */
	readonly permissions: readonly string[];
}

/** What a fine-grained token may do, and for whom, as `GET /api/whoami-v2` tells it in `auth.accessToken.fineGrained`. */
export interface FineGrained {
	/** Whether it reaches into the gated repos that its user has been let into. */
	readonly canReadGatedRepos: boolean;
	/** Permissions that are for no entity in particular, such as `discussion.write`. */
	readonly global: readonly string[];
	readonly scoped: readonly EntityScope[];
}
