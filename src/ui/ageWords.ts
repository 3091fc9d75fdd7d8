import type { TokenAge } from '../tokens/tokenAge';

/** A token's age, as a row says it. */
export function ageWords(age: TokenAge): string {
	switch (age.kind) {
		case 'old':
			return `Created ${age.days} days ago`;
		case 'ending':
			return age.days === 1 ? 'Ends within a day' : `Ends in ${age.days} days`;
		case 'ended':
			return 'Ended';
	}
}
