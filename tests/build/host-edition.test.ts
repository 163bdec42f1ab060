import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { smallNode } from '#tests/support/host-edition.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { isBuilt } from '../../build/build.mjs';
import { hostEditionProblems, layOutHostEdition } from '../../build/installer/host-edition.mjs';
import { drawingDigest, iconSizes, resources } from '../../build/installer/icons.mjs';

test.for(['linux', 'win'] as const)(
  'the host edition for %s holds what it needs and nothing else',
  (platform, context) => {
    if (!isBuilt()) return context.skip('out/ was not built from these sources');
    const folder = layOutHostEdition(platform, join(temporaryFolder('edition'), 'program'), {
      node: smallNode(),
    });
    expect(hostEditionProblems(platform, folder)).toEqual([]);
    expect(readFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8')).toContain('SIL OPEN FONT LICENSE');

    rmSync(join(folder, 'out/renderer/counter.html'));
    writeFileSync(join(folder, 'out/main/worker.cjs.map'), '');
    writeFileSync(join(folder, 'out/renderer/phiếu.js'), '');
    mkdirSync(join(folder, 'tests'));
    writeFileSync(join(folder, 'tests/a.ts'), '');
    writeFileSync(join(folder, 'node_modules/better-sqlite3/prebuilds/darwin-x64.node'), '');
    writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'none');
    const problems = hostEditionProblems(platform, folder).join('\n');
    for (const word of [
      'counter.html is missing',
      'worker.cjs.map',
      'phiếu.js is not plain',
      'tests/a.ts',
      'darwin',
      'lack zod',
    ])
      expect(problems).toContain(word);
  },
);

test('the host edition runs as a receiving level, too', async (context) => {
  if (!isBuilt()) return context.skip('out/ was not built from these sources');
  const folder = layOutHostEdition('linux', join(temporaryFolder('edition'), 'program'), {
    node: smallNode(),
  });
  const level = spawn(
    process.execPath,
    [join(folder, 'out/main/level-cli.mjs'), '--data', temporaryFolder('level'), '--port', '0'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void level.kill());
  const [first] = (await once(level.stdout, 'data')) as [Buffer];
  const { url, token } = JSON.parse(first.toString('utf8')) as { url: string; token: string };
  const reply = await fetch(`${url}/desk/level.state`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(await reply.json()).toMatchObject({ ok: true, value: { engine: 'sqlite', own: null } });
  expect((await fetch(`${url}/level.html`)).status).toBe(200);
});

test('the icons are those of the drawing as it is, in every size', () => {
  expect(
    readFileSync(join(resources, 'icons/drawn-from.sha256'), 'utf8').trim(),
    'node build/installer/icons.mjs',
  ).toBe(drawingDigest());
  for (const size of iconSizes) {
    const png = readFileSync(join(resources, `icons/${size}x${size}.png`));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  }
  const ico = readFileSync(join(resources, 'icon.ico'));
  expect(ico.readUInt16LE(4)).toBe(iconSizes.filter((size) => size <= 256).length);
});
