import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '#shared/domain/language.ts';
import { dayFileOf, sender } from '#tests/support/day-files.ts';
import { ENGINES, registered, testLevel, type TestLevel } from '#tests/support/test-level.ts';

type Cell = string | number | null;

function csv(text: string) {
  return { fileName: 'bang.csv', base64: Buffer.from(text, 'utf8').toString('base64') };
}

/** As it is pasted from a spreadsheet. */
const pasted = (...lines: readonly (readonly string[])[]) =>
  csv(lines.map((line) => line.join('\t')).join('\n'));

async function xlsx(...rows: readonly (readonly Cell[])[]) {
  const bytes = await writeXlsx({ sheets: [{ name: 'Đơn vị', rows: rows.map((row) => [...row]) }] });
  return { fileName: 'bang.xlsx', base64: Buffer.from(bytes).toString('base64') };
}

const verdicts = async (level: TestLevel, file: { fileName: string; base64: string }) =>
  (await level.call('office.review', file)).map(({ line, state, fault, changes }) => [
    line,
    state,
    ...(fault === undefined ? [] : [fault]),
    ...(changes ?? []),
  ]);

describe.each(ENGINES)('%s', (engine) => {
  test('every line gets its verdict and nothing is written; then all of it at once', async (context) => {
    const level = await testLevel(context, engine);
    await level.call('level.set-up', { code: 'LG', name: 'Lam Giang', receivingLevel: 'C06' });
    const [one, two, three] = await registered(level, 3);
    if (one === undefined || two === undefined || three === undefined) throw new Error('registered');
    const [a, b, c] = [sender(11), sender(12), sender(13)];
    const file = await xlsx(
      ['Danh sách đơn vị', null],
      ['STT', 'Khóa công khai', 'Tên đơn vị', 'Mã đơn vị', 'Số điện thoại', 'Cụm', 'Ngày làm việc'],
      [1, a.key.publicKey, 'Xã Một', a.code, 912_345_678, 'Cụm 2', 'T2-T7'],
      [2, one.key.keyId, one.name, one.code, '0240 000', null, 'T2-T6'],
      [3, null, 'Tên mới', two.code, '0240 111', null, null],
      [4, null, null, null, null, null, null],
      [5, b.key.publicKey, null, b.code, null, null, null],
      [6, b.key.publicKey, 'Xã Hai', null, null, null, null],
      [7, null, 'Xã Hai', b.code, null, null, null],
      [8, 'không phải khóa', 'Xã Hai', b.code, null, null, null],
      [9, b.key.publicKey, 'Xã Hai', a.code, null, null, null],
      [10, a.key.keyId, 'Xã Hai', b.code, null, null, null],
      [11, b.key.publicKey, 'Xã Hai', b.code, null, null, 'cả tuần'],
      [12, c.key.publicKey, three.name, three.code, null, null, null],
      [13, three.key.publicKey, 'Xã Ba', c.code, null, null, null],
      [14, c.key.publicKey, 'Xã Ba', 'LG', null, null, null],
      [15, c.key.publicKey, 'X'.repeat(201), c.code, null, null, null],
      [16, b.key.publicKey, 'Xã Hai', b.code, null, null, null],
    );
    const revision = level.level.revision();
    const told = [
      [3, 'new'],
      [4, 'same'],
      [5, 'changed', 'name', 'telephone'],
      [7, 'bad', 'no-name'],
      [8, 'bad', 'no-code'],
      [9, 'bad', 'no-key'],
      [10, 'bad', 'not-a-key'],
      [11, 'bad', 'doubled'],
      [12, 'bad', 'key-doubled'],
      [13, 'bad', 'not-weekdays'],
      [14, 'bad', 'other-key'],
      [15, 'bad', 'key-in-use'],
      [16, 'bad', 'own-code'],
      [17, 'bad', 'too-long'],
      [18, 'new'],
    ];
    expect(await verdicts(level, file)).toEqual(told);
    expect(level.level.revision()).toBe(revision);
    expect(await level.call('office.list', {})).toHaveLength(3);

    const reply = await level.reply('office.apply', file, 'clerk', 'khoa-mot-lan');
    expect(reply).toMatchObject({ ok: true, value: told.map(([line, state]) => ({ line, state })) });
    expect(await level.reply('office.apply', file, 'clerk', 'khoa-mot-lan')).toEqual(reply);
    const offices = await level.call('office.list', {});
    expect(offices).toHaveLength(5);
    expect(offices.find(({ code }) => code === a.code)).toMatchObject({
      name: 'Xã Một',
      group: 'Cụm 2',
      telephone: '0912345678',
      weekdays: [1, 2, 3, 4, 5, 6],
      keyId: a.key.keyId,
    });
    // Its empty cells left what was known.
    expect(offices.find(({ code }) => code === two.code)).toMatchObject({
      name: 'Tên mới',
      group: 'Cụm 1',
      telephone: '0240 111',
      keyId: two.key.keyId,
    });
    expect((await verdicts(level, file)).slice(0, 3)).toEqual([
      [3, 'same'],
      [4, 'same'],
      [5, 'same'],
    ]);
    expect(await level.call('level.check', {})).toMatchObject({ whole: true });
  });

  test('files of an office that came before its line was written count after it', async (context) => {
    const level = await testLevel(context, engine);
    const late = sender(9);
    await level.receive(dayFileOf(late, '2026-11-20'));
    await level.call('office.apply', pasted([late.code, late.name, '', '', late.key.publicKey]));
    expect((await level.call('level.day', { businessDay: '2026-11-20' })).received).toMatchObject([
      { code: late.code },
    ]);
  });
});

