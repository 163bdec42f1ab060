import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { dayFile } from '#electron/books/day-file.ts';
import { checkDayFile } from '#electron/books/verify.mjs';
import type { LevelOutput } from '#shared/contract/level.ts';
import { levelFiguresOf } from '#shared/domain/level/figures.ts';
import { sumsAgree } from '#shared/domain/report/agreement.ts';
import { dayFigures } from '#shared/domain/report/figures.ts';
import { dayFileOf } from '#tests/support/day-files.ts';
import { ENGINES, registered, testLevel, type TestLevel } from '#tests/support/test-level.ts';

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

  test('a leader signs; a clerk has what was signed again, and does not sign anew', async (context) => {
    const level = await testLevel(context, engine);
    await level.call('level.set-up', own);
    const [first, second] = await registered(level, 2);
    if (first === undefined || second === undefined) throw new Error('two offices');
    await level.receive(dayFileOf(first, DAY));
    const asked = { from: DAY, to: DAY, format: 'day-file', reason: 'Nhận thêm' } as const;
    const refused = { code: 'not-allowed', role: 'clerk' };
    expect(await level.refusal('level.export', asked, 'clerk')).toEqual(refused);
    const signed = await level.call('level.export', asked);
    expect(await level.reply('level.export', asked, 'clerk')).toEqual({ ok: true, value: signed });
    await level.receive(dayFileOf(second, DAY));
    expect(await level.refusal('level.export', asked, 'clerk')).toEqual(refused);
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

  test('the book of a period holds what the files hold: sums, every office, and all parts', async (context) => {
    const level = await testLevel(context, engine);
    await level.call('level.set-up', own);
    const offices = await registered(level, 3);
    const days = ['2026-11-18', '2026-11-19', DAY];
    const files = offices.flatMap((office, index) =>
      days
        .slice(index)
        .map((businessDay) =>
          dayFileOf(office, businessDay, { seed: index * 3 + businessDay.charCodeAt(9) }),
        ),
    );
    for (const file of files) await level.receive(file);
    const span = { from: '2026-11-01', to: '2026-11-30' } as const;
    const csv = await level.call('level.export', { ...span, format: 'csv' });
    expect(csv.fileName).toBe('tong-hop-2026-11-01-den-2026-11-30-TINH.csv');
    const { data } = Papa.parse<string[]>(bytesOf(csv).toString('utf8').trim());
    const value = (section: string, row: string, column: string): number =>
      Number(data.find((line) => line[2] === section && line[3] === row && line[4] === column)?.[5]);
    const naive = files.map((file) => dayFile.parse(JSON.parse(file.toString('utf8'))).parts);
    const sum = (of: (parts: (typeof naive)[number]) => number): number =>
      naive.reduce((all, parts) => all + of(parts), 0);
    expect(value('level-total', 'all', 'issued')).toBe(sum(({ counts }) => counts.tickets.issued));
    expect(value('level-offices', 'XA-0002', 'days')).toBe(2);
    expect(value('requests', 'all', 'total') || sum(({ counts }) => counts.requests.total)).toBe(
      sum(({ counts }) => counts.requests.total),
    );
    expect(value('requests', 'level-2', 'total')).toBe(
      sum(
        ({ counts }) =>
          counts.requests.byProcedure.find(({ procedure }) => procedure === 'level-2')?.total ?? 0,
      ),
    );
    expect(value('sites', 'home', 'activated')).toBe(
      sum(({ breakdowns }) => breakdowns.bySite.find(({ site }) => site === 'home')?.activated ?? 0),
    );
    const book = await readXlsx(bytesOf(await level.call('level.export', { ...span, format: 'xlsx' })));
    expect(book.sheets.map(({ name }) => name)).toEqual([
      'Tổng hợp',
      'Theo đơn vị',
      'Phân tích',
      'Nguyên nhân, kiến nghị',
      'figures',
    ]);
    const group = await level.call('level.export', { ...span, group: 'Cụm không có', format: 'csv' });
    expect(bytesOf(group).toString('utf8')).not.toContain('XA-0001');
    expect(await level.refusal('level.export', { ...span, format: 'pdf' })).toEqual({
      code: 'pdf-not-made',
      reason: 'no-browser',
    });
  });

  test('sheets of offices without the program are taken line by line, and counted in the signed sum once they agree', async (context) => {
    const level = await testLevel(context, engine);
    await level.call('level.set-up', own);
    const [one] = await registered(level, 2);
    if (one === undefined) throw new Error('registered');
    await level.receive(dayFileOf(one, DAY));
    const { base64 } = await level.call('figures.template', {});
    const [template] = (await readXlsx(Buffer.from(base64, 'base64'))).sheets;
    const heads = (template?.rows[2] ?? []).map((cell) => `"${String(cell)}"`).join(',');
    const sheet = (...lines: readonly string[]) => ({
      fileName: 'xa-khong-may.csv',
      base64: Buffer.from([heads, ...lines].join('\n'), 'utf8').toString('base64'),
    });
    const wrong = sheet(
      'XA-0002,20/11/2026,9,12,2352,3,0,1,1,119,1068,0,0,0',
      'XA-9999,20/11/2026,9,12,7,3,0,1,1,3,4,1,0,0',
      'XA-0002,31/06/2026,9,12,7,3,0,1,1,3,4,1,0,0',
    );
    expect((await level.call('figures.read-sheet', wrong)).lines).toMatchObject([
      { line: 2, status: 'new', problem: 'parts-differ', office: { code: 'XA-0002' } },
      { line: 3, status: 'unknown-office' },
      { line: 4, status: 'unreadable', problem: 'no-such-day' },
    ]);
    expect(await level.refusal('level.export', { from: DAY, to: DAY, format: 'day-file' })).toEqual({
      code: 'figures-differ',
      name: 'Công an xã Mẫu 2',
      parts: [119, 1_068],
      stated: 2_352,
    });
    const right = sheet('XA-0002,20/11/2026,9,12,7,3,0,1,1,3,4,1,0,0');
    expect((await level.call('figures.read-sheet', right)).lines).toMatchObject([
      { status: 'replaced', version: 2 },
    ]);
    const { parts } = dayFile.parse(JSON.parse(bytesOf(await daySum(level)).toString('utf8')));
    const { totals } = await level.call('level.day', { businessDay: DAY });
    expect(levelFiguresOf({ ...parts.counts, breakdowns: parts.breakdowns })).toEqual(totals);
    expect(await level.reply('figures.read-sheet', { fileName: 'x.csv', base64: '' })).toMatchObject({
      ok: false,
    });
  });
});
