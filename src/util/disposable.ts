/** Whatever must be let go of; the shape of the editor's own. */
export interface Owned {
	dispose(): unknown;
}

/** Owns the disposables registered on it, and disposes them newest first. */
export abstract class Disposable implements Owned {
	private readonly owned: Owned[] = [];
	private disposed = false;

	dispose(): void {
		this.disposed = true;
		for (let last = this.owned.pop(); last; last = this.owned.pop()) {
			last.dispose();
		}
	}

	protected get isDisposed(): boolean {
		return this.disposed;
	}

	/** Ties `value` to this object's life; returns it so that it can be assigned where it is made. */
	protected register<T extends Owned>(value: T): T {
		if (this.disposed) {
			value.dispose();
		} else {
			this.owned.push(value);
		}
		return value;
	}
}
