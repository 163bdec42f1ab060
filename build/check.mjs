// `npm run check`: types, lint, format, and the rules about the house itself (tests/architecture).
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stampOf } from './build.mjs';
import { commandFile, isMain, root, runNode } from './tools.mjs';

/** The checks that read sources only. Each is one step of `npm test`. */
export const sourceChecks = [
  { name: 'types', file: () => commandFile('typescript', 'tsc'), args: ['-b'] },
  {
    name: 'lint',
    file: () => commandFile('oxlint'),
    args: ['--type-aware', '--deny-warnings', '--report-unused-disable-directives'],
    reads: [
      'shared',
      'electron',
      'renderer',
      'build',
      'tests',
      ...readdirSync(root).filter((name) => /\.(?:json|ts)$/.test(name)),
    ],
  },
  { name: 'format', file: () => commandFile('oxfmt'), args: ['--check'] },
];

const architecture = {
  name: 'architecture',
  file: () => commandFile('vitest'),
  args: ['run', 'tests/architecture'],
};

/**
 * Runs steps at the same time and shows what a failing one said. A step that ends well without the file that it `makes` has failed too;
 * one that passed is run again when a file that it `reads` has changed or what it `makes` is gone.
 * Resolves to `[{ name, passed }]`.
 */
export async function runSteps(steps) {
  return Promise.all(
    steps.map(async ({ name, file, args, makes, reads }) => {
      const started = performance.now();
      const stampFile = join(root, 'node_modules/.cache', `${name}.sha256`);
      const stamp = reads && stampOf(reads);
      const isThere = !makes || existsSync(makes);
      if (reads && isThere && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
        process.stdout.write(`ok   ${name} (passed before, nothing changed since)\n`);
        return { name, passed: true };
      }
      if (makes) rmSync(makes, { force: true });
      const ran = await runNode(file(), args, { output: 'collect' });
      const isMade = !makes || existsSync(makes);
      const passed = ran.code === 0 && isMade;
      if (passed && reads) {
        mkdirSync(dirname(stampFile), { recursive: true });
        writeFileSync(stampFile, stamp);
      }
      const text = isMade ? ran.text : `${ran.text}${makes} was not made\n`;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(`${passed ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n${passed ? '' : text}`);
      return { name, passed };
    }),
  );
}

/** Lines of the files with such endings in shared, electron and renderer: what the program is written in. */
function linesOf(endings) {
  return ['shared', 'electron', 'renderer']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((path) => join(folder, path)),
    )
    .filter((path) => endings.test(path))
    .reduce((lines, path) => lines + readFileSync(join(root, path), 'utf8').split('\n').length - 1, 0);
}

if (isMain(import.meta)) {
  const results = await runSteps([...sourceChecks, architecture]);
  process.stdout.write(`lines of source: ${linesOf(/\.tsx?$/)}, of style: ${linesOf(/\.css$/)}\n`);
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
}
