import { isOwnOrigin } from './isOwnOrigin';
import type { HostConsent } from './tokenState';
import type { TokenStore } from './tokenStore';

/**
 * Why a token may go to an origin, or not: it is Hugging Face's own, a setting allows it for all tokens, or the user said so
 * for this one.
 */
export type HostStanding = 'own' | 'setting' | 'allowed' | 'denied' | 'unasked';

/** An origin that is not Hugging Face's own, and what the user said about sending one token there. */
export interface TokenHost {
	readonly origin: string;
	readonly standing: Exclude<HostStanding, 'own'>;
}

export interface TokenHostsOptions {
	/** Where the Hub and the router are now: origins, the Hub's first. */
	readonly hubOrigins: () => readonly string[];
	/** Origins that the user's settings allow for every token. */
	readonly allowedOrigins: () => readonly string[];
	readonly now: () => number;
}

/** Which token may be sent where. An answer is kept for one token and one origin, and can be taken back. */
export class TokenHosts {
	constructor(
		private readonly store: TokenStore,
		private readonly options: TokenHostsOptions,
	) {}

	standing(key: string, origin: string): HostStanding {
		if (isOwnOrigin(origin)) {
			return 'own';
		}
		const answer = this.store.read().consents[consentKey(key, origin)]?.answer;
		if (answer === 'denied') {
			return 'denied';
		}
		return this.options.allowedOrigins().includes(origin)
			? 'setting'
			: answer === 'allowed'
				? 'allowed'
				: 'unasked';
	}

	/** Of the origins in force, the ones that a token may be sent to; `also` are allowed for this once. */
	allowed(key: string, also: readonly string[] = []): readonly string[] {
		return this.options.hubOrigins().filter(origin => {
			const standing = this.standing(key, origin);
			return standing === 'unasked' ? also.includes(origin) : standing !== 'denied';
		});
	}

	/** Whether the user wants this token never to be sent to where the Hub is now. */
	isDenied(key: string): boolean {
		const [hub] = this.options.hubOrigins();
		return hub !== undefined && this.standing(key, hub) === 'denied';
	}

	/** The foreign origins in force, and those that the user has answered about. */
	of(key: string): readonly TokenHost[] {
		const answered = Object.entries(this.store.read().consents).flatMap(([one, { answer }]) =>
			one.startsWith(`${key} `) && answer !== 'forgotten' ? [one.slice(key.length + 1)] : [],
		);
		return [...new Set([...this.options.hubOrigins(), ...answered])].flatMap(origin => {
			const standing = this.standing(key, origin);
			return standing === 'own' ? [] : [{ origin, standing }];
		});
	}

	/** Nothing is kept about a token that is gone. */
	async forgetAll(key: string): Promise<void> {
		const answered = Object.keys(this.store.read().consents).flatMap(one =>
			one.startsWith(`${key} `) ? [one.slice(key.length + 1)] : [],
		);
		if (answered.length > 0) {
			await this.answer(key, answered, 'forgotten');
		}
	}

	/** Keeps an answer; `forgotten` asks again the next time. Throws `token.keyring`. */
	async answer(key: string, origins: readonly string[], answer: HostConsent['answer']): Promise<void> {
		const { consents } = this.store.read();
		const answers = origins.map(origin => {
			const last = consents[consentKey(key, origin)]?.changedAt ?? -Infinity;
			return [
				consentKey(key, origin),
				{ answer, changedAt: Math.max(this.options.now(), last + 1) },
			] as const;
		});
		await this.store.write({ consents: Object.fromEntries(answers) });
	}
}

/** No origin has a blank in it. */
function consentKey(key: string, origin: string): string {
	return `${key} ${origin}`;
}
