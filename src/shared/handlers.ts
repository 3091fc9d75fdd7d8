/** One handler per message type: a message without a handler does not compile. */
export type Handlers<M extends { readonly type: string }> = {
	readonly [T in M['type']]: (message: Extract<M, { readonly type: T }>) => void;
};

/** Calls the handler of `message`; a type that is not in the table (an older page, a newer host) is ignored. */
export function dispatch<M extends { readonly type: string }>(handlers: Handlers<M>, message: M): void {
	if (Object.hasOwn(handlers, message.type)) {
		const handle = handlers[message.type as M['type']] as (message: M) => void;
		handle(message);
	}
}
