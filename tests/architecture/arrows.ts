import { posix } from 'node:path';
import { type SourceFile, isCode, withoutComments } from './source-files.ts';

/** A room of the house: a folder, or one file that stands apart from its folder. */
type Room = {
  /** Every room whose files it may import, besides its own. */
  readonly sees: readonly string[];
  /** npm packages by name; `@scope/*` stands for a whole scope. A new one is a decision, so it is added here. */
  readonly packages: readonly string[];
  readonly node?: true;
};

/**
 * Which room of the desk asks which other room for a rule. The writers of rows stand in store/rows, so that nobody reaches
 * into another room's tables; a new entry here is a decision.
 */
export const deskAsks: Readonly<Record<string, readonly string[]>> = {
  person: ['law', 'roster'],
  law: [],
  account: ['law', 'person'],
  roster: ['law'],
  visit: ['queue', 'roster'],
  team: ['day', 'person', 'seal'],
  queue: ['account', 'law', 'person'],
  day: ['account', 'law', 'person', 'queue'],
  office: ['queue'],
  lan: ['queue'],
  paper: ['law', 'queue'],
  delivery: ['account', 'day', 'roster'],
  backup: [],
  update: ['backup'],
  seal: [],
  access: ['seal'],
};

const desk = (name: string): string => `electron/desk/${name}`;
const deskRooms = Object.keys(deskAsks).map(desk);
/** What puts the desk together: it knows every room, and no room knows it. */
const deskTop = [
  'open-desk.ts',
  'encrypting.ts',
  'rescue.ts',
  'services.ts',
  'dispatch.ts',
  'worker/worker-tasks.ts',
  'training',
].map(desk);
/** What the shell and the host plug into the desk. */
const deskPorts = ['paper/port', 'lan/port', 'delivery/exporting.ts', 'seal/desk-keys.ts', 'update/port'].map(
  desk,
);
const deskGround = ['electron/desk', 'electron/desk/worker', 'electron/desk/table', 'electron/access'];
const deskStore = ['electron/desk/store/rows', 'electron/desk/store'];
const wholeDesk = [...deskTop, ...deskRooms, ...deskPorts, ...deskGround, ...deskStore];
const shared = ['shared/text', 'shared/contract', 'shared/rules', 'shared/domain'];

const pagePackages = [
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
];
const deskPackages = [
  'better-sqlite3',
  'hash-wasm',
  'zod',
  'uuid',
  'temporal-polyfill',
  'uqr',
  'hucre',
  'papaparse',
];
const pageGround = ['renderer/desk', 'renderer/ui'];
const parts = [
  'settings',
  'paper',
  'figures',
  'exports',
  'scan',
  'charts',
  'person',
  'safety',
  'sign-in',
  'voice',
].map((name) => `renderer/${name}`);
const screen: Room = { sees: [...shared, ...parts, 'renderer/frame', ...pageGround], packages: pagePackages };

/** A part that several screens share: of other parts it sees those that are named. */
function part(...others: readonly string[]): Room {
  return {
    sees: [
      ...shared,
      ...others.map((name) => `renderer/${name}`),
      'renderer/settings',
      'renderer/frame',
      ...pageGround,
    ],
    packages: pagePackages,
  };
}

function inDesk(...sees: readonly string[]): Room {
  return {
    sees: [...shared, 'electron/books', ...sees, ...deskGround, ...deskStore],
    packages: deskPackages,
    node: true,
  };
}

