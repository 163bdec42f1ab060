// `npm run mutate -- --sample 40 --seed 1`: makes small wrong changes one at a time and says which the tests notice.
import { fork, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { parseArgs } from 'node:util';
import { startTypes } from './mutate-types.mjs';
import { mutationsOf } from './mutations.mjs';
import { commandFile, root } from './tools.mjs';

const HELP = `npm run mutate -- [--sample 40] [--seed 1] [--jobs 1] [--files <part of a path>] [--limit 300] [--tests <number>]

Makes small wrong changes (a boundary, half a condition, a line left out, …) to the logic in shared/domain, electron/desk,
electron/host and renderer, one at a time in a temporary copy, and runs the tests that call the changed function in one
vitest that stays warm: the nearest first, long ones after all others and with fewer runs. Which tests call what is learnt
by one run of all of them (some minutes) and kept until a source or a test changes. Prints the share that was noticed, in
all and by room, and each change that was not. A change that the compiler refuses is not counted; one that no unit test
reaches counts as not noticed.
Left out: frozen migrations, the invented day, and what of a page needs React, a browser or a camera: tests/e2e sees that.

  --sample  how many changes         --seed   which ones; a seed makes the same changes to the same sources
  --jobs    how many at a time       --files  only in files whose path holds this
  --limit   seconds after which tests that have not ended count as red
  --tests   asks only this many test files, the nearest: quick, but what they miss others may notice
`;
const option = (initial) => ({ type: 'string', default: initial });
const { values } = parseArgs({
  options: {
    sample: option('40'),
    seed: option('1'),
    jobs: option('1'),
    files: option(''),
    limit: option('300'),
    tests: option('10000'),
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const PLACES = /^(shared\/domain|electron\/desk|electron\/host|renderer)\/.*\.ts$/;
const LEFT_OUT = /\/(migrations|sample-day)\/|^renderer\/.*\/use-/;
const NEEDS_PAGE = /from '(react|@mantine\/|@tanstack\/|zxing)|\b(document|window|navigator)\./;
/** Tests of what the program does; those of the architecture read every source as text. */
const TESTS = /^tests\/(?!architecture\/).*\.test\.tsx?$/;
const SIZES = {
  CONTESTED_OPS: '500',
  DAY_RUNS: '60',
  EXPORT_KILLS: '1',
  EXPORT_RUNS: '3',
  FAULT_RUNS: '8',
  FUZZ_RUNS: '60',
  KILL_RUNS: '1',
  MODEL_RUNS: '20',
  PROPERTY_RUNS: '200',
  REPORT_RUNS: '40',
};
/** Parts of a path that say nothing of what a file is about. */
const NO_NAME = /^(shared|domain|electron|desk|host|renderer|tests?|tsx)$/;
/** Most changes are noticed by the tests nearest to them: they are asked in groups of this many files, the last size again and again. */
const GROUPS = [3, 9, 24];
/** Tests of many seconds: they start processes, draw pages or play whole days. */
const LONG =
  /\/(golden|kill|contested|fuzz|random-days|demo-day|play-day|staleness|damage|migration|save|thermal-paper|slip-paper|handout-paper|second-process|host-cli|report-pdf|libreoffice|no-scan|large-file|start-up-fault)\b|^tests\/bench\//;
const ROOMS = ['shared/domain', 'electron/desk', 'electron/host', 'renderer'];

/** Tests found red without any change say nothing; those found green without one need not be asked for that again. */
const redAnyway = new Set();
const greenBefore = new Set();

if (values.help) process.stdout.write(HELP);
else await main();

async function main() {
  const paths = fs.globSync('{shared,electron,renderer,tests}/**/*.{ts,tsx,html}', { cwd: root });
  const sources = new Map(
    paths
      .map((path) => path.replaceAll('\\', '/'))
      .sort()
      .map((path) => [path, fs.readFileSync(join(root, path), 'utf8')]),
  );
  const users = usersOf(sources, /import type [^;]+;/g);
  const typeUsers = usersOf(sources, /\.html/g);
  const callers = await callersOf(sources);
  const changes = shuffled(changesOf(sources), Number(values.seed));
  const results = [];
  let left = Number(values.sample);
  const work = async () => {
    const copy = copyOfSources();
    const runner = startRunner(copy);
    const types = await startTypes(copy, (file) => sources.get(file));
    process.once('exit', () => {
      runner.end();
      types.end();
      fs.rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
    });
    if (!(await compiles(copy)))
      throw new Error('The sources do not compile as they are: npm run check says why.');
    while (left > 0 && changes.length > 0) {
      left -= 1;
      const change = changes.pop();
      const tools = {
        copy,
        runner,
        holds: (wrong) => types.hold(change.file, wrong, neighbours(typeUsers, change)),
      };
      const fate = await fateOf(
        tools,
        change,
        sources.get(change.file),
        testsOf(users, callers, sources, change),
      );
      if (fate === undefined) {
        left += 1;
        continue;
      }
      results.push({ ...change, ...fate });
      const told = fate.noticed === undefined ? 'NOT NOTICED' : `noticed by ${fate.noticed}`;
      process.stdout.write(`${told}: ${asText(change)}\n`);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  await Promise.all(Array.from({ length: Number(values.jobs) }, work));

  const survivors = results.filter(({ noticed }) => noticed === undefined);
  for (const room of ROOMS)
    process.stdout.write(
      shareOf(
        room,
        results.filter(({ file }) => file.startsWith(room)),
      ),
    );
  process.stdout.write(shareOf(`seed ${String(values.seed)}`, results));
  for (const survivor of survivors) process.stdout.write(`${asText(survivor)} (${survivor.asked})\n`);
  process.exit();
}

function shareOf(name, results) {
  const seen = results.filter(({ noticed }) => noticed !== undefined).length;
  return `${name}: ${seen} of ${results.length} noticed, ${((100 * seen) / results.length || 0).toFixed(1)} %\n`;
}

function asText({ file, line, before, after }) {
  return `${file}:${line}\n    ${before}\n  → ${after}\n`;
}

function changesOf(sources) {
  const isLogic = ([file, source]) =>
    PLACES.test(file) &&
    file.includes(values.files) &&
    !LEFT_OUT.test(file) &&
    !(file.startsWith('renderer/') && NEEDS_PAGE.test(source));
  return [...sources]
    .filter(isLogic)
    .flatMap(([file, source]) => mutationsOf(file, source).map((change) => ({ ...change, file })));
}

/** Fisher and Yates with a small generator of its own (mulberry32), so that a seed means the same everywhere. */
function shuffled(list, seed) {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other], list[last]];
  }
  return list;
}

/** Who names a file, but for what is left out: by an import, or as the file of a worker, a process or a page. */
function usersOf(sources, leftOut) {
  const users = new Map();
  for (const [file, source] of sources) {
    const code = source.replaceAll(leftOut, '');
    for (const [, name] of code.matchAll(/["']([^"'\n]+\.(?:tsx?|html))["']/g)) {
      const near = posix.join(posix.dirname(file), name);
      const used = [name.replace(/^#/, ''), near].find((path) => sources.has(path));
      if (used !== undefined) users.set(used, [...(users.get(used) ?? []), file]);
    }
  }
  return users;
}

/** The tests that call the changed function, the nearest first: by the imports between them, by words their paths have in common, by their room. */
function testsOf(users, callers, sources, { file, inside }) {
  const distance = new Map([[file, 0]]);
  for (const [reached, steps] of distance) {
    for (const user of users.get(reached) ?? []) if (!distance.has(user)) distance.set(user, steps + 1);
  }
  const called = inside === '' ? undefined : callers.get(`${file} ${inside}`);
  const reach = called ?? callers.get(file);
  const tests = [...distance.keys()].filter(
    // What a long one calls may run in a process or a page of its own.
    (path) => TESTS.test(path) && (reach === undefined || reach.has(path) || LONG.test(path)),
  );
  const room = file.split('/').find((part) => /^(domain|desk|host|renderer)$/.test(part));
  const nearness = (test) =>
    distance.get(test) - 2 * wordsInCommon(file, test) - (test.startsWith(`tests/${room}/`) ? 3 : 0);
  return tests
    .sort(
      (a, b) =>
        LONG.test(a) - LONG.test(b) ||
        nearness(a) - nearness(b) ||
        sources.get(a).length - sources.get(b).length,
    )
    .slice(0, Number(values.tests));
}

/** Which test files call a function (`file name`) or anything of a file, of all that are not long. */
async function callersOf(sources) {
  const stamp = createHash('sha256')
    .update(JSON.stringify([...sources]))
    .digest('hex');
  const kept = join(root, 'node_modules/.cache/mutate-reach.json');
  let known = fs.existsSync(kept) ? JSON.parse(fs.readFileSync(kept, 'utf8')) : {};
  if (known.stamp !== stamp) {
    const folder = fs.mkdtempSync(join(tmpdir(), 'quay-tiep-dan-reach-'));
    const file = join(folder, 'reach.jsonl');
    const runner = startRunner(root, { REACH_FILE: file }, 3600);
    await runner.ask(
      undefined,
      [...sources.keys()].filter((path) => TESTS.test(path) && !LONG.test(path)),
    );
    runner.end();
    const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n');
    known = { stamp, reach: lines.map((line) => JSON.parse(line)) };
    fs.writeFileSync(kept, JSON.stringify(known));
    fs.rmSync(folder, { recursive: true });
  }
  const callers = new Map();
  const add = (key, test) => callers.set(key, (callers.get(key) ?? new Set()).add(test));
  for (const { test, called } of known.reach) {
    for (const [file, names] of Object.entries(called)) {
      if (names.length > 0) add(file, test);
      for (const name of names) add(`${file} ${name}`, test);
    }
  }
  return callers;
}

/** Who may fail to compile with a change: nobody else, its users, or theirs too where something was taken away. */
function neighbours(typeUsers, { file, isLocal, text }) {
  if (isLocal) return [];
  const near = typeUsers.get(file) ?? [];
  const far = /^(?:'')?$/.test(text) ? near.flatMap((user) => typeUsers.get(user) ?? []) : [];
  return [...new Set([...near, ...far])];
}

function wordsInCommon(file, test) {
  const wordsOf = (path) => path.split(/[/.-]/).filter((word) => word.length > 2 && !NO_NAME.test(word));
  const known = wordsOf(test);
  return wordsOf(file).filter((word) => known.some((one) => one.startsWith(word) || word.startsWith(one)))
    .length;
}

/** The working tree in a folder of its own; packages are linked, the compiler's memory is copied. */
function copyOfSources() {
  const copy = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'quay-tiep-dan-mutate-')));
  const browser = join(root, 'build/browser/node_modules');
  for (const name of fs.readdirSync(root)) {
    if (['node_modules', '.git', 'out', 'dist', 'data', 'test-results'].includes(name)) continue;
    fs.cpSync(join(root, name), join(copy, name), { recursive: true, filter: (path) => path !== browser });
  }
  if (fs.existsSync(browser)) fs.symlinkSync(browser, join(copy, 'build/browser/node_modules'), 'junction');
  const modules = join(root, 'node_modules');
  fs.mkdirSync(join(copy, 'node_modules'));
  for (const name of fs.readdirSync(modules)) {
    if (name === '.cache')
      fs.cpSync(join(modules, name), join(copy, 'node_modules', name), { recursive: true });
    else fs.symlinkSync(join(modules, name), join(copy, 'node_modules', name), 'junction');
  }
  return copy;
}

/** What becomes of one change: who noticed it, or how many tests did not; `undefined` when the compiler refuses it. */
async function fateOf({ copy, runner, holds }, change, right, tests) {
  const path = join(copy, change.file);
  const wrong = right.slice(0, change.start) + change.text + right.slice(change.end);
  fs.writeFileSync(path, wrong);
  const compiled = holds(wrong);
  try {
    for (let from = 0, group = 0; from < tests.length; group += 1) {
      const to = from + (GROUPS[group] ?? GROUPS.at(-1));
      const noticed = await firstRed(tests.slice(from, to));
      if (!(await compiled)) return undefined;
      if (noticed !== undefined) return { noticed };
      from = to;
    }
    if (!(await compiled) || !(await compiles(copy))) return undefined;
    return { asked: tests.length === 0 ? 'no test' : `${tests.length} test files asked` };
  } finally {
    fs.writeFileSync(path, right);
  }

  /** The first test that is red with the change, red again when asked alone, and green without the change. */
  async function firstRed(group) {
    let asked = group.filter((test) => !redAnyway.has(test));
    while (asked.length > 0) {
      const { red, what } = await runner.ask(path, asked);
      if (red === undefined && what === undefined) return undefined;
      if (!(await compiled)) return undefined;
      if (red === undefined) return (await isGreenWithout(asked)) ? what : undefined;
      if (LONG.test(red) && !(await isRed([red]))) greenBefore.add(red);
      else if (greenBefore.has(red) || (await isGreenWithout([red]))) {
        greenBefore.add(red);
        return red;
      } else if (!(await isGreenWithout([red]))) redAnyway.add(red);
      // Red once and green once without the change, it says nothing of this one; it may of the next.
      asked = asked.filter((test) => test !== red);
    }
    return undefined;
  }

  async function isRed(some) {
    const { red, what } = await runner.ask(path, some);
    return red !== undefined || what !== undefined;
  }

  async function isGreenWithout(some) {
    fs.writeFileSync(path, right);
    const red = await isRed(some);
    fs.writeFileSync(path, wrong);
    return !red;
  }
}

async function compiles(copy) {
  const child = spawn(process.execPath, [commandFile('typescript', 'tsc'), '-b'], {
    cwd: copy,
    stdio: 'ignore',
  });
  const [code] = await once(child, 'exit');
  return code === 0;
}

/** The process that runs tests; one that takes too long is ended together with what it started, and started anew. */
function startRunner(copy, more = {}, seconds = Number(values.limit)) {
  const hasGroups = process.platform !== 'win32';
  let child;
  const end = () => {
    try {
      if (child !== undefined) process.kill((hasGroups ? -1 : 1) * child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
    child = undefined;
  };
  const start = async () => {
    const env = { ...process.env, ...SIZES, NO_COLOR: '1', NO_SYSTEM_BROWSER: '1', ...more };
    child = fork(join(root, 'build/mutate-tests.mjs'), { cwd: copy, detached: hasGroups, env, silent: true });
    for (const stream of [child.stdout, child.stderr]) stream.resume();
    await once(child, 'message');
  };
  const ask = async (changed, tests) => {
    if (child === undefined) await start();
    child.send({ changed, tests: tests.map((test) => join(copy, test)) });
    const over = new AbortController();
    const clock = setTimeout(() => over.abort(), seconds * 1000);
    try {
      const [answer] = await Promise.race([
        once(child, 'message', over),
        once(child, 'exit', over).then(() => Promise.reject(new Error('It has ended.'))),
      ]);
      const what = answer.strayError ? 'an error outside of the tests' : undefined;
      return { red: answer.red && posix.relative(copy, answer.red), what };
    } catch {
      end();
      return { what: `a run of ${tests.length} test files that does not end` };
    } finally {
      clearTimeout(clock);
      over.abort();
    }
  };
  return { ask, end };
}
