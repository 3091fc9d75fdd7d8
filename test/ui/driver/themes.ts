/** The colour themes that pictures are taken in, by the names in VS Code's setting and in its picker. */
export const THEMES = {
	light: { id: 'Light Modern', label: 'Light Modern' },
	dark: { id: 'Dark Modern', label: 'Dark Modern' },
	highContrast: { id: 'Default High Contrast', label: 'Dark High Contrast' },
	highContrastLight: { id: 'Default High Contrast Light', label: 'Light High Contrast' },
} as const;

export type Theme = keyof typeof THEMES;