test.for(LANGUAGES)(
  'the table that the level gives, in %s, is taken back as it is',
  async (language, context) => {
    const level = await testLevel(context, 'sqlite');
    await registered(level, 3);
    const table = await level.call('office.table', { language });
    expect((await verdicts(level, table)).map(([, state]) => state)).toEqual(['same', 'same', 'same']);
    // Filled in below those that are there.
    const { sheets } = await readXlsx(Buffer.from(table.base64, 'base64'));
    const rows = (sheets[0]?.rows ?? []).map((row) => [...row] as Cell[]);
    const { code, name, key } = sender(50);
    rows[6] = [code, name, 'Cụm 2', '0200', null, `-----BEGIN`];
    expect((await verdicts(level, await xlsx(...rows))).at(-1)).toEqual([7, 'bad', 'not-a-key']);
    rows[6] = [code, name, 'Cụm 2', '0200', null, key.publicKey];
    expect((await verdicts(level, await xlsx(...rows))).at(-1)).toEqual([7, 'new']);
  },
);

test('a pasted table is read without heads, with or without the working days, and as a CSV with quotes', async (context) => {
  const level = await testLevel(context, 'sqlite');
  const [a, b] = [sender(1), sender(2)];
  const shown = async (file: { fileName: string; base64: string }) =>
    (await level.call('office.review', file)).map(({ code, name, group, state }) => [
      code,
      name,
      group,
      state,
    ]);
  expect(
    await shown(
      pasted([a.code, 'Xã A, cũ', 'Cụm 1', '0200', a.key.publicKey], [b.code, 'Xã B', '', '', b.key.keyId]),
    ),
  ).toEqual([
    [a.code, 'Xã A, cũ', 'Cụm 1', 'new'],
    [b.code, 'Xã B', '', 'new'],
  ]);
  expect(await shown(pasted([a.code, 'Xã A', 'Cụm 1', '', 'T2-T6', a.key.publicKey]))).toEqual([
    [a.code, 'Xã A', 'Cụm 1', 'new'],
  ]);
  expect(
    await shown(
      csv(
        `\uFEFFTên;Khóa;Mã\n"Xã ""Ba""; cũ";${a.key.publicKey};${a.code}\n"Xã\nBốn";${b.key.publicKey};${b.code}\n`,
      ),
    ),
  ).toEqual([
    [a.code, 'Xã "Ba"; cũ', '', 'new'],
    [b.code, 'Xã\nBốn', '', 'new'],
  ]);
  for (const wrong of ['', '\n\n', '%PDF-1.4'])
    expect(await level.refusal('office.apply', csv(wrong))).toMatchObject({ code: 'extract-refused' });
});

test('while a table is read others are answered, and one of too many lines is refused', async (context) => {
  const level = await testLevel(context, 'sqlite');
  const lines = (count: number) =>
    csv(['Mã,Tên', ...Array.from({ length: count }, (_, index) => `X-${index},Xã ${index}`)].join('\n'));
  const answered: string[] = [];
  const sheet = (await level.call('figures.template', {})).base64;
  const asked = (
    [
      ['office.review', lines(1_000)],
      ['office.apply', lines(1_000)],
      ['figures.read-sheet', { fileName: 'mau.xlsx', base64: sheet }],
      ['level.state', {}],
    ] as const
  ).map(([method, input]) => level.reply(method, input).then(() => answered.push(method)));
  await Promise.all(asked);
  expect(answered[0]).toBe('level.state');

  for (const count of [5_001, 6_000])
    for (const method of ['office.review', 'office.apply'] as const)
      expect(await level.refusal(method, lines(count))).toEqual({
        code: 'extract-refused',
        reason: 'too-many-rows',
        detail: '5000',
      });
});

test.for([
  [912_345_678, '0912345678'],
  [84_912_345_678, '0912345678'],
  // Of a network whose own numbers begin with 084.
  [841_234_567, '0841234567'],
  [842_403_851_234, '02403851234'],
  ['+84 912 345 678', '+84 912 345 678'],
] as const)('a telephone that a spreadsheet holds as %s is %s', async ([typed, telephone], context) => {
  const level = await testLevel(context, 'sqlite');
  const { code, name, key } = sender(1);
  const file = await xlsx(['Mã', 'Tên', 'Điện thoại', 'Khóa'], [code, name, typed, key.publicKey]);
  expect(await level.call('office.review', file)).toMatchObject([{ state: 'new', telephone }]);
});
