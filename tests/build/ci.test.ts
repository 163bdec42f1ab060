import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { installerFile } from '../../build/installer/installers.mjs';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

type Step = {
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
};
type Workflow = {
  readonly on: { readonly schedule: readonly { readonly cron: string }[] };
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly steps: readonly Step[];
        readonly env?: Readonly<Record<string, unknown>>;
        readonly strategy?: { readonly matrix: { readonly os: readonly string[] } };
      }
    >
  >;
};

// That of the packer.
const { load } = createRequire(import.meta.url)('js-yaml') as { load(text: string): unknown };
const { on, jobs } = load(read('.github/workflows/ci.yml')) as Workflow;
const steps = Object.values(jobs).flatMap((job) => job.steps);
const commands = steps.flatMap(({ run = '' }) => run.split('\n')).join('\n');
const found = (pattern: RegExp): string[] => [
  ...new Set([...commands.matchAll(pattern)].flatMap(([, name]) => name ?? [])),
];

test('the workflow runs npm test on Linux and Windows, and every week with other cases and large sizes', () => {
  expect(jobs['test']?.strategy?.matrix.os).toEqual(['ubuntu-latest', 'windows-latest']);
  expect(found(/(npm test)$/gm)).toHaveLength(1);
  expect(on.schedule).toHaveLength(1);
  expect(found(/echo "(\w+=\w+)" >>/g)).toEqual(['FC_SEED=random', 'THOROUGH=1']);
});

test('what decides about a change runs the slow tests too', () => {
  expect(jobs['test']?.env).toEqual({ SLOW: 1 });
  expect(read('.ci/run')).toMatch(/^export .*\bSLOW=1$/m);
});

test('what the workflow calls is there: scripts, files, options, variables', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const script of found(/npm run ([\w-]+)/g)) expect(Object.keys(scripts)).toContain(script);
  // The package of Electron is copied for another system.
  for (const file of found(/\bnode ([\w./-]+)/g))
    expect({ file, exists: existsSync(join(root, file.replace('-win32', ''))) }).toEqual({
      file,
      exists: true,
    });
  const options = found(/npm run package -- (.+)$/gm).flatMap((line) => line.split(' '));
  expect(options.length).toBeGreaterThan(3);
  for (const option of options) expect(read('build/package.mjs')).toContain(option.replace('--', ''));

  const readers = ['build', 'tests/support']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter((path) => /\.(mjs|ts)$/.test(path))
    .concat('node_modules/electron/install.js')
    .map(read)
    .join('\n');
  const variables = [
    ...found(/echo "(\w+)=/g),
    ...found(/\b([A-Z]+_[A-Z_]+)=/g),
    ...steps.flatMap(({ env = {} }) => Object.keys(env)),
  ];
  expect(variables).toContain('ELECTRON_OVERRIDE_DIST_PATH');
  for (const variable of variables) expect(readers).toContain(variable);
});

test('the workflow keeps the installers that npm run package makes, and installs one of them', () => {
  const kept = steps.find((step) => step.with?.['name'] === 'installers');
  expect(kept?.with).toMatchObject({ path: 'dist/*.exe\ndist/*.deb\n', 'if-no-files-found': 'error' });
  expect(found(/Filter '([^']+)'/g)).toEqual([basename(installerFile('win-x64', 'host', '*'))]);
});
