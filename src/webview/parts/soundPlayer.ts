import { html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { MediaFile } from '../../shared/output';
import { LightElement } from '../lightElement';
import type { PageContext } from '../pageContext';
import { WAVE_COLUMNS, waveform } from '../waveform';

/** Bytes up to which a sound is decoded for its waveform. */
const LARGEST_WAVE = 20_000_000;
const HEIGHT = 48;

/** A sound: its waveform, of which a press goes to that moment, and the browser's own player. */
@customElement('hf-sound')
export class SoundPlayer extends LightElement {
	@property({ attribute: false }) declare runId: string;
	@property({ attribute: false }) declare audio: MediaFile;
	@property({ attribute: false }) declare label: string;
	@property({ attribute: false }) declare context: PageContext;
	/** Hears of the moment that is played, in seconds. */
	@property({ attribute: false }) declare playing: ((seconds: number) => void) | undefined;
	@state() declare private wave: readonly number[] | undefined;
	/** Between 0 and 1. */
	@state() declare private progress: number;

	constructor() {
		super();
		this.progress = 0;
	}

	/** Plays from a moment on, in seconds. */
	playFrom(seconds: number): void {
		const { player } = this;
		if (player) {
			player.currentTime = seconds;
			void player.play().catch(() => undefined);
		}
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		if (changed.has('audio')) {
			this.wave = undefined;
			if (this.audio.size <= LARGEST_WAVE) {
				void this.loadWave(this.audio);
			}
		}
	}

	protected override render(): unknown {
		const wave = this.wave ?? [];
		const played = Math.round(this.progress * wave.length);
		return html`
			<svg
				class="wave"
				viewBox="0 0 ${WAVE_COLUMNS} ${HEIGHT}"
				preserveAspectRatio="none"
				aria-hidden="true"
				@click=${this.pressed}
			>
				<path class="wave-played" d=${bars(wave, 0, played)}></path>
				<path class="wave-rest" d=${bars(wave, played, wave.length)}></path>
			</svg>
			<audio
				controls
				preload="metadata"
				src=${this.context.media.uri(this.runId, this.audio)}
				aria-label=${this.label}
				@timeupdate=${this.moved}
				@seeking=${this.moved}
			></audio>
		`;
	}

	private get player(): HTMLAudioElement | null {
		return this.querySelector('audio');
	}

	private async loadWave(audio: MediaFile): Promise<void> {
		const bytes = await this.context.media.load(this.runId, audio);
		const wave = bytes && (await waveform(bytes));
		if (audio === this.audio) {
			this.wave = wave;
		}
	}

	private readonly moved = (): void => {
		const { currentTime = 0, duration = 0 } = this.player ?? {};
		this.progress = duration > 0 ? currentTime / duration : 0;
		this.playing?.(currentTime);
	};

	/** The keyboard's way to a moment is the player's own. */
	private readonly pressed = ({ clientX, currentTarget }: MouseEvent): void => {
		const { player } = this;
		if (player && Number.isFinite(player.duration) && currentTarget instanceof Element) {
			const { left, width } = currentTarget.getBoundingClientRect();
			player.currentTime = Math.min(1, Math.max(0, (clientX - left) / width)) * player.duration;
		}
	};
}

/** Bars from one column to another, around the middle; a line also for silence. */
function bars(wave: readonly number[], from: number, to: number): string {
	return wave
		.slice(from, to)
		.map((peak, at) => {
			const height = Math.max(1, peak * HEIGHT);
			return `M${from + at + 0.5} ${((HEIGHT - height) / 2).toFixed(1)}v${height.toFixed(1)}`;
		})
		.join('');
}
