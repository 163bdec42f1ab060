import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { dayFileOf } from '#tests/support/day-files.ts';
import { ENGINES, registered, testLevel } from '#tests/support/test-level.ts';

const DAY = '2026-11-20';

describe.each(ENGINES)('%s', (engine) => {
  test('a note of a call stands on the list of who is missing, on its file and at the office, until it is taken away', async (context) => {
    const level = await testLevel(context, engine);
    await level.call('level.set-up', { code: 'LG', name: 'Lam Giang', receivingLevel: 'C06' });
    const [one, two] = await registered(level, 2);
    if (one === undefined || two === undefined) throw new Error('registered');
    const of = { officeCode: one.code, businessDay: DAY };
    const said = { by: 'Nguyễn Văn leader', at: level.clock.now() };
    const revision = level.level.revision();
    expect(await level.call('call-note.write', { ...of, text: ' đã gọi 9h ' })).toEqual({
      text: 'đã gọi 9h',
      ...said,
    });
    expect(await level.call('call-note.write', { ...of, text: 'đã gọi 9h, máy hỏng' })).toMatchObject(said);
    expect(level.level.revision()).toBe(revision + 2);
    const note = { text: 'đã gọi 9h, máy hỏng', ...said };
    const missing = async () => (await level.call('level.day', { businessDay: DAY })).missing;
    expect((await missing()).map((office) => office.note)).toEqual([note, undefined]);
    expect((await level.call('level.day', { businessDay: '2026-11-19' })).missing).not.toContainEqual(
      expect.objectContaining({ note: expect.anything() }),
    );
    level.clock.set('2026-11-24T02:00:00.000Z');
    const office = async () =>
      (await level.call('level.office', { code: one.code, from: '2026-11-16', to: DAY })).days.find(
        ({ businessDay }) => businessDay === DAY,
      );
    expect(await office()).toMatchObject({ state: 'missing', note });
    const { base64 } = await level.call('level.export', { from: DAY, to: DAY, format: 'missing-xlsx' });
    const { sheets } = await readXlsx(Buffer.from(base64, 'base64'));
    expect(sheets[0]?.rows.flat()).toContain('đã gọi 9h, máy hỏng');

    // What came since takes nothing of what was said.
    await level.receive(dayFileOf(one, DAY));
    expect(await office()).toMatchObject({ version: 1, note });
    expect(await level.call('call-note.write', { ...of, text: '' })).toBeNull();
    expect((await office())?.note).toBeUndefined();
    expect(await level.call('level.check', {})).toMatchObject({ whole: true });
  });

  test('a note is of an office that is registered and of a day that has come', async (context) => {
    const level = await testLevel(context, engine);
    const [one] = await registered(level, 1);
    const text = 'gọi rồi';
    expect(
      await level.refusal('call-note.write', { officeCode: 'XA-0999', businessDay: DAY, text }),
    ).toMatchObject({ code: 'unknown-office' });
    expect(
      await level.refusal('call-note.write', {
        officeCode: one?.code ?? '',
        businessDay: '2026-11-22',
        text,
      }),
    ).toMatchObject({ code: 'invalid-input', reason: 'day-in-future' });
  });
});
