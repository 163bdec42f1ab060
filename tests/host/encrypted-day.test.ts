// @module-tag slow
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { hostArguments } from '#electron/host/host-arguments.ts';
import { httpDesk } from '#renderer/desk/http-desk.ts';
import { foldName } from '#shared/domain/identity/fold-name.ts';
import { inventPerson } from '#shared/domain/sample-day/invented-person.ts';
import { chance } from '#shared/domain/sample-day/random.ts';
import { valueOf } from '#tests/support/desk-clients.ts';
import { clientOf, spawnHost } from '#tests/support/host-process.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { withToken } from '#tests/support/with-token.ts';
import { size, wantsAll } from '#tests/support/sizes.ts';

const PASSPHRASE = 'hoa gạo tháng ba';
const PEOPLE = size('SEALED_PEOPLE', 12, 50);

/** People of a day whose names stand nowhere else; number and name both have to be found in the reply before they are looked for. */
function invited() {
  const luck = chance(20_261_129);
  return Array.from({ length: PEOPLE }, (_, index) => {
    const { fullName, ...person } = inventPerson(luck, '2026-11-20', { least: 18, most: 80 });
    return {
      ...person,
      fullName: `${fullName} ${'ABCDEGHIKL'.charAt(index % 10)}${'MNOPQRSTUV'.charAt(index / 10)}nh`,
    };
  });
}