/** Who sees whom: renderer → shared ← books ← desk ← host ← thread ← shell, and the same within each. Folders of renderer/ that are not named are screens. */
const rooms: Readonly<Record<string, Room>> = {
  'shared/domain': { sees: ['shared/rules'], packages: ['zod', 'temporal-polyfill', 'uqr'] },
  'shared/rules': { sees: ['shared/domain'], packages: ['zod'] },
  'shared/contract': { sees: ['shared/domain'], packages: ['zod'] },
  'shared/text': { sees: ['shared/contract', 'shared/domain'], packages: ['temporal-polyfill'] },
  'electron/books': {
    sees: shared,
    packages: ['uqr', 'hucre', 'papaparse', 'temporal-polyfill', 'zod'],
    node: true,
  },
  'electron/access': {
    sees: [...shared, 'electron/desk', 'electron/desk/worker'],
    packages: [],
    node: true,
  },
  'electron/desk/store': {
    sees: ['shared/contract', 'shared/domain'],
    packages: ['better-sqlite3', 'uuid', 'zod'],
    node: true,
  },
  'electron/desk/store/rows': inDesk(),
  'electron/desk': inDesk(),
  'electron/desk/worker': inDesk('electron/desk/worker/worker-tasks.ts'),
  'electron/desk/table': inDesk(),
  'electron/desk/paper/port': inDesk(),
  'electron/desk/lan/port': inDesk(),
  'electron/desk/update/port': inDesk(),
  'electron/desk/delivery/exporting.ts': inDesk('electron/desk/delivery'),
  'electron/desk/seal/desk-keys.ts': inDesk('electron/desk/seal'),
  ...Object.fromEntries(
    Object.entries(deskAsks).map(([room, asks]) => [desk(room), inDesk(...asks.map(desk), ...deskPorts)]),
  ),
  ...Object.fromEntries(deskTop.map((room) => [room, inDesk(...wholeDesk)])),
  'electron/host/this-pc.ts': { sees: ['electron/desk/store'], packages: ['zod'], node: true },
  'electron/host': {
    sees: [...shared, ...deskTop, ...deskPorts, 'electron/desk', 'electron/join', 'electron/host/this-pc.ts'],
    packages: ['hono', '@hono/node-server', 'zod', 'uuid'],
    node: true,
  },
  // The programs of the host edition: a desk, or the level that its PC was made.
  ...Object.fromEntries(
    ['host-cli.ts', 'host-window.ts'].map((file) => [
      `electron/host/${file}`,
      {
        sees: [
          ...shared,
          ...deskTop,
          ...deskPorts,
          'electron/desk',
          'electron/host',
          'electron/host/this-pc.ts',
          'electron/level-host',
        ],
        packages: [],
        node: true as const,
      },
    ]),
  ),
  'electron/level-host': {
    sees: [
      ...shared,
      'electron/host',
      'electron/host/this-pc.ts',
      'electron/desk',
      'electron/desk/lan/port',
      'electron/level',
    ],
    packages: ['hono', '@hono/node-server', 'zod'],
    node: true,
  },
  'electron/join': {
    sees: [...shared, ...deskPorts, 'electron/desk', 'electron/books'],
    packages: ['zod'],
    node: true,
  },
  'electron/level': {
    sees: [
      ...shared,
      'electron/access',
      'electron/books',
      'electron/desk',
      'electron/desk/store',
      'electron/desk/table',
      'electron/desk/worker',
      'electron/desk/delivery/exporting.ts',
    ],
    packages: ['better-sqlite3', 'kysely', 'pg', 'zod'],
    node: true,
  },
  'electron/thread': {
    sees: [
      ...shared,
      ...deskTop,
      ...deskPorts,
      'electron/desk',
      'electron/host',
      'electron/host/this-pc.ts',
      'electron/level-host',
    ],
    packages: [],
    node: true,
  },
  'electron/shell': {
    sees: [
      ...shared,
      ...deskTop,
      ...deskPorts,
      'electron/desk',
      'electron/host',
      'electron/host/this-pc.ts',
      'electron/join',
      'electron/thread',
    ],
    packages: ['electron', 'zod'],
    node: true,
  },
  'renderer/ui': {
    sees: ['shared/text', 'shared/domain'],
    packages: [...pagePackages.slice(0, 5), '@tanstack/react-virtual'],
  },
  'renderer/desk': { sees: [...shared, 'renderer/ui'], packages: pagePackages },
  'renderer/frame': { sees: [...shared, ...pageGround], packages: pagePackages },
  'renderer/settings': { sees: [...shared, 'renderer/frame', ...pageGround], packages: pagePackages },
  'renderer/charts': part(),
  'renderer/scan': part(),
  'renderer/person': part('paper'),
  'renderer/safety': part('paper'),
  'renderer/sign-in': part('safety'),
  'renderer/exports': part(),
  'renderer/figures': part('charts'),
  'renderer/paper': part('charts'),
  'renderer/voice': part(),
  'renderer/app': { ...screen, sees: [...screen.sees, 'a screen'] },
  'renderer/entries': {
    ...screen,
    sees: [...screen.sees, 'renderer/app', 'renderer/wall', 'renderer/level'],
  },
};

const tops = ['shared', 'electron', 'renderer', 'tests', 'build'];

/** Every import of a file that looks where its room must not, as `path: sentence`. */
export function arrowProblems(file: SourceFile): string[] {
  const name = roomOf(file.path);
  if (name === undefined || !isCode(file)) return [];
  return importsOf(file.text).flatMap((specifier) => {
    const problem = specifierProblem(file.path, name, specifier);
    return problem ? [`${file.path}: ${problem}`] : [];
  });
}

