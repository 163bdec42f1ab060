import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** A file as the checkers see it: its path from the root with forward slashes, and its text. */
export type SourceFile = { readonly path: string; readonly text: string };

const folders = ['shared', 'electron', 'renderer', 'build', 'tests', 'docs/decisions'];
const readable = /\.(ts|tsx|mts|mjs|cjs|js|css|html|md)$/;

/** Every hand-written file of the project that a checker may want to read. */
export function sourceFiles(): SourceFile[] {
  const top = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile() && readable.test(entry.name))
    .map((entry) => entry.name);
  return [...top, ...folders.flatMap(filesBelow)].map((path) => ({ path, text: read(path) }));
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Whether the text is a program and not a style sheet, a page or prose. */
export function isCode({ path }: SourceFile): boolean {
  return /\.(ts|tsx|mts|mjs|cjs|js)$/.test(path);
}

/** The text with comments blanked out, line numbers kept; strings and patterns stay. */
export function withoutComments(text: string): string {
  const token = /\/\*[\s\S]*?\*\/|(?<![:\\'"`])\/\/[^\n]*/g;
  return text.replace(token, (comment) => comment.replace(/[^\n]/g, ' '));
}

/** `path:line: what` for every match of a pattern. */
export function findings({ path, text }: SourceFile, pattern: RegExp, what: string): string[] {
  return [
    ...text.matchAll(new RegExp(pattern, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`)),
  ].map((match) => `${path}:${text.slice(0, match.index).split('\n').length}: ${what}`);
}

function filesBelow(folder: string): string[] {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter(({ name }) => name !== 'node_modules')
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(path);
      return readable.test(entry.name) ? [path] : [];
    });
}
