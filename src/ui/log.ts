import type * as vscode from 'vscode';

/** The one log channel. What goes in has no prompt, no answer, no header and no token. */
export type Log = vscode.LogOutputChannel;
