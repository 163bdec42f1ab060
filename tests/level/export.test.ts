import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { dayFile } from '#electron/books/day-file.ts';
import { checkDayFile } from '#electron/books/verify.mjs';
import type { LevelOutput } from '#shared/contract/level.ts';
import { levelFiguresOf } from '#shared/domain/level/figures.ts';
import { sumsAgree } from '#shared/domain/report/agreement.ts';
import { dayFigures } from '#shared/domain/report/figures.ts';
import { dayFileOf, ENGINES, registered, testLevel, type TestLevel } from '#tests/support/test-level.ts';

const DAY = '2026-11-20';
const own = { code: 'TINH', name: 'Công an tỉnh Mẫu', receivingLevel: 'Cục nghiệp vụ' };

function bytesOf({ base64 }: LevelOutput<'level.export'>): Buffer {
  return Buffer.from(base64, 'base64');
}

const daySum = (level: TestLevel, reason?: string) =>
  level.call('level.export', { from: DAY, to: DAY, format: 'day-file', ...(reason ? { reason } : {}) });

describe.each(ENGINES)('%s', (engine) => {
  test('the signed sum is a day file that holds and that another level takes', async (context) => {
    const level = await testLevel(context, engine);
    await level.call('level.set-up', own);
    for (const office of await registered(level, 3)) await level.receive(dayFileOf(office, DAY));
    const file = await daySum(level);
    expect(file.fileName).toBe(`tep-so-lieu-${DAY}-TINH-ban-1.json`);
    const { keyId, publicKey } = await level.call('level.state', {});
    expect(checkDayFile(bytesOf(file), { key: keyId, office: 'TINH' })).toMatchObject({ ok: true });
    const { parts, businessDay } = dayFile.parse(JSON.parse(bytesOf(file).toString('utf8')));
    const counts = { ...parts.counts, breakdowns: parts.breakdowns };
    const { totals, sum } = await level.call('level.day', { businessDay: DAY });
    expect(levelFiguresOf(counts)).toEqual(totals);
    expect(sum).toMatchObject({ version: 1, offices: 3, behind: false });
    const head = { office: own, version: 1, frozenAt: null, by: null, reason: null, chainHead: '' };
    expect(sumsAgree(dayFigures({ ...counts, businessDay, ...head }))).toBe(true);

    const above = await testLevel(context, engine);
    await above.call('office.register', { code: own.code, name: own.name, publicKey });
    expect(await above.receive(bytesOf(file))).toMatchObject({ status: 'new', businessDay: DAY, version: 1 });
    expect((await above.call('level.day', { businessDay: DAY })).totals).toEqual(totals);
  });

  test('the same sum is the same bytes; what came since makes its next version, with reason and differences', async (context) => {
    const level = await testLevel(context, engine);
    await level.call('level.set-up', own);
    const [one, two] = await registered(level, 2);
    if (one === undefined || two === undefined) throw new Error('registered');
    await level.receive(dayFileOf(one, DAY));
    const first = await daySum(level);
    expect(await daySum(level)).toEqual(first);
    await level.receive(dayFileOf(two, DAY));
    expect((await level.call('level.day', { businessDay: DAY })).sum).toMatchObject({
      version: 1,
      behind: true,
    });
    const second = await daySum(level, 'Nhận thêm xã Mẫu 2');
    expect(second.fileName).toBe(`tep-so-lieu-${DAY}-TINH-ban-2.json`);
    const { version, parts } = dayFile.parse(JSON.parse(bytesOf(second).toString('utf8')));
    expect(version).toBe(2);
    expect(parts.versions.map(({ reason }) => reason)).toEqual([null, 'Nhận thêm xã Mẫu 2']);
    expect(parts.versions[1]?.differences.length).toBeGreaterThan(0);
    const issued = parts.versions[1]?.differences.find(
      ({ section, column }) => section === 'tickets' && column === 'issued',
    );
    expect(issued?.after).toBe((await level.call('level.day', { businessDay: DAY })).totals.issued);
    expect(await level.call('level.check', {})).toMatchObject({ whole: true });
  });

  test('nothing is signed of a day of which nothing came, of several days, or before the level has a name', async (context) => {
    const level = await testLevel(context, engine);
    const asked = { from: DAY, to: DAY, format: 'day-file' } as const;
    expect(await level.refusal('level.export', asked)).toEqual({ code: 'level-not-set-up' });
    await level.call('level.set-up', own);
    expect(await level.refusal('level.export', asked)).toEqual({
      code: 'nothing-received',
      businessDay: DAY,
    });
    expect(await level.refusal('level.export', { ...asked, from: '2026-11-19' })).toMatchObject({
      code: 'invalid-input',
    });
  });

  test('the list of who has not sent names them with their telephones', async (context) => {
    const level = await testLevel(context, engine);
    await level.call('level.set-up', own);
    const offices = await registered(level, 3);
    for (const office of offices.slice(1)) await level.receive(dayFileOf(office, DAY));
    const file = await level.call('level.export', { from: DAY, to: DAY, format: 'missing-xlsx' });
    expect(file.fileName).toBe(`chua-gui-${DAY}-TINH.xlsx`);
    const cells = (await readXlsx(bytesOf(file))).sheets[0]?.rows.flat();
    expect(cells).toEqual(expect.arrayContaining([offices[0]?.name, '0240 000', '1 trên 3 đơn vị chưa gửi']));
    expect(cells).not.toContain(offices[1]?.name);
  });
});
