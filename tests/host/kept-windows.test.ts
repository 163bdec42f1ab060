import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newTokens } from '#electron/host/access-tokens.ts';
import { keepDesk } from '#electron/host/kept-desk.ts';
import { startHost } from '#electron/host/start-host.ts';
import { ACCESS } from '#shared/contract/access.ts';
import type { DeskProblem } from '#shared/contract/problem.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';

const notOpen = (reason: 'sealed' | 'corrupted' | 'copied'): DeskProblem => ({
  code: 'desk-not-open',
  reason,
  file: 'desk.db',
  detail: '',
});

test.each<[string, DeskProblem, boolean]>([
  ['data that waits for its passphrase', notOpen('sealed'), true],
  [
    'a desk at another PC that does not answer',
    { code: 'line-cut', since: '2026-11-20T00:30:00.000Z' },
    true,
  ],
  ['a database with a fault', notOpen('corrupted'), false],
  ['a copy of a desk that works elsewhere', notOpen('copied'), false],
])('beside %s the window that was let in is remembered or nothing is written', async (_, problem, isKept) => {
  const office = keepDesk(
    () => ({ ok: false, problem }),
    () => 0,
  );
  const folder = temporaryFolder('access');
  const file = join(folder, 'access.json');
  const host = await startHost({
    desks: { office, training: office },
    tokens: newTokens(),
    port: 0,
    rendererFolder: folder,
    version: '0.0.0',
    accessFile: file,
  });
  onTestFinished(() => host.close());
  const code = new URL(host.windowAddress()).hash.replace('#code=', '');
  const answer = await fetch(host.url + ACCESS.session, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  expect(await answer.json()).toMatchObject({ ok: true });
  expect(existsSync(file)).toBe(isKept);
});
