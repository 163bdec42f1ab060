import { expect, test } from 'vitest';
import { size } from '#tests/support/sizes.ts';
import { doSlowly, newTeam } from '#tests/support/team-desks.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';

const many = size('TEAM_TICKETS', 150, 2000);
const DAY = '2026-11-20';

test(`while ${many} tickets of a closed day come home, numbers are given, and the day counts none or all of them`, async () => {
  const home = openTestDesk();
  const { laptop } = await newTeam(home, 'L');
  laptop.call('day.open', { businessDay: DAY });
  const counterId = laptop.counters[0] ?? '';
  for (let at = 0; at < many; at += 1) {
    const idNumber = `001090${String(at).padStart(6, '0')}`;
    const { id: ticketId, requests } = laptop.call('ticket.issue', {
      requests: [
        {
          procedure: 'level-2',
          subject: 'citizen',
          person: { fullName: `Trần Thị Mẫu ${at}`, idNumber },
          papers: ['driving-licence', 'health-insurance'],
        },
      ],
    });
    laptop.call('ticket.call', { ticketId, counterId });
    laptop.call('ticket.start', { ticketId, counterId });
    const outcomes = [
      { requestId: requests[0]?.id ?? '', outcome: 'taken' as const, activated: at % 3 === 0 },
    ];
    laptop.call('ticket.finish', { ticketId, outcomes });
  }
  laptop.call('day.close', { businessDay: DAY });
  const pack = await doSlowly(laptop, 'team.pack', {});
  home.call('day.close', { businessDay: DAY });
  home.clock.pass(24 * 3600);
  home.call('day.open', { businessDay: '2026-11-21' });

  const began = performance.now();
  let isOver = false;
  const merging = doSlowly(home, 'team.merge', pack).finally(() => (isOver = true));
  let given = 0;
  let longest = 0;
  // On a PC that has other work as well this says what a quiet one would be held for.
  let busiest = 0;
  const counted = new Set<number>();
  let last = performance.now();
  while (!isOver) {
    home.issue();
    given += 1;
    if (given % 20 === 1) counted.add(home.call('report.day', { businessDay: DAY }).tickets.issued);
    last = performance.now();
    const worked = process.threadCpuUsage();
    await new Promise((done) => setImmediate(done));
    longest = Math.max(longest, performance.now() - last);
    const { user, system } = process.threadCpuUsage(worked);
    busiest = Math.max(busiest, (user + system) / 1000);
  }
  expect((await merging).tickets).toBe(many);
  if (process.env['TEAM_TICKETS'] !== undefined)
    console.log(
      `${many} tickets, ${Math.round(pack.base64.length / 1365)} KiB: ${Math.round(performance.now() - began)} ms, ${given} numbers meanwhile, longest hold ${Math.round(longest)} ms, ${Math.round(busiest)} ms of the processor`,
    );
  expect(given).toBeGreaterThan(3);
  expect([...counted].filter((one) => one !== 0 && one !== many)).toEqual([]);
  expect(home.call('report.day', { businessDay: DAY })).toMatchObject({
    version: 2,
    tickets: { served: many },
  });
  expect(home.call('report.day', { businessDay: '2026-11-21' }).tickets.issued).toBe(given);
}, 120_000);
