import type { Theme } from '../test/ui/driver/themes';

const names: Readonly<Record<string, Theme>> = {
	light: 'light',
	dark: 'dark',
	hc: 'highContrast',
	'hc-light': 'highContrastLight',
};

/** A theme by its short name on the command line. */
export function parseTheme(name: string): Theme {
	const theme = names[name];
	if (!theme) {
		throw new Error(`There is no theme ${name}; there are ${Object.keys(names).join(', ')}.`);
	}
	return theme;
}
