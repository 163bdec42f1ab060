import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { atMost, notMeasured, short, type Row } from './figures.ts';
import { rendererFolder } from './renderer-folder.ts';

/** The module itself and everything it imports at once; what it asks for later does not hold up the first picture. */
function staticImports(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file) || !existsSync(file)) return found;
  found.add(file);
  const script = readFileSync(file, 'utf8');
  for (const [, path] of script.matchAll(/(?:^|[;}\s])(?:import|export)\b[^'"()]*?["'](\.[^'"]+\.js)["']/g))
    if (path !== undefined) staticImports(resolve(dirname(file), path), found);
  return found;
}

const zipped = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;

const asked = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].flatMap(([, path]) =>
    path === undefined ? [] : [resolve(rendererFolder, path)],
  );

/** The scripts that a page asks for by itself, and what these import at once. */
export function firstScripts(html: string): string[] {
  const entries = asked(html, /<(?:script|link)\b[^>]*\b(?:src|href)="(\.[^"]+\.js)"/g);
  return [...new Set(entries.flatMap((entry) => [...staticImports(entry)]))];
}

/** What must arrive before each window can show anything, gzipped: its scripts, and its style sheets. */
export function firstSizes(): Row[] {
  return ['counter', 'display', 'print'].flatMap((name) => {
    const page = join(rendererFolder, `${name}.html`);
    if (!existsSync(page)) return [notMeasured(`first script of ${name}.html`, 'not built')];
    const html = readFileSync(page, 'utf8');
    const sheets = asked(html, /<link\b[^>]*\bhref="(\.[^"]+\.css)"/g);
    return [
      sizeRow(`first script of ${name}.html`, firstScripts(html), 250),
      sizeRow(`first style sheet of ${name}.html`, sheets, 20),
    ];
  });
}

function sizeRow(what: string, files: readonly string[], budget: number): Row {
  const sizes = files.map((file) => ({ file, size: zipped(file) }));
  const total = sizes.reduce((sum, { size }) => sum + size, 0) / 1024;
  const largest = sizes.toSorted((a, b) => b.size - a.size)[0];
  const note =
    largest === undefined
      ? ''
      : `${files.length} files; largest ${relative(rendererFolder, largest.file)} ${short(largest.size / 1024)} KB`;
  return atMost(`${what}, gzipped`, total, budget, ' KB', note);
}
