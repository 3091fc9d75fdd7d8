import type { Owned } from './disposable';

/** Subscribes to something that happens; call `dispose` on the answer to stop listening. The shape of the editor's own. */
export type Event<T> = (listener: (value: T) => unknown) => Owned & { dispose(): void };

/** An event's source, for rooms that do not know the editor. A listener that throws does not keep the others from hearing. */
export class Emitter<T> implements Owned {
	private readonly listeners = new Set<(value: T) => unknown>();

	readonly event: Event<T> = listener => {
		const own = (value: T) => listener(value);
		this.listeners.add(own);
		return { dispose: () => void this.listeners.delete(own) };
	};

	fire(value: T): void {
		const errors: unknown[] = [];
		for (const listener of [...this.listeners]) {
			try {
				listener(value);
			} catch (error) {
				errors.push(error);
			}
		}
		if (errors.length > 0) {
			throw new AggregateError(errors, 'A listener failed');
		}
	}

	dispose(): void {
		this.listeners.clear();
	}
}
