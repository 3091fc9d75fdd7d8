const USER = /^hf_[A-Za-z0-9]{30,}$/;
/** OAuth and trusted-publisher tokens end like a JSON web token. */
const ISSUED = /^hf_(?:oauth|jwt)_[A-Za-z0-9._-]{10,}$/;

/** Whether this has the shape of an access token that the Hub accepts today: the only strings that ever go into `Authorization`. */
export function isAccessToken(value: string): boolean {
	return USER.test(value) || ISSUED.test(value);
}
