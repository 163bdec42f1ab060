import { readdirSync } from 'node:fs';
import type { SpecialCase } from '#shared/domain/procedure/vocabulary.ts';
import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '#tests/support/temporary-folder.ts';
import { DAY } from './exported-day.ts';
import { officeDesk } from './office-desk.ts';

describe('a list of people', () => {
  test('is journalled when it is made, masked unless asked, and names stay text', async () => {
    const { desk, start, ended, ask } = officeDesk();
    const folder = temporaryFolder('usb');
    for (const unmasked of [false, true]) {
      const job = await ended(
        start({ kind: 'people', businessDay: DAY, unmasked }, 'csv', [folder]).exportId,
      );
      const { base64 } = ask('export.fetch', { exportId: job.exportId });
      const text = Buffer.from(base64, 'base64').toString('utf8');
      expect(text.includes('001190000123')).toBe(unmasked);
      expect(text.includes('0912345678')).toBe(unmasked);
      expect(text).toContain(`"'=1+1"`);
      const [event] = desk.eventsSince(desk.lastEvent() - 1);
      expect(event).toMatchObject({
        name: 'report.people-exported',
        businessDay: DAY,
        data: { format: 'csv', masked: !unmasked, rows: 1 },
      });
      expect(JSON.stringify(event)).not.toContain('001190000123');
    }
    expect(readdirSync(folder).sort()).toEqual([
      'danh-sach-2026-11-20-0007-day-du.csv',
      'danh-sach-2026-11-20-0007.csv',
    ]);
  });

  test('says what the corrected day says, people entered late included', async () => {
    const { start, ended, ask } = officeDesk();
    const requestId = ask('ticket.list', { businessDay: DAY })[0]?.requests[0]?.id ?? '';
    ask('day.correct', {
      businessDay: DAY,
      reason: 'Bổ sung',
      changes: [{ requestId, outcome: 'taken' }],
      late: [{ procedure: 'level-1', outcome: 'guided', fullName: 'Lê Thị Muộn' }],
    });
    const subject = { kind: 'people', businessDay: DAY, unmasked: false } as const;
    const { exportId } = await ended(start(subject, 'csv', []).exportId);
    const text = Buffer.from(ask('export.fetch', { exportId }).base64, 'base64').toString('utf8');
    const rows = text.trim().split('\r\n').slice(1);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('"level-2","taken"');
    expect(rows[1]).toContain('"","Lê Thị Muộn"');
    expect(rows[1]).toContain('"level-1","guided"');
  });

  test.each([
    ['civil-status', ['Bùi Thị Mẫu: birth-date-incomplete', 'Đỗ Văn Mẫu: no-papers']],
    ['residence-police', ['Lý Thị Mẫu: lives-unregistered']],
  ] as const)('for the %s names those it has something to set right about', async (receiver, wanted) => {
    const { start, ended, ask } = officeDesk();
    const businessDay = '2026-11-23';
    ask('day.open', { businessDay });
    const issue = (fullName: string, more: object) =>
      ask('ticket.issue', {
        requests: [{ procedure: 'guidance', subject: 'citizen', person: { fullName, ...more }, ...more }],
      });
    issue('Bùi Thị Mẫu', { birthDate: '1950' });
    issue('Lý Thị Mẫu', { specialCase: 'lives-unregistered' });
    const found = issue('Đỗ Văn Mẫu', { birthDate: '1971-02-03' }).requests[0]?.id ?? '';
    ask('request.set-case', { requestId: found, specialCase: 'no-papers' });
    issue('Vũ Văn Mẫu', {});
    const subject = { kind: 'people', businessDay, unmasked: false, receiver } as const;
    const { exportId } = await ended(start(subject, 'csv', []).exportId);
    const text = Buffer.from(ask('export.fetch', { exportId }).base64, 'base64').toString('utf8');
    const rows = text.trim().split('\r\n').slice(1);
    expect(rows).toHaveLength(wanted.length);
    for (const [index, row] of rows.entries()) {
      const [name = '', kind = ''] = wanted[index]?.split(': ') ?? [];
      expect(row).toContain(`"${name}"`);
      expect(row).toContain(`"${kind}"`);
      // When it was noted; the officer has no name here.
      expect(row).toMatch(/"2026-11-\d\dT[\d:.]+Z",""$/);
    }
    expect(ask('report.day', { businessDay }).breakdowns.byCase).toEqual([
      { specialCase: 'no-papers', count: 1 },
      { specialCase: 'birth-date-incomplete', count: 1 },
      { specialCase: 'lives-unregistered', count: 1 },
    ]);
  });

  test('of cases covers days from one to another, in their order, and is printed as it is written', async () => {
    const { desk, start, ended, ask, reply } = officeDesk();
    const issue = (businessDay: string, fullName: string, specialCase: SpecialCase) => {
      ask('day.open', { businessDay });
      ask('ticket.issue', {
        requests: [
          {
            procedure: 'guidance',
            subject: 'citizen',
            person: { fullName, idNumber: '001190000777', phone: '0912345678' },
            specialCase,
          },
        ],
      });
      ask('day.close', { businessDay, leftovers: 'left' });
    };
    issue('2026-11-23', 'Vũ Thị Mẫu', 'lives-unregistered');
    issue('2026-11-24', 'Vũ Văn Mẫu', 'registered-elsewhere');
    issue('2026-11-25', 'An Văn Mẫu', 'address-unknown');
    issue('2026-11-26', 'Bùi Văn Mẫu', 'lives-unregistered');
    const days = { businessDay: '2026-11-22', to: '2026-11-25', receiver: 'residence-police' } as const;
    const subject = { kind: 'people', ...days, unmasked: false } as const;
    const job = await ended(start(subject, 'csv', []).exportId);
    expect(job.fileName).toBe('danh-sach-2026-11-22-den-2026-11-25-0007.csv');
    const text = Buffer.from(ask('export.fetch', { exportId: job.exportId }).base64, 'base64').toString();
    expect(
      text
        .trim()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(',').filter((_cell, at) => at === 0 || at === 2)),
    ).toEqual([
      ['"2026-11-23"', '"Vũ Thị Mẫu"'],
      ['"2026-11-24"', '"Vũ Văn Mẫu"'],
      ['"2026-11-25"', '"An Văn Mẫu"'],
    ]);
    expect(desk.eventsSince(desk.lastEvent() - 1)[0]).toMatchObject({
      name: 'report.people-exported',
      businessDay: null,
      data: { format: 'csv', masked: true, rows: 3, firstDay: '2026-11-22', lastDay: '2026-11-25' },
    });
    for (const unmasked of [false, true]) {
      const printed = (await desk.dispatch('report.cases', { ...days, unmasked }, { role: 'leader' })) as {
        value: { fullName: string; idNumber: string; phone: string; told: { at: string } }[];
      };
      expect(printed.value.map(({ fullName }) => fullName)).toEqual([
        'Vũ Thị Mẫu',
        'Vũ Văn Mẫu',
        'An Văn Mẫu',
      ]);
      expect(printed.value[0]).toMatchObject({
        businessDay: '2026-11-23',
        idNumber: unmasked ? '001190000777' : '001*****0777',
        phone: unmasked ? '0912345678' : '09*****678',
        specialCase: 'lives-unregistered',
        told: { officer: '', at: expect.any(String) as string },
      });
    }
    const refused = (more: object) =>
      reply('export.start', { subject: { ...subject, ...more }, format: 'csv' });
    for (const more of [{ receiver: undefined }, { to: '2026-11-21' }, { to: '2027-11-23' }])
      expect(refused(more)).toMatchObject({
        ok: false,
        problem: { code: 'invalid-input', path: 'subject.to', reason: 'out-of-range' },
      });
    expect(
      await desk.dispatch('report.cases', { ...days, unmasked: false }, { role: 'counter' }),
    ).toMatchObject({ ok: false, problem: { code: 'not-allowed' } });
  });

  test('goes to no folder that nobody named, not even a remembered one', async () => {
    const { start, ended, ask } = officeDesk();
    const folder = temporaryFolder('usb');
    ask('office.update', { settings: { exportFolders: [folder] } });
    const subject = { kind: 'people', businessDay: DAY, unmasked: true } as const;
    const job = await ended(start(subject, 'csv').exportId);
    expect(job).toMatchObject({ state: 'done', targets: [] });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is for leaders alone', () => {
    const { desk } = officeDesk();
    const subject = { kind: 'people', businessDay: DAY, unmasked: false };
    const answer = desk.dispatch('export.start', { subject, format: 'csv' }, { role: 'counter' }, uuid());
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-allowed' } });
  });
});

