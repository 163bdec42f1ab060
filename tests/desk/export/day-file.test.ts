import { spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dayFile, writeDayFile } from '#electron/books/day-file.ts';
import { canonicalJson } from '#electron/books/canonical-json.ts';
import type { SigningKey } from '#electron/books/day-file.ts';
import { signingKey } from '#electron/desk/delivery/signing-key.ts';
import type { ReportVersion } from '#shared/contract/report-period.ts';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { deskIn, openTestDesk } from '#tests/support/test-desk.ts';
import { checkDayFile, fingerprintOf, MOST_BYTES } from '#electron/books/verify.mjs';
import { inventedDay } from './invented-reports.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const command = join(root, 'electron/books/verify.mjs');
const DAY = '2026-11-20';

const version = (number: number): ReportVersion => ({
  version: number,
  frozenAt: `${DAY}T10:0${number}:00.000Z`,
  by: 'leader · quay-1',
  reason: number === 1 ? null : 'Nhập thiếu một hồ sơ',
  differences: [],
});

const key = (): SigningKey => signingKey(openTestDesk().store);
const own = key();
const bytes = writeDayFile(inventedDay(DAY, 2), [version(1), version(2), version(3)], own, false);
const changed = (from: string, to: string): Buffer => {
  const text = bytes.toString('utf8');
  if (!text.includes(from)) throw new Error(`the file has no ${from}`);
  return Buffer.from(text.replace(from, to), 'utf8');
};
const codeOf = (file: Buffer, options = {}) => {
  const result = checkDayFile(file, options);
  return result.ok ? 'ok' : result.code;
};

test('the file holds counts, versions up to its own, and no person; the same version gives the same bytes', () => {
  const file = dayFile.parse(JSON.parse(bytes.toString('utf8')));
  expect(file.version).toBe(2);
  expect(file.parts.versions.map((one) => one.version)).toEqual([1, 2]);
  expect(bytes.toString('utf8')).toBe(`${canonicalJson(file)}\n`);
  const again = writeDayFile(inventedDay(DAY, 2), [version(2), version(1)], own, false);
  expect(again.equals(bytes)).toBe(true);
  expect(() => writeDayFile({ ...inventedDay(DAY), version: null }, [], own, false)).toThrow(RangeError);
});

test('docs/so-lieu-ngay.schema.json is the schema of the file', () => {
  const published = join(root, 'docs/so-lieu-ngay.schema.json');
  const schema = {
    title: 'Tệp số liệu ngày',
    ...z.toJSONSchema(dayFile, { unrepresentable: 'any', reused: 'inline' }),
  };
  if (process.env['UPDATE_DAY_FILE_SCHEMA'] === '1')
    writeFileSync(published, `${JSON.stringify(schema, null, 2)}\n`);
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
});

test('a whole file is taken, with the key in every form in which an office may hand it over', () => {
  expect(checkDayFile(bytes)).toMatchObject({ ok: true, keyConfirmed: false });
  const raw = Buffer.from(own.publicKey, 'base64');
  const pem = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') },
    format: 'jwk',
  })
    .export({ type: 'spki', format: 'pem' })
    .toString();
  const folder = temporaryFolder('key');
  writeFileSync(join(folder, 'key.txt'), `${own.publicKey}\n`);
  const grouped = own.keyId.toUpperCase().replaceAll(/(.{4})/g, '$1 ');
  for (const named of [own.keyId, grouped, own.publicKey, pem, join(folder, 'key.txt')])
    expect(fingerprintOf(named)).toBe(own.keyId);
  expect(checkDayFile(bytes, { key: own.keyId, office: '00123', newest: 2 })).toMatchObject({
    ok: true,
    keyConfirmed: true,
  });
  expect(fingerprintOf(join(folder, 'none'))).toBe(undefined);
});

describe('what is wrong is named', () => {
  const foreign = writeDayFile(inventedDay(DAY, 2), [version(1), version(2)], key(), false);
  const cases: readonly (readonly [code: string, file: Buffer, options: object])[] = [
    ['part-changed', changed('"issued":1234', '"issued":1235'), {}],
    ['part-changed', changed('"taken":42', '"taken":43'), {}],
    ['part-changed', changed('Nhập thiếu', 'Nhập thừa'), {}],
    ['bad-signature', changed('"businessDay":"2026-11-20"', '"businessDay":"2026-11-21"'), {}],
    ['bad-signature', changed('"training":false', '"training":true'), {}],
    ['bytes-changed', Buffer.concat([bytes, Buffer.from(' ')]), {}],
    ['bytes-changed', changed('{"businessDay"', '{ "businessDay"'), {}],
    ['key-mismatch', changed(own.keyId, '0'.repeat(64)), {}],
    ['unknown-key', foreign, { key: own.keyId }],
    ['wrong-office', bytes, { office: '00124' }],
    ['older-version', bytes, { newest: 3 }],
    ['not-a-day-file', Buffer.from('PK\u0003\u0004'), {}],
    ['not-a-day-file', Buffer.from('{}'), {}],
    ['not-a-day-file', Buffer.from('[1]'), {}],
    ['not-a-day-file', Buffer.from(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), {}],
    ['not-a-day-file', changed('"training":false', '"extra":1,"training":false'), {}],
    [
      'newer-schema',
      changed(
        '"name":"quay-tiep-dan/tep-so-lieu-ngay","version":1',
        '"name":"quay-tiep-dan/tep-so-lieu-ngay","version":2',
      ),
      {},
    ],
    ['too-large', Buffer.alloc(MOST_BYTES + 1), {}],
    ['training', writeDayFile(inventedDay(DAY, 2), [], own, true), {}],
  ];
  test.each(cases)('%s', (code, file, options) => {
    expect(codeOf(file, options)).toBe(code);
  });

  test('every refusal has words of its own', () => {
    const said = cases.flatMap(([, file, options]) => {
      const result = checkDayFile(file, options);
      return result.ok ? [] : [[result.code, result.message.replaceAll(/\(.*?\)|“.*?”/g, '')] as const];
    });
    const codes = new Set(said.map(([code]) => code));
    expect(new Set(said.map(([, words]) => words.split('\n')[0])).size).toBeGreaterThanOrEqual(codes.size);
  });

  test('one changed byte anywhere is refused', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const torn = Buffer.from(bytes);
        torn[at] = (torn[at] ?? 0) ^ by;
        expect(codeOf(torn)).not.toBe('ok');
      }),
      { numRuns: 300 },
    );
  });

  test('a file signed anew by somebody else is whole but not of the registered key', () => {
    expect(codeOf(foreign)).toBe('ok');
    expect(codeOf(foreign, { key: own.keyId })).toBe('unknown-key');
  });
});

