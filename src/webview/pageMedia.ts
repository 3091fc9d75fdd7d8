import type { MediaFile } from '../shared/output';
import type { FromPage, MediaAction, ToPage } from '../shared/protocol';

type Bytes = Uint8Array<ArrayBuffer> | undefined;
type Loaded = Extract<ToPage, { readonly type: 'media' }>;

/** The pictures, sounds and films of runs, as the page gets at them. */
export class PageMedia {
	private readonly waiting = new Map<string, Array<(bytes: Bytes) => void>>();

	/** `root`: the address of the folder that holds a folder per run. */
	constructor(
		private readonly root: string,
		private readonly post: (message: FromPage) => void,
	) {}

	/** Where a file is loaded from. */
	uri(id: string, { name }: MediaFile): string {
		return `${this.root}/${id}/${name}`;
	}

	act(id: string, { name }: MediaFile, action: MediaAction): void {
		this.post({ type: 'media', id, name, action });
	}

	/** What a file holds: the page's policy lets it show a file, not read it. Nothing where the host cannot read it either. */
	load(id: string, media: MediaFile): Promise<Bytes> {
		return new Promise(resolve => {
			const key = keyOf(id, media.name);
			const others = this.waiting.get(key);
			if (others) {
				others.push(resolve);
			} else {
				this.waiting.set(key, [resolve]);
				this.act(id, media, 'load');
			}
		});
	}

	/** Takes what the host has loaded. */
	loaded({ id, name, bytes }: Loaded): void {
		const key = keyOf(id, name);
		this.waiting.get(key)?.forEach(resolve => resolve(bytes && new Uint8Array(bytes)));
		this.waiting.delete(key);
	}
}

function keyOf(id: string, name: string): string {
	return `${id}/${name}`;
}
