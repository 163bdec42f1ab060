import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deskWithADay, PASSPHRASE, sealingDesk } from '#tests/support/sealing-desk.ts';

/** Files below a folder that hold a text. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}

it('plain copies go from the data folder and from a stick, also from one that comes back later', async () => {
  const desk = await deskWithADay();
  await desk.call('backup.make', {});
  const copies = join(desk.folder, 'copies');
  mkdirSync(join(copies, 'replaced-20261101T000000Z'));
  cpSync(join(desk.folder, 'desk.db'), join(copies, 'before-schema-9-20261101T000000Z.db'));
  cpSync(join(desk.folder, 'desk.db'), join(copies, 'replaced-20261101T000000Z', 'desk.db'));
  // Put aside by a restore that brought this office here.
  const former = join(copies, 'replaced-20261102T000000Z');
  mkdirSync(former);
  cpSync(join(desk.folder, 'desk.db'), join(former, 'desk.db'));
  const marker = readFileSync(join(desk.folder, 'desk.marker.json'), 'utf8');
  writeFileSync(
    join(former, 'desk.marker.json'),
    JSON.stringify({ ...JSON.parse(marker), officeId: 'of-another-office' }),
  );
  expect(filesWith(desk.stick, 'Mẫu')).not.toEqual([]);
  const away = `${desk.stick}-away`;
  renameSync(desk.stick, away);
  await desk.call('data.encrypt', { passphrase: PASSPHRASE });
  await desk.call('backup.make', {});
  expect(existsSync(join(former, 'desk.db'))).toBe(true);
  rmSync(former, { recursive: true });
  expect(filesWith(desk.folder, 'Mẫu')).toEqual([]);
  expect(filesWith(away, 'Mẫu')).not.toEqual([]);
  renameSync(away, desk.stick);
  expect(await desk.call('data.status', {})).toMatchObject({ plainCopies: 1 });
  await desk.call('backup.make', {});
  expect(await desk.call('data.status', {})).toMatchObject({ plainCopies: 0 });
  expect(filesWith(desk.stick, 'Mẫu')).toEqual([]);
  expect(await desk.call('backup.list', {})).not.toEqual([]);
  await desk.close();
});

it('an own copy opens at once, and the passphrase set since then stays', async () => {
  const desk = await deskWithADay();
  const { recoveryKey } = await desk.call('data.encrypt', { passphrase: PASSPHRASE });
  const copy = await desk.call('backup.make', {});
  expect(copy.verified).toBe(true);
  await desk.call('data.set-passphrase', { current: { recoveryKey }, passphrase: 'một câu khác hẳn' });
  await desk.call('backup.restore', { id: copy.id, reason: 'Thử' });
  expect(await desk.call('data.status', {})).toMatchObject({ encrypted: true, people: 1 });
  await desk.close();
  const again = desk.again();
  expect(await again.refusal('data.unlock', { passphrase: PASSPHRASE })).toMatchObject({
    code: 'wrong-secret',
  });
  await again.call('data.unlock', { passphrase: 'một câu khác hẳn' });
  await again.close();
});

it('a copy on another PC wants its passphrase or its recovery key, and then is that desk', async () => {
  const desk = await deskWithADay();
  const { recoveryKey } = await desk.call('data.encrypt', { passphrase: PASSPHRASE });
  const copy = await desk.call('backup.make', {});
  await desk.close();
  const other = sealingDesk();
  const wanted = { id: copy.id, reason: 'Máy mới', folder: desk.stick, numbers: [] };
  expect(await other.refusal('backup.restore', wanted)).toEqual({ code: 'copy-sealed', copy: copy.id });
  expect(await other.refusal('backup.restore', { ...wanted, passphrase: 'sai' })).toMatchObject({
    code: 'wrong-secret',
  });
  await other.call('backup.restore', { ...wanted, recoveryKey });
  expect(await other.call('person.search', { search: 'mau' })).toHaveLength(1);
  await other.close();
  expect(readFileSync(join(other.folder, 'desk.restore.json'), 'utf8')).not.toContain(recoveryKey);
  const again = other.again();
  await again.call('data.unlock', { passphrase: PASSPHRASE });
  expect(await again.call('office.show', {})).toMatchObject({ code: 'BM-01' });
  await again.close();
});

it('a plain copy in its place makes a plain desk, which says so, and can be enciphered anew', async () => {
  const desk = await deskWithADay();
  const plain = await desk.call('backup.make', {});
  const kept = join(desk.stick, '..', 'kept');
  cpSync(desk.stick, kept, { recursive: true });
  await desk.call('data.encrypt', { passphrase: PASSPHRASE });
  await desk.call('backup.restore', { id: plain.id, reason: 'Thử', folder: kept });
  expect(await desk.call('data.status', {})).toMatchObject({ encrypted: false, people: 1 });
  expect(existsSync(join(desk.folder, 'desk.key.json'))).toBe(false);
  await desk.close();
  const again = desk.again();
  await again.call('data.encrypt', { passphrase: PASSPHRASE });
  expect(await again.call('data.status', {})).toMatchObject({ encrypted: true, people: 1 });
  await again.close();
});

it.each([
  ['gone', (file: string) => rmSync(file)],
  ['emptied', (file: string) => truncateSync(file)],
])('a copy is not made where its key file is %s, for nobody could open it', async (_, harm) => {
  const desk = await deskWithADay();
  await desk.call('data.encrypt', { passphrase: PASSPHRASE });
  await desk.call('backup.make', {});
  harm(join(desk.folder, 'desk.key.json'));
  expect(await desk.refusal('backup.make', {})).toMatchObject({ code: 'backup-failed', trouble: 'damaged' });
  await desk.close();
});
