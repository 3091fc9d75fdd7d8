import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';

/** A certificate and its key, both as PEM, as a server of `node:https` takes them. */
export interface Certificate {
	readonly cert: string;
	readonly key: string;
}

/** Tags of the few ASN.1 types that a certificate needs. */
const tags = {
	integer: 0x02,
	bits: 0x03,
	text: 0x0c,
	utcTime: 0x17,
	sequence: 0x30,
	set: 0x31,
	version: 0xa0,
};

const commonName = Buffer.from('0603550403', 'hex');
const ecdsaWithSha256 = Buffer.from('06082a8648ce3d040302', 'hex');

/** A certificate for 127.0.0.1 that nobody vouches for. Made anew each time, so that no key is ever in a file. */
export function selfSignedCertificate(): Certificate {
	const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const algorithm = der(tags.sequence, ecdsaWithSha256);
	const name = der(
		tags.sequence,
		der(tags.set, der(tags.sequence, commonName, der(tags.text, Buffer.from('127.0.0.1')))),
	);
	const now = Date.now();
	const day = 24 * 60 * 60 * 1000;
	const toBeSigned = der(
		tags.sequence,
		der(tags.version, der(tags.integer, Buffer.from([2]))),
		der(tags.integer, Buffer.from([1])),
		algorithm,
		name,
		der(tags.sequence, time(now - day), time(now + day)),
		name,
		publicKey.export({ type: 'spki', format: 'der' }),
	);
	const signature = Buffer.concat([Buffer.of(0), sign('sha256', toBeSigned, privateKey)]);
	const certificate = der(tags.sequence, toBeSigned, algorithm, der(tags.bits, signature));
	return {
		cert: new X509Certificate(certificate).toString(),
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
	};
}

/** A value with its tag and its length before it. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
	const content = Buffer.concat(parts);
	const { length } = content;
	const lengthBytes =
		length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
	return Buffer.concat([Buffer.from([tag, ...lengthBytes]), content]);
}

/** `YYMMDDhhmmssZ` */
function time(at: number): Buffer {
	const digits = new Date(at).toISOString().replace(/\D/g, '').slice(2, 14);
	return der(tags.utcTime, Buffer.from(`${digits}Z`));
}
