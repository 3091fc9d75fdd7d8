import * as vscode from 'vscode';
import type { CommandHandler } from '../commandId';
import type { RepoType } from '../shared/repoType';
import { guarded } from '../ui/guarded';
import { hubLocation } from '../ui/hubUri';
import { Disposable } from '../util/disposable';
import { frontMatter } from '../util/frontMatter';
import { problemOf } from '../util/problemOf';
import type { CardDeps } from './cardDeps';
import type { CardFinding } from './cardFinding';
import type { CardAnswers, CardText } from './cardLanguage';
import { askAboutCard } from './askAboutCard';
import { insertRepoId } from './insertRepoId';

export type CardCommandId = 'hfWorkbench.checkCard' | 'hfWorkbench.insertRepoId';

const SELECTOR: vscode.DocumentSelector = { language: 'markdown', pattern: '**/README.md' };
/** After a colon, a dash and their blank, and where a list goes on. */
const TRIGGERS = [' ', '[', ','];
/** Milliseconds without a keystroke after which a card is looked at. */
const PAUSE = 300;

/** What is known of a document that is open. */
interface OpenCard {
	answers?: CardAnswers;
	timer?: NodeJS.Timeout;
	/** The repo that its folder was a clone of at the last look. */
	clone?: { readonly type: RepoType | undefined };
}

/** The reading of cards is a chunk of its own, loaded when the first one is open. */
const language = () => import('./cardLanguage');

/** Help with the front matter of cards: completion, hovers, problems with their fixes, and a check with the Hub on request. */
export class CardHelp extends Disposable {
	readonly commands: Readonly<Record<CardCommandId, CommandHandler>>;
	private readonly problems = this.register(vscode.languages.createDiagnosticCollection('hfWorkbench.card'));
	private readonly open = new Map<string, OpenCard>();

