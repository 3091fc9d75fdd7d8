import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { LATE_COMMANDS } from '../../src/commandId';
import { RESULTS_VIEW } from '../../src/viewId';

interface Contributes {
	readonly commands: ReadonlyArray<{
		readonly command: string;
		readonly title: string;
		readonly category: string;
	}>;
	readonly menus: Readonly<
		Record<string, ReadonlyArray<{ command?: string; submenu?: string; when?: string }>>
	>;
	readonly submenus: ReadonlyArray<{ readonly id: string }>;
	readonly keybindings: ReadonlyArray<{ readonly command: string; readonly when?: string }>;
	readonly views: Readonly<Record<string, ReadonlyArray<{ readonly id: string; readonly when?: string }>>>;
	readonly viewsWelcome: ReadonlyArray<{ readonly contents: string; readonly when?: string }>;
	readonly configuration: {
		readonly properties: Readonly<Record<string, { readonly scope?: string }>>;
	};
}

function extension(): vscode.Extension<unknown> {
	const found = vscode.extensions.getExtension('hf-workbench.hf-workbench');
	assert.ok(found, 'the extension is there');
	return found;
}

function contributes(): Contributes {
	return (extension().packageJSON as { contributes: Contributes }).contributes;
}

/** Every source file's text, so that a name in the manifest can be looked for where code would use it. */
function sources(): string {
	const root = join(extension().extensionPath, 'src');
	return readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter(file => file.endsWith('.ts'))
		.map(file => readFileSync(join(root, file), 'utf8'))
		.join('\n');
}

function whens(): string[] {
	const { menus, keybindings, views, viewsWelcome } = contributes();
	return [...Object.values(menus).flat(), ...keybindings, ...Object.values(views).flat(), ...viewsWelcome]
		.map(({ when }) => when)
		.filter(when => when !== undefined);
}

describe('the manifest', () => {
	const contributed = () => contributes().commands.map(({ command }) => command);
	const views = () =>
		Object.values(contributes().views)
			.flat()
			.map(({ id }) => id);

	before(() => extension().activate());

	it('takes no folder’s word for where a token goes', () => {
		const { properties } = contributes().configuration;
		const trusted = ['hub.endpoint', 'inference.routerEndpoint', 'tokens.allowedOrigins', 'oauth.clientId'];
		for (const key of trusted) {
			assert.equal(properties[`hfWorkbench.${key}`]?.scope, 'machine', key);
		}
	});

	it('has a registered command for every contributed one', async () => {
		const registered = await vscode.commands.getCommands(false);
		assert.deepEqual(
			contributed().filter(id => !registered.includes(id)),
			[],
		);
	});

	it('contributes every command that is registered, but the one that only rows name', async () => {
		// VS Code makes some for each view and for the container.
		const byVSCode = [...views().map(view => `${view}.`), 'hfWorkbench.resetViewContainerLocation'];
		const ours = (await vscode.commands.getCommands(false)).filter(
			id => id.startsWith('hfWorkbench.') && !byVSCode.some(start => id.startsWith(start)),
		);
		assert.deepEqual(
			ours.filter(id => !contributed().includes(id)),
			['hfWorkbench.openRow'],
		);
	});

	it('names contributed commands and submenus only, in menus, keybindings and welcome links', () => {
		const { menus, keybindings, viewsWelcome, submenus } = contributes();
		const links = viewsWelcome.flatMap(({ contents }) =>
			[...contents.matchAll(/\(command:([\w.]+)/g)].map(([, id]) => id),
		);
		const used = [...Object.values(menus).flat(), ...keybindings].map(({ command }) => command);
		assert.deepEqual(
			[...used, ...links].filter(id => id !== undefined && !contributed().includes(id)),
			[],
		);
		const menuIds = Object.values(menus).flatMap(items => items.flatMap(({ submenu }) => submenu ?? []));
		assert.deepEqual(
			menuIds.filter(id => !submenus.some(submenu => submenu.id === id)),
			[],
		);
	});

	it('puts what is registered late only where the extension has drawn something', () => {
		const { menus, keybindings, viewsWelcome } = contributes();
		const drawn = /^(view\/item|scm\/\w+|webview)\/context$|^scm\/title$|^commandPalette$/;
		const late = (command: string | undefined) => LATE_COMMANDS.some(id => id === command);
		for (const [menu, items] of Object.entries(menus)) {
			for (const { command, when } of items.filter(item => late(item.command))) {
				assert.match(menu, drawn, command);
				assert.ok(menu !== 'commandPalette' || when === 'false', command);
				assert.ok(!menu.startsWith('scm/') || when?.includes('scmProvider == hfWorkbench.upload'), command);
			}
		}
		assert.deepEqual(
			keybindings.filter(({ command }) => late(command)),
			[],
		);
		const links = viewsWelcome.map(({ contents }) => contents).join('\n');
		assert.deepEqual(
			LATE_COMMANDS.filter(id => links.includes(`command:${id})`)),
			[],
		);
	});

	it('reads only context keys and row kinds that code sets', () => {
		const code = sources();
		// In a regular expression a dot is escaped, and a word may end in `\b`.
		const keys = whens().flatMap(when => when.replace(/\\b|\\/g, '').match(/hfWorkbench\.[\w.]*\w/g) ?? []);
		assert.ok(keys.length > 0);
		assert.deepEqual(
			[...new Set(keys)].filter(
				key => !views().includes(key) && !code.includes(`'${key}`) && !code.includes(`\`${key}`),
			),
			[],
		);
	});

	it('describes only settings that code reads', () => {
		const code = sources();
		const unread = Object.keys(contributes().configuration.properties).filter(
			key => !code.includes(`'${key.slice('hfWorkbench.'.length)}'`),
		);
		assert.deepEqual(unread, []);
	});

	it('is activated by the panel that a reload brings back', () => {
		const { activationEvents } = extension().packageJSON as { activationEvents: readonly string[] };
		assert.ok(activationEvents.includes(`onWebviewPanel:${RESULTS_VIEW}`));
	});

	it('titles every command with a capital, under the one category', () => {
		for (const { title, category } of contributes().commands) {
			assert.match(title, /^[A-Z]/);
			assert.equal(category, 'Hugging Face');
		}
	});
});
