import { expect, test } from 'vitest';
import { FILE_FORMATS } from '#shared/contract/export-words.ts';
import { PERIOD_SENT } from '#renderer/exports/period-subjects.ts';
import { officeDesk } from '#tests/desk/export/office-desk.ts';

test('what is sent of a period is among what the desk makes of it', () => {
  const { ask, reply } = officeDesk({ reportPrinter: async () => ({ trouble: 'not-drawn' }) });
  const { campaignId } = ask('campaign.save', {
    name: 'Cấp tài khoản định danh',
    unit: 'Xã Thử',
    from: '2026-11-16',
    dueOn: '2026-11-30',
    statedTotal: null,
    rows: [{ level: 'level-2', target: 10, before: 0 }],
  });
  const subjects = [
    { kind: 'month', month: '2026-11' },
    { kind: 'year', year: 2026 },
    { kind: 'campaign', campaignId },
  ] as const;
  for (const subject of subjects) {
    const made = FILE_FORMATS.filter((format) => {
      const answer = reply('export.start', { subject, format, folders: [] });
      if ('ok' in answer && answer.ok)
        ask('export.cancel', { exportId: (answer.value as { exportId: string }).exportId });
      return 'ok' in answer && answer.ok;
    });
    expect(made, subject.kind).toEqual(expect.arrayContaining([...PERIOD_SENT[subject.kind]]));
  }
});
