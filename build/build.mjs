// Builds what the program runs from out/: the pages, the main process, the host and the preload script.
// `node build/build.mjs --force` builds even when no source changed.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isMain, present, root, runNode } from './tools.mjs';

/** The one list of entries: windows are pages of renderer/entries, the others are Node programs. */
export const pages = ['counter', 'display', 'print', 'level', 'level-print'];
export const nodeEntries = [
  { source: 'electron/shell/main.ts', folder: 'main', file: 'main.mjs', format: 'es' },
  { source: 'electron/host/host-cli.ts', folder: 'main', file: 'host-cli.mjs', format: 'es' },
  { source: 'electron/level-host/level-cli.ts', folder: 'main', file: 'level-cli.mjs', format: 'es' },
  { source: 'electron/host/host-window.ts', folder: 'main', file: 'host-window.mjs', format: 'es' },
  // The thread beside the desk. CommonJS: Electron reads that out of its archive in every thread.
  { source: 'electron/desk/worker/worker-entry.ts', folder: 'main', file: 'worker.cjs', format: 'cjs' },
  // The thread of the desks in Electron.
  { source: 'electron/thread/thread-entry.ts', folder: 'main', file: 'desk-thread.cjs', format: 'cjs' },
  // The thread of the level in Electron.
  {
    source: 'electron/thread/level-thread-entry.ts',
    folder: 'main',
    file: 'level-thread.cjs',
    format: 'cjs',
  },
  // The program that copies and checks the database beside the desk.
  { source: 'electron/desk/backup/child-entry.ts', folder: 'main', file: 'copy-child.cjs', format: 'cjs' },
  // A sandboxed preload script must be one CommonJS file.
  { source: 'electron/shell/preload.ts', folder: 'preload', file: 'preload.cjs', format: 'cjs' },
];

