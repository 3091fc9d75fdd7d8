const NAMES =
	/^(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.netrc|\.npmrc|\.pypirc|\.git-credentials|credentials(?:\.json)?|stored_tokens|secrets?\.(?:json|ya?ml|toml)|.*\.(?:pem|p12|pfx|key|keystore|env))$/i;

/** Whether a file holds secrets by what it is, whatever is in it. */
export function isSecretName(file: string): boolean {
	return NAMES.test(file.slice(file.lastIndexOf('/') + 1));
}