describe('the list of a roster', () => {
  test('names who is not done, is masked unless asked, journalled without a name, and goes to no folder by itself', async () => {
    const { desk, start, ended, ask } = officeDesk();
    const folder = temporaryFolder('usb');
    ask('office.update', { settings: { exportFolders: [folder] } });
    const { rosterId } = ask('roster.save', { name: 'Trường Mẫu', level: 'level-2', dueOn: '2026-12-15' });
    const add = (fullName: string, idNumber: string) =>
      ask('roster.add-member', { rosterId, person: { fullName, idNumber, birthDate: '1990-05-05' } });
    add('Đỗ Thị Mẫu', '001190000123');
    const { memberId } = add('Bùi Văn Mẫu', '001090000125');
    ask('roster.mark', { memberId, mark: { known: 'activated' } });
    // Nothing is asked of whoever moved away: the agency need not send them.
    ask('roster.mark', {
      memberId: add('Vũ Văn Mẫu', '001090000126').memberId,
      mark: { exempt: 'moved-away' },
    });
    for (const unmasked of [false, true]) {
      const job = await ended(start({ kind: 'roster', rosterId, unmasked }, 'csv').exportId);
      expect(job).toMatchObject({
        targets: [],
        fileName: `chua-xong-Truong-Mau-2026-11-20${unmasked ? '-day-du' : ''}.csv`,
      });
      const file = ask('export.fetch', { exportId: job.exportId });
      const rows = Buffer.from(file.base64, 'base64').toString('utf8').trim().split('\r\n').slice(1);
      const number = unmasked ? '001190000123' : '001*****0123';
      expect(rows).toEqual([`"Trường Mẫu","Đỗ Thị Mẫu","1990-05-05","${number}","","not-yet",""`]);
      const [event] = desk.eventsSince(desk.lastEvent() - 1);
      expect(event).toMatchObject({
        name: 'report.people-exported',
        businessDay: null,
        data: { format: 'csv', masked: !unmasked, rows: 1, rosterId },
      });
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of a roster that is not there is refused', () => {
    const { reply } = officeDesk();
    const subject = { kind: 'roster', rosterId: uuid(), unmasked: false };
    expect(reply('export.start', { subject, format: 'xlsx' })).toMatchObject({
      ok: false,
      problem: { code: 'unknown-roster' },
    });
  });
});
