import { posix } from 'node:path';
import { type SourceFile, isCode, withoutComments } from './source-files.ts';

/** A room of the house. What stands in `sees` is everything that it may import. */
type Room = {
  readonly folder: string;
  readonly sees: readonly string[];
  /** npm packages by name; `@scope/*` stands for a whole scope. A new one is a decision, so it is added here. */
  readonly packages: readonly string[];
  readonly node: boolean;
};

/** The rooms, the inner before the outer: renderer → shared ← desk ← host ← shell. */
const rooms: readonly Room[] = [
  { folder: 'shared', sees: ['shared'], packages: ['zod', 'temporal-polyfill', 'uqr'], node: false },
  {
    folder: 'electron/books',
    sees: ['shared', 'electron/books'],
    packages: ['uqr', 'hucre', 'papaparse', 'temporal-polyfill', 'zod'],
    node: true,
  },
  {
    folder: 'electron/desk',
    sees: ['shared', 'electron/books', 'electron/desk'],
    packages: ['better-sqlite3', 'zod', 'uuid', 'temporal-polyfill', 'uqr', 'hucre', 'papaparse'],
    node: true,
  },
  {
    folder: 'electron/host',
    sees: ['shared', 'electron/desk', 'electron/host'],
    packages: ['hono', '@hono/node-server', 'zod', 'uuid'],
    node: true,
  },
  {
    folder: 'electron/shell',
    sees: ['shared', 'electron/desk', 'electron/host', 'electron/shell'],
    packages: ['electron', 'zod'],
    node: true,
  },
  {
    folder: 'renderer/ui',
    sees: ['shared/text', 'shared/domain', 'renderer/ui'],
    packages: [
      'react',
      'react-dom',
      '@mantine/*',
      '@tabler/icons-react',
      '@fontsource/*',
      '@tanstack/react-virtual',
    ],
    node: false,
  },
  {
    folder: 'renderer',
    sees: ['shared', 'renderer'],
    packages: [
      'react',
      'react-dom',
      '@mantine/*',
      '@tabler/icons-react',
      '@fontsource/*',
      '@tanstack/*',
      'zustand',
      'uqr',
      'd3-scale',
      'uuid',
      'temporal-polyfill',
      'zod',
      'zxing-wasm',
    ],
    node: false,
  },
];

const tops = ['shared', 'electron', 'renderer', 'tests', 'build'];

/** Every import of a file that looks where its room must not, as `path: sentence`. */
export function arrowProblems(file: SourceFile): string[] {
  const room = rooms.find(({ folder }) => file.path.startsWith(`${folder}/`));
  if (!room || !isCode(file)) return [];
  return importsOf(file.text).flatMap((specifier) => {
    const problem = specifierProblem(file.path, room, specifier);
    return problem ? [`${file.path}: ${problem}`] : [];
  });
}

/** The specifiers of a program: static, dynamic, re-exporting, for types, for side effects, and `require`. */
export function importsOf(text: string): string[] {
  const pattern =
    /(?:^|[;}\s])(?:import|export)\s+(?:[\w*{}\s,$]+?\s+from\s+)?['"](?<from>[^'"\n]+)['"]|\b(?:import|require)\(\s*['"`](?<call>[^'"`\n]+)['"`]/g;
  return [...withoutComments(text).matchAll(pattern)].map(
    ({ groups }) => groups?.['from'] ?? groups?.['call'] ?? '',
  );
}

function specifierProblem(path: string, room: Room, specifier: string): string | undefined {
  const bare = specifier.replace(/\?\w+$/, '');
  if (bare.startsWith('node:'))
    return room.node ? undefined : `${room.folder} runs without Node (${specifier})`;
  const relative = bare.startsWith('.');
  if (!relative && !bare.startsWith('#')) {
    const allowed = room.packages.some((name) =>
      name.endsWith('/*') ? bare.startsWith(name.slice(0, -1)) : bare === name || bare.startsWith(`${name}/`),
    );
    return allowed ? undefined : `${room.folder} does not use the package ${specifier}`;
  }
  if (!/\.(ts|tsx|json|css|svg|png|woff2|mp3|wav|ogg)$/.test(bare))
    return `${specifier} has no file extension`;
  const target = relative ? posix.join(posix.dirname(path), bare) : bare.slice(1);
  if (!room.sees.some((folder) => target.startsWith(`${folder}/`)))
    return `${room.folder} must not see ${target}`;
  const crossing =
    tops.find((top) => target.startsWith(`${top}/`)) !== tops.find((top) => path.startsWith(`${top}/`));
  return relative && crossing ? `${specifier} crosses to another folder: use its # name` : undefined;
}
