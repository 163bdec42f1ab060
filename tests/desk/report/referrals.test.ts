import { expect, test } from 'vitest';
import { openTestDesk } from '#tests/support/test-desk.ts';

test('who was sent elsewhere is counted by the place and the reason together', () => {
  const place = { kind: 'commune-police' as const, procedures: [], open: true };
  const directory = [
    { ...place, officeId: 'tinh', name: 'Trung tâm tỉnh' },
    { ...place, officeId: 'ben', name: 'Công an phường Bên' },
  ];
  const desk = openTestDesk({ settings: { directory } });
  for (const [referredTo, referralReason] of [
    ['tinh', 'card-needed'],
    ['ben', 'card-needed'],
    ['tinh', 'data-to-mend'],
    ['tinh', 'card-needed'],
  ] as const) {
    desk.issue();
    const { id, requests } = desk.serveNext();
    const requestId = requests[0]?.id ?? '';
    desk.call('ticket.finish', {
      ticketId: id,
      outcomes: [{ requestId, outcome: 'referred', referredTo, referralReason }],
    });
  }
  expect(desk.call('report.day', { businessDay: '2026-11-20' }).breakdowns.referrals).toEqual([
    { place: 'Công an phường Bên', reason: 'card-needed', count: 1 },
    { place: 'Trung tâm tỉnh', reason: 'card-needed', count: 2 },
    { place: 'Trung tâm tỉnh', reason: 'data-to-mend', count: 1 },
  ]);
});