const servers = nodeEntries.filter(({ source }) => /^electron\/(host|level-host)\//.test(source));
/** What is built together shares its parts: the servers load the level, or tables, only where they need them. */
const programs = [
  servers,
  ...nodeEntries.filter((entry) => !servers.includes(entry)).map((entry) => [entry]),
];

/** The browser inside Electron 45 and the Node of the desk: nothing older runs these files. */
const targets = { pages: 'chrome156', node: 'node24' };
const sources = [
  'shared',
  'electron',
  'renderer',
  'build',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const out = join(root, 'out');
const stampFile = join(out, 'sources.sha256');

/** Vite's part that dev.mjs shares. */
export async function pageConfig() {
  const { default: react } = await import('@vitejs/plugin-react');
  return {
    configFile: false,
    envDir: false,
    root: join(root, 'renderer/entries'),
    publicDir: join(root, 'renderer/public'),
    base: './',
    logLevel: 'warn',
    plugins: [react()],
  };
}

/** As Vite names files, on every system. */
const shared = `${join(root, 'shared').replaceAll('\\', '/')}/`;

/** Pages take of the contract what they read of it: kinds and stale marks. Reading a file of `shared` does nothing, so what no page uses of it is left out. */
const withoutShapes = {
  name: 'without-shapes',
  enforce: 'pre',
  async load(id) {
    if (id !== `${shared}contract/method-table.ts`) return undefined;
    const tables = Object.entries(await import(pathToFileURL(id).href));
    return tables.map(([name, table]) => `export const ${name} = ${JSON.stringify(table)};`).join('\n');
  },
  async transform(code, id) {
    if (!id.startsWith(shared) || !id.endsWith('.ts')) return undefined;
    if (!code.includes("from 'zod'")) return { code, moduleSideEffects: false };
    const { parseAst } = await import('vite');
    const values = parseAst(code, { lang: 'ts' })
      .body.flatMap((node) => (node.declaration ?? node).declarations ?? [])
      .flatMap(({ init }) => init ?? []);
    let text = code;
    for (const { start, end } of values.toReversed()) {
      text = `${text.slice(0, start)}/* @__PURE__ */ (() => (${text.slice(start, end)}))()${text.slice(end)}`;
    }
    return { code: text, moduleSideEffects: false };
  },
};

/** Whether out/ comes from these very sources. */
export function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampOf(sources);
}

/** Builds, in a process of its own, unless that was done (`done` where it is known). Ends this process when it fails. */
export async function ensureBuilt(done = isBuilt()) {
  if (done) return;
  const { code } = await runNode(fileURLToPath(import.meta.url), ['--force'], { output: 'stderr' });
  if (code !== 0) process.exit(code);
}

async function buildAll() {
  const started = performance.now();
  const stamp = stampOf(sources);
  const { build } = await import('vite');
  // Built beside the old files and then exchanged, so that a running host never serves half a build.
  const staging = join(out, `.staging-${process.pid}`);
  mkdirSync(staging, { recursive: true });
  try {
    const building = [
      buildPages(build, staging),
      ...programs.map((entries) => buildNode(build, entries, staging)),
    ];
    const built = await Promise.all(building);
    rmSync(stampFile, { force: true });
    for (const folder of new Set(built.filter(Boolean))) exchange(join(staging, folder), join(out, folder));
    writeFileSync(stampFile, stamp);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  process.stderr.write(`Đã dựng chương trình / Built in ${Math.round(performance.now() - started)} ms\n`);
}

async function buildPages(build, staging) {
  const input = pages.map((page) => `renderer/entries/${page}.html`).filter(present);
  if (input.length === 0) return undefined;
  const config = await pageConfig();
  await build({
    ...config,
    plugins: [withoutShapes, ...config.plugins],
    build: {
      target: targets.pages,
      outDir: join(staging, 'renderer'),
      emptyOutDir: false,
      // The pages' policy allows no data: font.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: input.map((file) => join(root, file)),
        // Else a page asks for twenty files of one icon each. Parts with style sheets stay as they fall: their order is what pages look like.
        output: { codeSplitting: { groups: [{ name: 'icons', test: /@tabler/ }] } },
      },
    },
  });
  return 'renderer';
}

/** How Vite makes programs of Node in `outDir`: everything is put into the files except what is native or belongs to the runtime. */
export function nodeConfig(outDir, input, external, output) {
  return {
    configFile: false,
    envDir: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      target: targets.node,
      outDir,
      emptyOutDir: false,
      minify: false,
      sourcemap: true,
      rolldownOptions: { input, external: [...external, /^node:/], output },
    },
  };
}

async function buildNode(build, entries, staging) {
  const there = entries.filter(({ source }) => present(source));
  const [first] = there;
  if (first === undefined) return undefined;
  await build(
    nodeConfig(
      join(staging, first.folder),
      Object.fromEntries(there.map(({ source, file }) => [file, join(root, source)])),
      ['electron', 'better-sqlite3'],
      {
        format: first.format,
        entryFileNames: '[name]',
        chunkFileNames: 'part-[name]-[hash].mjs',
        codeSplitting: there.length > 1,
      },
    ),
  );
  return first.folder;
}

/** One hash over the names and bytes of all files and of all files below folders. */
export function stampOf(paths) {
  const hash = createHash('sha256').update(process.platform);
  for (const source of paths) {
    for (const file of filesBelow(source)) hash.update(`\n${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!present(path)) return [];
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && !entry.name.endsWith('.tsbuildinfo'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
    );
}

function exchange(fresh, old) {
  const aside = `${fresh}-old`;
  if (existsSync(old)) renameSync(old, aside);
  renameSync(fresh, old);
  rmSync(aside, { recursive: true, force: true });
}

if (isMain(import.meta)) {
  if (process.argv.includes('--force')) {
    await buildAll().catch((error) => {
      process.stderr.write(`Không dựng được chương trình / The build failed:\n${error.message}\n`);
      process.exit(1);
    });
  } else await ensureBuilt();
}
