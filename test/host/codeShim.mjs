#!/usr/bin/env node
// An executable in TypeScript's stead: @vscode/test-electron starts a file, and gives it no loader.
import { tsImport } from 'tsx/esm/api';

await tsImport('./codeShim.ts', import.meta.url);
