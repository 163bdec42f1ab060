import { describe, expect, test } from 'vitest';
import { MOST_BYTES } from '#electron/books/verify.mjs';
import { makeKeyFile } from '#electron/desk/key-file.ts';
import { dayFileOf, sender } from '#tests/support/day-files.ts';
import { ENGINES, levelPlace, registered, testLevel } from '#tests/support/test-level.ts';

const DAY = '2026-11-20';

describe.each(ENGINES)('%s', (engine) => {
  test('new, already, replaced, older and conflict, and what counts after each', async (context) => {
    const level = await testLevel(context, engine);
    const [office] = await registered(level, 1);
    if (office === undefined) throw new Error('registered');
    const [first, second, other] = [1, 2, 2].map((version, index) =>
      dayFileOf(office, DAY, { version, seed: index }),
    );
    if (first === undefined || second === undefined || other === undefined) throw new Error('made');
    const of = { office: { code: office.code, name: office.name }, businessDay: DAY };
    expect(await level.receive(first)).toEqual({ status: 'new', ...of, version: 1 });
    expect(await level.receive(first)).toEqual({ status: 'already', ...of, version: 1 });
    expect(await level.receive(second)).toEqual({ status: 'replaced', ...of, version: 2 });
    expect(await level.receive(first)).toEqual({ status: 'already', ...of, version: 1 });
    const counted = async () => (await level.call('level.day', { businessDay: DAY })).received[0];
    const before = await counted();
    expect(before).toMatchObject({ version: 2, state: 'corrected', signed: true });
    expect(await level.receive(other)).toEqual({ status: 'conflict', ...of, version: 2 });
    expect(await counted()).toEqual({ ...before, state: 'conflict' });
    expect(await level.receive(dayFileOf(office, DAY, { version: 3 }))).toMatchObject({ status: 'replaced' });
    expect(await counted()).toMatchObject({ version: 3, state: 'corrected' });
  });

  test('a version that comes after a higher one is kept and does not count', async (context) => {
    const level = await testLevel(context, engine);
    const [office] = await registered(level, 1);
    if (office === undefined) throw new Error('registered');
    await level.receive(dayFileOf(office, DAY, { version: 2 }));
    const revision = level.level.revision();
    expect(await level.receive(dayFileOf(office, DAY, { version: 1 }))).toMatchObject({ status: 'older' });
    expect(level.level.revision()).toBe(revision + 1);
    expect((await level.call('level.day', { businessDay: DAY })).received).toMatchObject([{ version: 2 }]);
  });

  test('what is no whole file of a known office is told with its reason, and leaves one line', async (context) => {
    const level = await testLevel(context, engine);
    await level.call('level.set-up', { code: 'TINH', name: 'Phòng PC06', receivingLevel: 'Bộ' });
    const [office, other] = await registered(level, 2);
    if (office === undefined || other === undefined) throw new Error('registered');
    const stranger = sender(77);
    const whole = dayFileOf(office, DAY);
    const changed = (from: string, to: string): Buffer =>
      Buffer.from(whole.toString('utf8').replace(from, to));
    const cases: readonly (readonly [Buffer, object])[] = [
      [changed('"issued":', '"issued":1'), { status: 'forged', reason: 'part-changed' }],
      [changed(DAY, '2026-11-19'), { status: 'forged', reason: 'bad-signature' }],
      [Buffer.concat([whole, Buffer.from(' ')]), { status: 'forged', reason: 'bytes-changed' }],
      [changed(office.key.keyId, '0'.repeat(64)), { status: 'forged', reason: 'key-mismatch' }],
      [dayFileOf(stranger, DAY), { status: 'unknown-office' }],
      [dayFileOf({ ...office, key: stranger.key }, DAY), { status: 'unknown-key' }],
      [
        dayFileOf({ ...office, key: other.key }, DAY),
        { status: 'unknown-key', reason: 'key-of-another-office' },
      ],
      [dayFileOf({ ...office, code: 'TINH' }, DAY), { status: 'unreadable', reason: 'own-office' }],
      [dayFileOf(office, DAY, { training: true }), { status: 'unreadable', reason: 'training' }],
      [dayFileOf(office, '2026-11-22'), { status: 'unreadable', reason: 'day-in-future' }],
      [
        dayFileOf(office, '2026-06-31', { frozenAt: `${DAY}T10:00:00.000Z` }),
        { status: 'unreadable', reason: 'not-a-day-file' },
      ],
      [Buffer.from('PK\u0003\u0004 day files'), { status: 'unreadable', reason: 'an-archive' }],
      [Buffer.from('tên;số\n'), { status: 'unreadable', reason: 'not-a-day-file' }],
      [Buffer.alloc(0), { status: 'unreadable', reason: 'not-a-day-file' }],
      [Buffer.alloc(MOST_BYTES + 1), { status: 'unreadable', reason: 'too-large' }],
      [
        changed('so-lieu-ngay","version":1', 'so-lieu-ngay","version":2'),
        { status: 'unreadable', reason: 'newer-schema' },
      ],
    ];
    for (const [bytes, verdict] of cases) {
      const { level: open } = level;
      const before = open.revision();
      expect(await level.receive(bytes)).toMatchObject(verdict);
      expect(open.revision()).toBe(before + 1);
      expect(await level.receive(bytes)).toMatchObject(verdict);
      expect(open.revision()).toBe(before + 1);
    }
    const day = await level.call('level.day', { businessDay: DAY });
    expect(day.received).toEqual([]);
    expect(day.missing).toMatchObject([
      { code: office.code, state: 'refused', refused: { reason: 'newer-schema' } },
      { code: other.code, state: 'missing' },
    ]);
    expect(level.incidents).toEqual([]);
    expect(await level.call('level.check', {})).toMatchObject({ whole: true });
  });

  test('an office that is registered later and a key that is accepted later count what they had sent', async (context) => {
    const level = await testLevel(context, engine);
    const late = sender(9);
    expect(await level.receive(dayFileOf(late, DAY))).toMatchObject({ status: 'unknown-office' });
    await level.call('office.register', { code: late.code, name: late.name, publicKey: late.key.keyId });
    const renewed = { ...late, key: makeKeyFile(null) };
    await level.receive(dayFileOf(renewed, DAY, { version: 2 }));
    expect(await level.call('office.list', {})).toMatchObject([{ newKey: { keyId: renewed.key.keyId } }]);
    const asked = { code: late.code, publicKey: renewed.key.publicKey, reason: 'Máy cũ hỏng' };
    expect(await level.call('office.accept-key', asked)).toMatchObject({
      received: 1,
      office: { keyId: renewed.key.keyId, newKey: null },
    });
    expect((await level.call('level.day', { businessDay: DAY })).received).toMatchObject([{ version: 2 }]);
    // The key before is over: what a thief signs with it does not count.
    expect(await level.receive(dayFileOf(late, DAY, { version: 3 }))).toMatchObject({
      status: 'unknown-key',
    });
    expect(await level.call('office.list', {})).toMatchObject([{ newKey: null }]);
  });

  test('many hand in at once, some the same file: each counts once', async (context) => {
    const level = await testLevel(context, engine);
    const offices = await registered(level, 30);
    const files = offices.map((office) => dayFileOf(office, DAY));
    const replies = await Promise.all([...files, ...files, ...files].map((file) => level.receive(file)));
    const told = (status: string) => replies.filter((reply) => reply.status === status).length;
    expect([told('new'), told('already')]).toEqual([30, 60]);
    const day = await level.call('level.day', { businessDay: DAY });
    expect(day.received).toHaveLength(30);
    expect(day.missing).toEqual([]);
    expect(await level.call('level.check', {})).toEqual({ lines: 60, whole: true, brokenAt: null });
  });

  test('many together get a verdict each in their order, a repetition the same, another key `already`', async (context) => {
    const level = await testLevel(context, engine);
    const [one, two, three] = await registered(level, 3);
    if (one === undefined || two === undefined || three === undefined) throw new Error('registered');
    const forged = Buffer.from(dayFileOf(two, DAY).toString('utf8').replace('"issued":', '"issued":1'));
    const files = [
      dayFileOf(one, DAY, { version: 2 }),
      forged,
      Buffer.from('PK\u0003\u0004 day files'),
      dayFileOf(two, DAY),
      dayFileOf(one, DAY),
      dayFileOf(two, DAY),
      Buffer.alloc(0),
      dayFileOf(three, DAY),
    ].map((bytes, index) => ({ fileName: `${index}.json`, base64: bytes.toString('base64') }));
    const told = async (key: string) => {
      const reply = await level.reply('file.receive-many', { files }, 'clerk', key);
      if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
      return reply.value.map(({ status, reason, office }) => [status, office?.code ?? reason]);
    };
    const first = await told('khoa-mot-lan');
    expect(first).toEqual([
      ['new', one.code],
      ['forged', two.code],
      ['unreadable', 'an-archive'],
      ['new', two.code],
      ['older', one.code],
      ['already', two.code],
      ['unreadable', 'not-a-day-file'],
      ['new', three.code],
    ]);
    const revision = level.level.revision();
    expect(await told('khoa-mot-lan')).toEqual(first);
    expect((await told('khoa-hai-lan')).map(([status]) => status)).toEqual(
      first.map(([status = '']) => (['new', 'older'].includes(status) ? 'already' : status)),
    );
    expect(level.level.revision()).toBe(revision);
    expect((await level.call('level.day', { businessDay: DAY })).received).toHaveLength(3);
    const [file] = files;
    if (file === undefined) throw new Error('made');
    const tooMany = Array.from({ length: 101 }, () => file);
    expect(await level.refusal('file.receive-many', { files: tooMany })).toMatchObject({
      code: 'invalid-input',
    });
  });

  test('what was handed in before the end is answered and kept', async (context) => {
    const place = await levelPlace(context, engine);
    const level = await testLevel(context, engine, { place });
    const offices = await registered(level, 5);
    const answers = Promise.all(offices.map((office) => level.receive(dayFileOf(office, DAY))));
    await level.level.close();
    expect((await answers).map(({ status }) => status)).toEqual(offices.map(() => 'new'));
    const again = await testLevel(context, engine, { place });
    expect((await again.call('level.day', { businessDay: DAY })).received).toHaveLength(5);
  });

  test('a key repeats the first answer, another body is refused', async (context) => {
    const level = await testLevel(context, engine);
    const [office] = await registered(level, 1);
    if (office === undefined) throw new Error('registered');
    const input = { fileName: 'a.json', base64: dayFileOf(office, DAY).toString('base64') };
    const first = await level.reply('file.receive', input, 'clerk', 'khoa-mot-lan');
    expect(first).toMatchObject({ ok: true, value: { status: 'new' } });
    expect(await level.reply('file.receive', input, 'clerk', 'khoa-mot-lan')).toEqual(first);
    const other = await level.reply(
      'file.receive',
      { ...input, fileName: 'b.json' },
      'clerk',
      'khoa-mot-lan',
    );
    expect(other).toEqual({ ok: false, problem: { code: 'idempotency-key-reused' } });
    expect(
      await level.refusal('level.set-up', { code: 'A', name: 'B', receivingLevel: 'C' }, 'clerk'),
    ).toEqual({
      code: 'not-allowed',
      role: 'clerk',
    });
  });

  test('a file that was cut at any place counts nothing', async (context) => {
    const level = await testLevel(context, engine);
    const [office] = await registered(level, 1);
    if (office === undefined) throw new Error('registered');
    const whole = dayFileOf(office, DAY);
    const cuts = Array.from({ length: Math.floor(whole.length / 100) }, (_, index) =>
      whole.subarray(0, index * 100),
    );
    const replies = await Promise.all(cuts.map((bytes) => level.receive(bytes)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set(['unreadable']));
    expect((await level.call('level.day', { businessDay: DAY })).received).toEqual([]);
  });

  test('a byte changed anywhere is seen', async (context) => {
    const level = await testLevel(context, engine);
    const [office] = await registered(level, 1);
    if (office === undefined) throw new Error('registered');
    const whole = dayFileOf(office, DAY);
    const changed = Array.from({ length: 120 }, (_, index) => {
      const bytes = Buffer.from(whole);
      const at = Math.floor((index / 120) * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (index % 2 === 0 ? 1 : 0x20);
      return bytes;
    });
    const replies = await Promise.all(changed.map((bytes) => level.receive(bytes)));
    for (const { status } of replies) expect(['forged', 'unreadable']).toContain(status);
    expect((await level.call('level.day', { businessDay: DAY })).received).toEqual([]);
  });
});

test('how a file came is what its door knows: a page claims no other way', async (context) => {
  const level = await testLevel(context, 'sqlite');
  const [one] = await registered(level, 1);
  if (one === undefined) throw new Error('registered');
  const handed = (day: string) => ({
    fileName: `${day}.json`,
    base64: dayFileOf(one, day).toString('base64'),
  });
  const claiming = { ...handed('2026-11-19'), route: 'line' };
  await level.call('file.receive', claiming);
  const { token } = await level.call('office.token', { code: one.code, allow: true });
  await level.level.receiveFrom(token ?? '', handed(DAY), 'khoa-cua-don-vi');
  expect(await level.call('file.list', {})).toMatchObject([
    { businessDay: DAY, route: 'line' },
    { businessDay: '2026-11-19', route: 'page' },
  ]);
});
