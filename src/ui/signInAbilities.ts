/** The Hub's OAuth scopes in words; who one is goes without saying. One that is not here is shown by its own name. */
const WORDS: Readonly<Record<string, string | undefined>> = {
	openid: undefined,
	profile: undefined,
	email: 'see your email address',
	'read-billing': 'read your billing',
	'read-memberships': 'see your organizations',
	'read-repos': 'read your repos',
	'gated-repos': 'read gated repos',
	'contribute-repos': 'create repos and write to those',
	'write-repos': 'write to your repos',
	'manage-repos': 'manage your repos',
	'read-collections': 'read your collections',
	'write-collections': 'edit your collections',
	'inference-api': 'run inference',
	'read-endpoints': 'see Inference Endpoints',
	'write-endpoints': 'manage Inference Endpoints',
	jobs: 'start Jobs',
	webhooks: 'edit your webhooks',
	'write-discussions': 'write in discussions',
};

/** What a sign-in may do, each in words. */
export function signInAbilities(scopes: readonly string[]): readonly string[] {
	return scopes.flatMap(scope => (Object.hasOwn(WORDS, scope) ? (WORDS[scope] ?? []) : scope));
}
