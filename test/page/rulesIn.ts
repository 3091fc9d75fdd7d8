import type { ThemeName } from './theme';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What depends on colours, borders and room. All other rules look at what is the same in every theme. */
const OF_THEME = ['color-contrast', 'link-in-text-block', 'target-size'];

/** What axe is to look for: in one theme everything, in the others what a theme can change. */
export function rulesIn(theme: ThemeName, rules: object = {}): object {
	return theme === 'light' ? { runOnly: TAGS, rules } : { runOnly: OF_THEME };
}
