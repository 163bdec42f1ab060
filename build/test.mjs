// `npm test`: everything that says whether the program is right. The last line is `N passed, N failed`.
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { testBrowser } from './browser.mjs';
import { runSteps, sourceChecks } from './check.mjs';
import { runsSlow, SLOW_REASON } from '../tests/support/sizes.ts';
import { evidenceTables } from './evidence-table.mjs';
import { commandFile, packedArchive, root, runNode } from './tools.mjs';

const results = mkdtempSync(join(inMemory() ?? tmpdir(), 'quay-tiep-dan-test-'));
/** What is compiled once for many runs, and must not go with the folder of one. */
const kept = {
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
  PWTEST_CACHE_DIR: join(root, 'node_modules/.cache/playwright'),
};
/** What goes into a package besides: `out` holds the hash of the sources, of `build` and of what npm was asked for. */
const packed = ['out', 'LICENSE', 'node_modules/.package-lock.json', 'node_modules/electron/dist/version'];
const total = { passed: 0, failed: [], skipped: [], again: [], ran: [] };

try {
  const build = { name: 'build', file: () => join(root, 'build/build.mjs'), args: [] };
  const [built] = await runSteps([build]);
  countStep(built);
  await count('browser', getBrowser);
  // Side by side: one waits for its pages and clocks while the other reckons. Without a build there is nothing to open in a browser.
  await Promise.all([
    runSteps(sourceChecks).then((steps) => steps.forEach(countStep)),
    built.passed && count('browser tests', runPlaywright),
    count('unit tests', runVitest).then(() => built.passed && pack()),
  ]);
} finally {
  rmSync(results, { recursive: true, force: true });
}

process.stdout.write(evidenceTables(total.ran));
for (const [reason, names] of Map.groupBy(total.skipped, ({ reason }) => reason ?? 'NO REASON GIVEN')) {
  process.stdout.write(`skipped: ${names.length} × ${reason}\n`);
}
// Told here: between a test and the last line others write much.
for (const test of total.again) process.stdout.write(`passed at its second try: ${inOneLine(test)}\n`);
for (const test of total.failed) process.stdout.write(`failed: ${inOneLine(test)}\n`);
const skipped = total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : '';
process.stdout.write(`${total.passed} passed, ${total.failed.length} failed${skipped}\n`);
process.exitCode = total.failed.length === 0 ? 0 : 1;

/**
 * A folder in memory where this machine has one with room, or undefined: what the tests store is waited for on no disk, and
 * none of it outlives them.
 */
function inMemory() {
  const folder = '/dev/shm';
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return Math.min(bavail * bsize, freemem()) > 3 * 2 ** 30 ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** A test and why it failed, without colours, as much of it as a line holds. */
function inOneLine(test) {
  return stripVTControlCharacters(test).replaceAll(/\s+/g, ' ').slice(0, 400);
}

async function pack() {
  const packages = await runSteps(
    ['linux', 'win'].map((platform) => ({
      name: `package for ${platform}`,
      file: () => join(root, 'build/package.mjs'),
      args: [`--${platform}`],
      makes: packedArchive(platform),
      // An Electron from elsewhere is no file of ours.
      reads: process.env.ELECTRON_OVERRIDE_DIST_PATH ? undefined : packed,
    })),
  );
  packages.forEach(countStep);
}

function countStep({ name, passed }) {
  if (passed) total.passed += 1;
  else total.failed.push(name);
}

/** Adds what a test runner reports; one that fails without saying which test did counts as one failure. */
async function count(name, run) {
  process.stdout.write(`\n${name}\n`);
  try {
    const { code, passed, failed, skipped, again, ran } = await run();
    total.passed += passed;
    total.failed.push(...(failed.length > 0 || code === 0 ? failed : [name]));
    total.skipped.push(...skipped);
    total.again.push(...again);
    total.ran.push(...ran);
  } catch (error) {
    total.failed.push(`${name}: ${error.message}`);
  }
}

/** Installs it here where that is needed: the tests that use it run side by side. */
async function getBrowser() {
  const { executablePath } = await testBrowser();
  process.stdout.write(`${executablePath}\n`);
  return { code: 0, passed: 1, failed: [], skipped: [], again: [], ran: [] };
}

async function runVitest() {
  const file = join(results, 'vitest.json');
  const reporters = ['--reporter=default', `--reporter=${join(root, 'build/vitest-counts.mjs')}`];
  const quick = runsSlow ? [] : ['--tags-filter=!slow'];
  const { code, text } = await runNode(commandFile('vitest'), ['run', ...quick, ...reporters], {
    output: 'collect',
    env: { TEST_COUNTS_FILE: file, TMPDIR: results, ...kept },
  });
  // In one piece: the browser tests write at the same time.
  process.stdout.write(`\n${text}`);
  return { code, ...JSON.parse(readFileSync(file, 'utf8')) };
}

async function runPlaywright() {
  const file = join(results, 'playwright.json');
  const { code } = await runNode(
    commandFile('@playwright/test', 'playwright'),
    ['test', '--reporter=list,json'],
    {
      env: {
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
        TMPDIR: results,
        WITHOUT_SLOW: runsSlow ? '' : '1',
        ...kept,
      },
    },
  );
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const counts = {
    passed: 0,
    failed: report.errors.map(({ message }) => message),
    skipped: [],
    again: [],
    ran: [],
  };
  for (const { name, file, test } of report.suites.flatMap((suite) => testsIn(suite))) {
    // Of the projects of a test, one that cannot run here says nothing of it.
    if (test.status !== 'skipped')
      counts.ran.push({ file, title: name, state: test.status === 'unexpected' ? 'failed' : 'passed' });
    if (test.status === 'skipped') {
      const reason = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
      counts.skipped.push({ name, reason });
      if (reason === SLOW_REASON) counts.ran.push({ file, title: name, state: 'skipped' });
    } else {
      if (test.status === 'unexpected') {
        counts.failed.push(`${name}: ${test.results.at(-1)?.error?.message ?? 'unexpected'}`);
      } else counts.passed += 1;
      if (test.status === 'flaky')
        counts.again.push(`${name}: ${test.results[0]?.error?.message ?? 'no reason'}`);
    }
  }
  return { code, ...counts };
}

function testsIn(suite) {
  const own = suite.specs.flatMap((spec) =>
    spec.tests.map((test) => ({ name: spec.title, file: `tests/e2e/${basename(spec.file)}`, test })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(testsIn)];
}