/** The room that a file stands in: the innermost one, or its folder in renderer/, which is a screen. */
function roomOf(path: string): string | undefined {
  const named = Object.keys(rooms)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
  return named ?? /^renderer\/[\w-]+(?=\/)/.exec(path)?.[0];
}

/** The specifiers of a program: static, dynamic, re-exporting, for types, for side effects, and `require`. */
export function importsOf(text: string): string[] {
  const pattern =
    /(?:^|[;}\s])(?:import|export)\s+(?:[\w*{}\s,$]+?\s+from\s+)?['"](?<from>[^'"\n]+)['"]|\b(?:import|require)\(\s*['"`](?<call>[^'"`\n]+)['"`]/g;
  return [...withoutComments(text).matchAll(pattern)].map(
    ({ groups }) => groups?.['from'] ?? groups?.['call'] ?? '',
  );
}

function specifierProblem(path: string, name: string, specifier: string): string | undefined {
  const room = rooms[name] ?? screen;
  const bare = specifier.replace(/\?\w+$/, '');
  if (bare.startsWith('node:')) return room.node ? undefined : `${name} runs without Node (${specifier})`;
  const target = pathOf(path, bare);
  if (target === undefined) {
    const allowed = room.packages.some((known) =>
      known.endsWith('/*')
        ? bare.startsWith(known.slice(0, -1))
        : bare === known || bare.startsWith(`${known}/`),
    );
    return allowed ? undefined : `${name} does not use the package ${specifier}`;
  }
  if (!/\.(ts|tsx|mjs|json|css|svg|png|woff2|mp3|wav|ogg)$/.test(bare))
    return `${specifier} has no file extension`;
  const seen = roomOf(target);
  const isScreen = seen !== undefined && rooms[seen] === undefined;
  if (seen !== name && !(seen && room.sees.includes(seen)) && !(isScreen && room.sees.includes('a screen')))
    return `${name} must not see ${target}`;
  const crossing =
    tops.find((top) => target.startsWith(`${top}/`)) !== tops.find((top) => path.startsWith(`${top}/`));
  return bare.startsWith('.') && crossing
    ? `${specifier} crosses to another folder: use its # name`
    : undefined;
}

/** The file of the project that a specifier names; undefined for a package. */
function pathOf(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  return specifier.startsWith('#') ? specifier.slice(1) : undefined;
}

/** Every name that a file imports of a file of the project; `*` where it takes the whole module. */
export function namedImports({ path, text }: SourceFile): { target: string; name: string }[] {
  const pattern =
    /\b(?:import|export)\s+(?:type\s+)?(?:\w+\s*,\s*)?(?:\{(?<names>[^}]*)\}|\*\s*(?:as\s+\w+)?)\s*from\s*['"](?<from>[^'"\n]+)['"]|\bimport\(\s*['"`](?<call>[^'"`\n]+)['"`]/g;
  return [...withoutComments(text).matchAll(pattern)].flatMap(({ groups }) => {
    const target = pathOf(path, groups?.['from'] ?? groups?.['call'] ?? '');
    if (target === undefined) return [];
    const names = groups?.['names']?.split(',') ?? ['*'];
    return names.map((name) => ({
      target,
      name: name
        .trim()
        .replace(/^type /, '')
        .replace(/ as .*/, ''),
    }));
  });
}

/** Rings of files that import each other, for types too. */
export function circles(files: readonly SourceFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const graph = new Map(
    files.filter(isCode).map(({ path, text }) => {
      const targets = importsOf(text).map((specifier) => pathOf(path, specifier.replace(/\?\w+$/, '')));
      return [path, targets.filter((target) => target !== undefined && paths.has(target)) as string[]];
    }),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path);
    if (start !== -1) found.push(way.slice(start).toSorted().join(' ↔ '));
    if (start !== -1 || done.has(path)) return;
    for (const target of graph.get(path) ?? []) walk(target, [...way, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}

/** Tables of the store that more than one room writes, with those rooms; what store/rows writes is written for everybody. */
export function sharedTables(files: readonly SourceFile[]): string[] {
  const writers = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    const room = roomOf(path);
    if (!path.startsWith('electron/desk/') || room === undefined || deskStore.includes(room)) continue;
    const writing = /\b(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) (?<table>[a-z_]+)/g;
    for (const { groups } of withoutComments(text).matchAll(writing)) {
      const table = groups?.['table'] ?? '';
      writers.set(table, (writers.get(table) ?? new Set()).add(room));
    }
  }
  return [...writers]
    .filter(([, by]) => by.size > 1)
    .map(([table, by]) => `${table}: ${[...by].toSorted().join(', ')}`);
}
