import type { FromPage } from '../shared/protocol';
import type { FrameLoop } from './frameLoop';
import type { PageMedia } from './pageMedia';
import type { PageMemory } from './pageMemory';
import type { SentQuestions } from './sentQuestions';

/** What every part of the page may use. */
export interface PageContext {
	readonly loop: FrameLoop;
	readonly memory: PageMemory;
	readonly media: PageMedia;
	readonly questions: SentQuestions;
	post(message: FromPage): void;

	/** Whether the user looks at the end of an answer that grows. */
	isFollowing(): boolean;
}
