import dark from './themes/dark.json';
import highContrast from './themes/highContrast.json';
import highContrastLight from './themes/highContrastLight.json';
import light from './themes/light.json';

/** A theme as VS Code tells it to a page: classes of the body, and custom properties of the document. */
export interface Theme {
	readonly bodyClass: string;
	readonly variables: Readonly<Record<string, string>>;
}

/** The default themes of VS Code 1.139, as a page of it was told them. */
export const THEMES = { light, dark, highContrast, highContrastLight } as const satisfies Record<
	string,
	Theme
>;

export type ThemeName = keyof typeof THEMES;
