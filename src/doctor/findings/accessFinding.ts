import type { RepoRef } from '../../shared/repoType';
import type { AccessState } from '../../shared/repoAccess';

/** Where the user stands with the one repo that was named. */
export type AccessFinding =
	| { readonly kind: 'access.unnamed' }
	| { readonly kind: 'access.badId'; readonly typed: string }
	| {
			readonly kind: 'access.state';
			readonly repo: RepoRef;
			readonly state: AccessState;
			/** Where the Hub is, for the repo's page. */
			readonly hub: string;
	  };