test('the command says in words what is wrong, and its exit code is not zero', () => {
  const folder = temporaryFolder('verify');
  const file = join(folder, 'ngày 20.json');
  writeFileSync(file, bytes);
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
    return { status, said: `${stdout}${stderr}` };
  };
  expect(run(file, '--key', own.publicKey, '--office', '00123', '--newest', '2')).toMatchObject({
    status: 0,
  });
  expect(run(file).said).toContain('Chưa đối chiếu khóa');
  expect(run(file, '--office', 'X')).toMatchObject({
    status: 1,
    said: 'KHÔNG NHẬN: Tệp của đơn vị khác: trong tệp là “00123”, cần “X”.\n',
  });
  expect(run(file, '--newest', '9').status).toBe(1);
  expect(run(join(folder, 'none')).said).toContain('không đọc được tệp');
  expect(run().status).toBe(2);
  expect(run(file, '--newest', 'x').status).toBe(2);
});

describe('the key of the office', () => {
  test('is made once, for this user alone, and stays the same after a restart', () => {
    const folder = temporaryFolder('key');
    const first = deskIn(folder);
    const made = signingKey(first.store);
    first.desk.close();
    const file = join(folder, 'office-key.pem');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(createPrivateKey(readFileSync(file)).asymmetricKeyType).toBe('ed25519');
    const second = deskIn(folder);
    expect(signingKey(second.store).keyId).toBe(made.keyId);
    second.desk.close();
  });

  test('that is lost, or changed for another, is refused until the leader makes a new one, which is journalled', () => {
    const folder = temporaryFolder('key');
    const leader = { role: 'leader' } as const;
    const input = { name: 'Xã Thử', code: '7', receivingLevel: 'PC06', counters: ['Quầy 1'] };
    const first = deskIn(folder);
    expect(first.desk.dispatch('office.set-up', input, leader, randomUUID())).toMatchObject({ ok: true });
    const { keyId } = signingKey(first.store);
    first.desk.close();
    const file = join(folder, 'office-key.pem');
    const other = generateKeyPairSync('ed25519')
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();
    for (const lose of [() => rmSync(file), () => writeFileSync(file, other)]) {
      lose();
      const { desk } = deskIn(folder);
      const refused = { ok: false, problem: { code: 'office-key-damaged', file } };
      expect(desk.dispatch('export.key', {}, leader)).toEqual(refused);
      desk.close();
    }
    rmSync(file);
    const { desk, store } = deskIn(folder);
    const renew = (role: 'leader' | 'counter', reason: string) =>
      desk.dispatch('export.renew-key', { reason }, { role }, randomUUID());
    expect(renew('counter', 'lost')).toMatchObject({ problem: { code: 'not-allowed' } });
    expect(renew('leader', 'Thay ổ cứng của bà Mẫu')).toMatchObject({ problem: { code: 'invalid-input' } });
    expect(existsSync(file)).toBe(false);
    const renewed = renew('leader', 'new-disk');
    expect(renewed).toEqual(desk.dispatch('export.key', {}, leader));
    const made = signingKey(store).keyId;
    expect(made).not.toBe(keyId);
    expect(desk.eventsSince(desk.lastEvent() - 1)).toMatchObject([
      {
        name: 'report.key-renewed',
        data: { keyId: made, before: keyId, why: 'new-disk' },
      },
    ]);
    desk.close();
    const after = deskIn(folder);
    expect(signingKey(after.store).keyId).toBe(made);
    after.desk.close();
  });

  test.each([
    '',
    'not a key',
    generateKeyPairSync('ec', { namedCurve: 'P-256' })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  ])('that cannot be read is refused and left as it is (%#)', (text) => {
    const folder = temporaryFolder('key');
    const { desk, store } = deskIn(folder);
    const file = join(folder, 'office-key.pem');
    writeFileSync(file, text);
    expect(() => signingKey(store)).toThrow('office-key-damaged');
    expect(readFileSync(file, 'utf8')).toBe(text);
    desk.close();
  });
});