/** Files below some folders in which a text stands in any of its spellings. */
function filesWith(folders: readonly string[], texts: readonly string[]): string[] {
  const wanted = texts.flatMap((text) => [text, text.normalize('NFD'), foldName(text), text.toUpperCase()]);
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap((entry) => {
        const file = join(entry.parentPath, entry.name);
        const bytes = readFileSync(file);
        return wanted
          .filter((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
          .map((text) => `${file}: ${text}`);
      }),
  );
}

// Each stretches passphrases at their full cost, in several programs.
vi.setConfig({ testTimeout: 120_000 });

/** Of data that is encrypted in its place more could be left behind than of data that never was plain. */
const WAYS: readonly (readonly [string, boolean])[] = [
  ['in its place', false],
  ['from its beginning', true],
];

test.each(wantsAll('SEALED') ? WAYS : WAYS.slice(0, 1))(
  'of a day on a desk encrypted %s nothing is found in its folder, its copies and the temporary folder',
  async (_, isBorn) => {
    const root = temporaryFolder();
    const [data, stick, temporary, secrets] = ['data', 'stick', 'tmp', 'secrets'].map((name) =>
      join(root, name),
    ) as [string, string, string, string];
    for (const folder of [stick, temporary, secrets]) mkdirSync(folder);
    const passphraseFile = join(secrets, 'passphrase');
    writeFileSync(passphraseFile, `${PASSPHRASE}\n`);
    const start = (...more: string[]) =>
      spawnHost(['--data', data, '--port', '0', ...more], { TMPDIR: temporary });
    const people = invited();
    const texts = people.flatMap(({ fullName, idNumber }) => [fullName, idNumber]);
    const found = (): string[] => filesWith([data, stick, temporary], texts);

    const first = start(...(isBorn ? ['--passphrase-file', passphraseFile] : []));
    const call = clientOf(await first.address());
    await call('office.set-up', { name: 'Xã Thử', code: 'T1', receivingLevel: 'Trên', counters: ['Quầy 1'] });
    await call('backup.set-settings', { places: [stick] });
    if (!isBorn) await call('data.encrypt', { passphrase: PASSPHRASE });
    expect(await call('data.status', {})).toMatchObject({ encrypted: true });
    const { today } = await call('day.status', {});
    await call('day.open', { businessDay: today });
    const [counter] = await call('counter.list', {});
    for (const { fullName, idNumber, birthDate, phone } of people) {
      const person = { fullName, idNumber, birthDate, phone };
      await call('ticket.issue', { requests: [{ procedure: 'level-2', subject: 'citizen', person }] });
    }
    const counterId = counter?.id ?? '';
    const served = await call('ticket.call-next', { counterId });
    if (served === null) throw new Error('nobody waits');
    await call('ticket.start', { ticketId: served.id, counterId });
    await call('print.queue', { ticketId: served.id, sheet: 'number' });
    await call('ticket.finish', {
      ticketId: served.id,
      counterId,
      outcomes: served.requests.map(({ id }) => ({ requestId: id, outcome: 'taken' })),
    });
    // They are there to be found.
    for (const { fullName } of people.slice(0, 5))
      expect(await call('person.search', { search: fullName })).toMatchObject([{ fullName }]);
    await call('backup.make', {});
    expect(found()).toEqual([]);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(found()).toEqual([]);

    const second = start('--passphrase-file', passphraseFile);
    const later = clientOf(await second.address());
    expect(await later('ticket.list', { businessDay: today })).toHaveLength(PEOPLE);
    await later('day.close', { businessDay: today, leftovers: 'left' });
    await later('export.start', {
      subject: { kind: 'people', businessDay: today, unmasked: true, receiver: 'civil-status' },
      format: 'xlsx',
    });
    await later('backup.make', {});
    expect(found()).toEqual([]);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(found()).toEqual([]);
  },
);

test('a passphrase file of Notepad is read; a start with a wrong passphrase says so and waits for the right one, one with the recovery key opens', async () => {
  const root = temporaryFolder();
  const data = join(root, 'data');
  const file = (name: string, bytes: Buffer | string): string => {
    writeFileSync(join(root, name), bytes);
    return join(root, name);
  };
  const ofNotepad = file('right', Buffer.from(`\uFEFF${PASSPHRASE}\r\n`, 'utf16le'));
  const first = spawnHost(['--data', data, '--port', '0', '--passphrase-file', ofNotepad]);
  const call = clientOf(await first.address());
  await call('office.set-up', { name: 'Xã Thử', code: 'T1', receivingLevel: 'Trên', counters: ['Quầy 1'] });
  const { recoveryKey } = await call('data.renew-recovery', {});
  first.child.kill('SIGTERM');
  await first.ended;
  expect(readFileSync(join(data, 'desk.db')).includes('SQLite format 3')).toBe(false);

  const wrong = spawnHost([
    '--data',
    data,
    '--port',
    '0',
    '--passphrase-file',
    file('wrong', 'không phải câu này'),
  ]);
  const { url, token } = await wrong.address();
  expect(wrong.stderr()).toContain('không mở được dữ liệu này');
  const desk = httpDesk({ base: url, access: withToken(token) });
  expect(await desk.call('office.show', {})).toMatchObject({ problem: { reason: 'sealed' } });
  valueOf(await desk.call('data.unlock', { passphrase: PASSPHRASE }, randomUUID()));
  expect(valueOf(await desk.call('office.show', {}))).toMatchObject({ code: 'T1' });
  wrong.child.kill('SIGTERM');
  await wrong.ended;

  const recovered = spawnHost([
    '--data',
    data,
    '--port',
    '0',
    '--recover',
    file('sheet', `${recoveryKey.toLowerCase()}\n`),
  ]);
  expect(await clientOf(await recovered.address())('office.show', {})).toMatchObject({ code: 'T1' });
  recovered.child.kill('SIGTERM');
  await recovered.ended;

  const none = ['--data', data, '--passphrase-file', join(root, 'none')];
  expect(() => hostArguments(none)).toThrow('không đọc được tệp');
});

test('a passphrase file that nobody could type is refused, and plain data says that it is plain', async () => {
  const root = temporaryFolder();
  const argsOf = (data: string, bytes: Buffer | string): string[] => {
    const file = join(root, 'words');
    writeFileSync(file, bytes);
    return ['--data', join(root, data), '--port', '0', '--passphrase-file', file];
  };
  for (const bad of ['x'.repeat(10_000), Buffer.from([...Array(20).keys()])])
    expect(() => hostArguments(argsOf('bad', bad))).toThrow('một dòng chữ');
  const bad = spawnHost(argsOf('bad', 'một dòng\nvà một dòng'));
  expect(await bad.ended).toBe(1);
  expect(bad.stderr()).toContain('một dòng chữ');
  expect(existsSync(join(root, 'bad'))).toBe(false);
  const plain = spawnHost(['--data', join(root, 'plain'), '--port', '0']);
  const call = clientOf(await plain.address());
  await call('office.set-up', { name: 'Xã Thử', code: 'T1', receivingLevel: 'Trên', counters: ['Quầy 1'] });
  plain.child.kill('SIGTERM');
  await plain.ended;
  const told = spawnHost(argsOf('plain', PASSPHRASE));
  await told.address();
  expect(told.stderr()).toContain('chưa mã hóa');
  told.child.kill('SIGTERM');
  await told.ended;
});
