// @module-tag slow
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clientOf, spawnHost } from '#tests/support/host-process.ts';
import { PASSPHRASE, starterOf } from '#tests/support/team-desks.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';

test('a starter file makes a new folder the encrypted desk of a team, once; without its passphrase, or as half a file, it makes none', async () => {
  const root = temporaryFolder();
  const file = (name: string, bytes: Buffer | string): string => {
    writeFileSync(join(root, name), bytes);
    return join(root, name);
  };
  const home = openTestDesk();
  const { teamId } = home.call('team.save', { name: 'Tổ lưu động 1', series: 'L' });
  const { base64 } = await starterOf(home, teamId);
  const starter = file('to.mo-may-qtd', Buffer.from(base64, 'base64'));
  const words = file('words', `${PASSPHRASE}\n`);
  const start = (data: string, ...more: string[]) =>
    spawnHost(['--data', join(root, data), '--port', '0', ...more]);

  for (let times = 0; times < 2; times += 1) {
    const host = start('laptop', '--starter', starter, '--passphrase-file', words);
    const call = clientOf(await host.address());
    expect(await call('team.here', {})).toMatchObject({ teamId, name: 'Tổ lưu động 1', series: 'L' });
    expect(await call('data.status', {})).toMatchObject({ encrypted: true });
    host.child.kill('SIGTERM');
    await host.ended;
  }

  const silent = start('none', '--starter', starter);
  expect(await silent.ended).toBe(1);
  expect(silent.stderr()).toContain('--passphrase-file');
  const half = file('half', Buffer.from(base64, 'base64').subarray(0, 900));
  const cut = start('half-folder', '--starter', half, '--passphrase-file', words);
  expect(await cut.ended).toBe(1);
  expect(cut.stderr()).toContain('mới được chép một phần');
});
