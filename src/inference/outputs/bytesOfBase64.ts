/** The bytes that a text of base64, or a `data:` URL of it, stands for; nothing where it is none. */
export function bytesOfBase64(value: unknown): Uint8Array<ArrayBuffer> | undefined {
	if (typeof value !== 'string') {
		return undefined;
	}
	const text = value.replace(/^data:[^,]*;base64,/, '').replace(/\s/g, '');
	return text !== '' && /^[\w+/-]+={0,2}$/.test(text)
		? new Uint8Array(Buffer.from(text, 'base64'))
		: undefined;
}