	constructor(private readonly deps: CardDeps) {
		super();
		this.commands = guarded<CardCommandId>(deps.log, {
			'hfWorkbench.checkCard': () => this.check(),
			'hfWorkbench.insertRepoId': (type, at) => insertRepoId(deps, type, at),
		});
		const soon = (document: vscode.TextDocument) => this.soon(document);
		this.register(vscode.workspace.onDidOpenTextDocument(soon));
		this.register(vscode.workspace.onDidChangeTextDocument(({ document }) => soon(document)));
		this.register(vscode.workspace.onDidCloseTextDocument(document => this.forget(document)));
		this.register(
			vscode.workspace.onDidChangeConfiguration(change => {
				if (change.affectsConfiguration('hfWorkbench.cards')) {
					vscode.workspace.textDocuments.forEach(soon);
				}
			}),
		);
		this.register(
			vscode.languages.registerCompletionItemProvider(
				SELECTOR,
				{ provideCompletionItems: (document, position) => this.complete(document, position) },
				...TRIGGERS,
			),
		);
		this.register(
			vscode.languages.registerHoverProvider(SELECTOR, {
				provideHover: (document, position) => this.hover(document, position),
			}),
		);
		this.register(
			vscode.languages.registerCodeActionsProvider(
				SELECTOR,
				{ provideCodeActions: (document, range) => this.fixes(document, range) },
				{ providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
			),
		);
		this.register({ dispose: () => [...this.open.values()].forEach(({ timer }) => clearTimeout(timer)) });
		vscode.workspace.textDocuments.forEach(soon);
	}

	private soon(document: vscode.TextDocument): void {
		if (vscode.languages.match(SELECTOR, document) === 0 || !isWritable(document)) {
			return;
		}
		const state = this.stateOf(document);
		clearTimeout(state.timer);
		state.timer = setTimeout(() => void this.look(document), PAUSE);
	}

	/** Never rejects: a card that cannot be read has no problems. */
	private async look(document: vscode.TextDocument): Promise<void> {
		try {
			// A folder can become a clone while a card is open.
			delete this.stateOf(document).clone;
			const findings = await this.findings(document);
			if (!document.isClosed && !this.isDisposed) {
				this.problems.set(
					document.uri,
					findings.map(finding => diagnostic(document, finding)),
				);
			}
		} catch (error) {
			this.deps.log.error(`A card: ${problemOf(error).code}`);
		}
	}

	private async findings(document: vscode.TextDocument): Promise<readonly CardFinding[]> {
		// Most READMEs have none, and need nothing loaded.
		if (!this.deps.isChecking() || !frontMatter(document.getText())) {
			return [];
		}
		const { cardFindings } = await language();
		return cardFindings(await this.card(document), this.stateOf(document).answers);
	}

	private async complete(
		document: vscode.TextDocument,
		position: vscode.Position,
	): Promise<vscode.CompletionItem[]> {
		const front = frontMatter(document.getText());
		const offset = document.offsetAt(position);
		if (!front || offset < front.from || offset > front.to) {
			return [];
		}
		const { cardCompletions } = await language();
		const { completionItem } = await import('./completionItem');
		return cardCompletions(await this.card(document), offset).map((completion, index) =>
			completionItem(document, completion, index),
		);
	}

	private async hover(
		document: vscode.TextDocument,
		position: vscode.Position,
	): Promise<vscode.Hover | undefined> {
		if (!frontMatter(document.getText())) {
			return undefined;
		}
		const { cardHover } = await language();
		const found = cardHover(await this.card(document), document.offsetAt(position));
		if (!found) {
			return undefined;
		}
		const words = new vscode.MarkdownString('**').appendText(found.title).appendMarkdown('**');
		if (found.about !== undefined) {
			words.appendMarkdown(`\n\n${found.about}`);
		}
		if (found.page) {
			words.appendMarkdown(`\n\n[${found.page.label}](${this.deps.hubUrl()}/${found.page.path})`);
		}
		return new vscode.Hover(words, rangeOf(document, found));
	}

	private async fixes(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
		return (await this.findings(document))
			.filter(finding => rangeOf(document, finding).intersection(range) !== undefined)
			.flatMap(finding =>
				finding.fixes.map((fix, index) => {
					const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
					action.edit = new vscode.WorkspaceEdit();
					action.edit.replace(document.uri, rangeOf(document, fix), fix.text);
					action.diagnostics = [diagnostic(document, finding)];
					action.isPreferred = index === 0 && finding.fixes.length === 1;
					return action;
				}),
			);
	}

	/** Asks about all that the card in front leads to, and what the Hub says of it. */
	private async check(): Promise<void> {
		const document = vscode.window.activeTextEditor?.document;
		if (!document || vscode.languages.match(SELECTOR, document) === 0) {
			void vscode.window.showInformationMessage('Open the README.md of a model, a dataset or a Space first.');
			return;
		}
		const card = await this.card(document);
		const answers = await askAboutCard(card, vscode.Uri.joinPath(document.uri, '..'), this.deps);
		if (!answers) {
			return;
		}
		this.stateOf(document).answers = answers;
		await this.look(document);
		const { length } = this.problems.get(document.uri) ?? [];
		const said =
			length === 0
				? 'The card is in order: its fields, and everything that it leads to.'
				: `The card has ${length === 1 ? 'one problem' : `${length} problems`}.`;
		const pressed = await vscode.window.showInformationMessage(
			said,
			...(length === 0 ? [] : ['Show Problems']),
		);
		if (pressed !== undefined) {
			await vscode.commands.executeCommand('workbench.actions.view.problems');
		}
	}

	private async card(document: vscode.TextDocument): Promise<CardText> {
		return { text: document.getText(), clone: await this.cloneType(document), hub: this.deps.hubUrl() };
	}

	private async cloneType(document: vscode.TextDocument): Promise<RepoType | undefined> {
		const shown = hubLocation(document.uri);
		if (shown || !isWritable(document)) {
			return shown?.type;
		}
		const state = this.stateOf(document);
		state.clone ??= { type: (await this.deps.cloneOf(vscode.Uri.joinPath(document.uri, '..')))?.type };
		return state.clone.type;
	}

	private stateOf(document: vscode.TextDocument): OpenCard {
		const key = document.uri.toString();
		const state = this.open.get(key) ?? {};
		this.open.set(key, state);
		return state;
	}

	private forget(document: vscode.TextDocument): void {
		const key = document.uri.toString();
		clearTimeout(this.open.get(key)?.timer);
		this.open.delete(key);
		this.problems.delete(document.uri);
	}
}

/** Not one of another revision, in whatever scheme: nobody can mend that. */
function isWritable({ uri: { scheme } }: vscode.TextDocument): boolean {
	return scheme !== 'untitled' && vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

const SEVERITIES = {
	error: vscode.DiagnosticSeverity.Error,
	warning: vscode.DiagnosticSeverity.Warning,
	information: vscode.DiagnosticSeverity.Information,
} as const;

function diagnostic(
	document: vscode.TextDocument,
	{ from, to, message, severity }: CardFinding,
): vscode.Diagnostic {
	const made = new vscode.Diagnostic(rangeOf(document, { from, to }), message, SEVERITIES[severity]);
	made.source = 'Hugging Face';
	return made;
}

function rangeOf(
	document: vscode.TextDocument,
	{ from, to }: { readonly from: number; readonly to: number },
): vscode.Range {
	return new vscode.Range(document.positionAt(from), document.positionAt(to));
}
