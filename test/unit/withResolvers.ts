/** A promise that a test settles. Node 20 has no `Promise.withResolvers`. */
export function withResolvers<T>(): {
	readonly promise: Promise<T>;
	readonly resolve: (value: T) => void;
	readonly reject: (error: Error) => void;
} {
	let settle: { readonly resolve: (value: T) => void; readonly reject: (error: Error) => void } | undefined;
	const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
	return {
		promise,
		resolve: value => settle?.resolve(value),
		reject: error => settle?.reject(error),
	};
}
