import { namedImports } from './arrows.ts';
import { type SourceFile, isCode, withoutComments } from './source-files.ts';

/** A file with one export and one user is read in two places for nothing, when it is shorter than this. */
export const shortestFile = 25;

type Module = {
  readonly path: string;
  readonly text: string;
  readonly exports: readonly string[];
  /** Files that import each name; `*` stands for the whole module. */
  readonly users: ReadonlyMap<string, ReadonlySet<string>>;
};

/** The types of a program that is no TypeScript say again what it exports. */
const isSource = (path: string): boolean =>
  /^(shared|electron|renderer)\//.test(path) && !path.endsWith('.d.mts');

/**
 * Exports of shared, electron and renderer that nothing uses or only a test does, those that nobody imports although their own file uses them,
 * and short files with one export and one user, as `path: sentence`. A migration always stands alone: it is never edited.
 */
export function superfluousExports(files: readonly SourceFile[]): string[] {
  return modulesOf(files).flatMap(({ path, text, exports, users }) => {
    const sourceUsers = (name: string) => [...(users.get(name) ?? [])].filter(isSource);
    const needless = exports.flatMap((name) => {
      if (sourceUsers(name).length > 0 || sourceUsers('*').length > 0) return [];
      const usedHere = text.split(new RegExp(`(?<![\\w$])${name}(?![\\w$])`)).length > 2;
      if (!usedHere) return [`${path}: nothing uses ${name}`];
      return users.has(name) ? [] : [`${path}: ${name} needs no export`];
    });
    const all = new Set([...users.keys()].flatMap(sourceUsers));
    const isSmall =
      text.trimEnd().split('\n').length < shortestFile &&
      exports.length === 1 &&
      !users.has('*') &&
      !path.includes('/migrations/');
    const [user] = all;
    return isSmall && all.size === 1 ? [...needless, `${path}: belongs into ${user}`] : needless;
  });
}

function modulesOf(files: readonly SourceFile[]): Module[] {
  const users = new Map<string, Map<string, Set<string>>>();
  for (const file of files.filter(isCode)) {
    for (const { target, name } of namedImports(file)) {
      const names = users.get(target) ?? new Map<string, Set<string>>();
      users.set(target, names.set(name, (names.get(name) ?? new Set()).add(file.path)));
    }
  }
  return files
    .filter((file) => isSource(file.path) && isCode(file))
    .map(({ path, text: whole }) => {
      const text = withoutComments(whole);
      const declared =
        /^export\s+(?:async\s+)?(?:abstract\s+)?(?:function\*?|const|let|class|type|interface)\s+(?<name>[\w$]+)/gm;
      const exports = [...text.matchAll(declared)].map(({ groups }) => groups?.['name'] ?? '');
      return { path, text, exports, users: users.get(path) ?? new Map<string, Set<string>>() };
    });
}

/** A catalogue of words: areas of keys, some of which hold further keys. */
type Words = { readonly [key: string]: unknown };

/**
 * Keys of a catalogue that nothing outside the catalogue names, as `area.key`: a file that names the area has to name the key as well,
 * or to choose among the keys of its group by a variable, or to hand that group on.
 */
export function deadKeys(files: readonly SourceFile[], catalogue: Words): string[] {
  const readers = files
    .filter((file) => isSource(file.path) && isCode(file))
    .filter(({ path }) => !/^shared\/text\/(areas\/|vi\.ts|en\.ts)/.test(path))
    .map(({ text }) => readerOf(withoutComments(text)));
  return Object.entries(catalogue).flatMap(([area, words]) => {
    const own = readers.filter(({ words: known }) => known.has(area) || known.has(`${area}Vi`));
    const below = (group: Words, way: string, chosen: boolean): string[] =>
      Object.entries(group).flatMap(([key, value]) => {
        if (!chosen && !own.some(({ named }) => named.has(key))) return [`${way}.${key}`];
        const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
        return isGroup
          ? below(value as Words, `${way}.${key}`, chosen || own.some(({ groups }) => groups.has(key)))
          : [];
      });
    return below(words as Words, area, false);
  });
}

/** Every word of a file, those that can name a key, and the groups of keys in which it chooses by a variable or that it hands on. */
function readerOf(text: string) {
  const naming = /\.\s*(?<dot>[\w$]+)|['"`](?<quoted>[\w$-]+)['"`]|(?<=[{,]\s*)(?<brace>[\w$]+)(?=\s*[,}:])/g;
  const alias = /(?:const (?<name>\w+) = [^;]*\.(?<group>\w+);|(?<from>\w+): (?<to>\w+)[,\s}])/g;
  const named = [...text.matchAll(naming)].map(
    ({ groups }) => groups?.['dot'] ?? groups?.['quoted'] ?? groups?.['brace'] ?? '',
  );
  const choosing = /(?<index>[\w$]+)(?:\?\.)?\[|\.\s*(?<whole>[\w$]+)(?=\s*[,)}\]])/g;
  const groups = new Set(
    [...text.matchAll(choosing)].map(({ groups: found }) => found?.['index'] ?? found?.['whole'] ?? ''),
  );
  for (const { groups: found } of text.matchAll(alias)) {
    const name = found?.['name'] ?? found?.['to'] ?? '';
    if (groups.has(name)) groups.add(found?.['group'] ?? found?.['from'] ?? '');
  }
  return { words: new Set(text.match(/[\w$]+/g)), named: new Set(named), groups };
}
