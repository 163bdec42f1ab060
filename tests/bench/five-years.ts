import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_NAME } from '#electron/desk/store/marker.ts';
import { chance } from '#shared/domain/sample-day/random.ts';
import { ask, loadClient } from '#tests/support/load-client.ts';
import { runHost } from '#tests/support/running-host.ts';
import {
  benchDesk,
  benchFolder,
  businessDay,
  openedDesk,
  timed,
  visitor,
  type BenchDesk,
} from './bench-desk.ts';
import { atMost, figure, notMeasured, short, spread, type Row } from './figures.ts';
import { fillPast, type Past } from './five-years-store.ts';
import { hostFile } from './over-http.ts';
import { residentMiB } from './process-figures.ts';
import { waitsAtStart, waitsAtWork } from './waits.ts';

type Operation = 'issue' | 'call';
type Counted = BenchDesk & { readonly counterId: string };

/** An operation on a desk without a past, then the same on one with years of it, over and over. */
function growth(fresh: Counted, old: Counted, operations: number): Row[] {
  const times = {
    issue: { fresh: [] as number[], old: [] as number[] },
    call: { fresh: [] as number[], old: [] as number[] },
  };
  const warm = Math.min(50, Math.floor(operations / 4));
  for (let index = 0; index < operations + warm; index += 1) {
    for (const [age, desk] of [
      ['fresh', fresh],
      ['old', old],
    ] as const) {
      // Nobody of the past comes again: the person is new on both desks.
      const input = visitor(index);
      const took = timed(() => void desk.call('ticket.issue', input));
      if (index >= warm) times.issue[age].push(took);
    }
  }
  for (let index = 0; index < operations; index += 1) {
    for (const [age, desk] of [
      ['fresh', fresh],
      ['old', old],
    ] as const) {
      let ticketId = '';
      const took = timed(
        () => void (ticketId = desk.call('ticket.call-next', { counterId: desk.counterId })?.id ?? ''),
      );
      desk.call('ticket.leave', { ticketId });
      if (index >= warm) times.call[age].push(took);
    }
  }
  return (['issue', 'call'] as const).map((operation: Operation) => {
    const [before, after] = [spread(times[operation].fresh), spread(times[operation].old)];
    return atMost(
      `${operation}: five years / empty desk`,
      after.p50 / before.p50,
      1.2,
      ' ×',
      `p50 ${short(after.p50)} / ${short(before.p50)} ms; p99 ${short(after.p99)} / ${short(before.p99)}`,
    );
  });
}

/** Names as they are typed: two letters, three, a word and the beginning of the next. */
function typed(names: readonly string[], count: number): string[] {
  const luck = chance(9);
  return Array.from({ length: count }, () => {
    const name = luck.pick(names);
    return name.slice(0, luck.whole(2, name.length));
  });
}

function nameSearch(desk: BenchDesk, names: readonly string[], count: number): Row[] {
  const searches = typed(names, count);
  for (const search of searches.slice(0, 20)) desk.call('person.search', { search });
  const times = spread(searches.map((search) => timed(() => void desk.call('person.search', { search }))));
  return [
    atMost(
      `name search over ${names.length} people: p99`,
      times.p99,
      5,
      ' ms',
      `p50 ${short(times.p50)}, p90 ${short(times.p90)}; from the second letter on`,
    ),
  ];
}

function dayReport(desk: BenchDesk): Row[] {
  const { tickets } = desk.call('report.day', { businessDay });
  const times = spread(
    Array.from({ length: 20 }, () => timed(() => void desk.call('report.day', { businessDay }))),
  );
  return [
    atMost(
      `day report of ${tickets.issued} tickets`,
      times.p50,
      50,
      ' ms',
      `p99 ${short(times.p99)}; counted live from the rows`,
    ),
  ];
}

/** What the leader looks at over years of closed days. */
function periods(desk: BenchDesk): Row[] {
  const median = (work: () => unknown) => {
    work();
    return spread(Array.from({ length: 20 }, () => timed(() => void work())));
  };
  const { campaignId } = desk.call('campaign.save', {
    name: 'Đợt cao điểm',
    unit: 'Phường Thử Nghiệm',
    from: '2026-06-01',
    dueOn: '2026-12-31',
    rows: [{ level: 'level-2', target: 50_000, before: 0 }],
  });
  const month = median(() => desk.call('report.month', { month: '2026-10' }));
  const lists = (['all', 'late', 'activation-ends', 'activated'] as const).map((list) =>
    median(() => desk.call('follow-up.list', { list, limit: 100 })),
  );
  const slowest = Math.max(...lists.map(({ p50 }) => p50));
  const { counts } = desk.call('follow-up.list', { list: 'all', limit: 1 });
  const progress = median(() => desk.call('campaign.progress', { campaignId }));
  desk.call('campaign.remove', { campaignId });
  return [
    atMost(
      'month report',
      month.p50,
      300,
      ' ms',
      `p99 ${short(month.p99)}; a campaign of seven months in it`,
    ),
    atMost(
      'follow-up, slowest list',
      slowest,
      20,
      ' ms',
      `${counts.all} accounts, ${counts.late} of them late`,
    ),
    figure('campaign of seven months', `${short(progress.p50)} ms`, `p99 ${short(progress.p99)}`),
  ];
}

/** The host over the same data: how long it takes to start, and what it holds after a morning's work. */
async function hostOver(folder: string, tickets: number): Promise<Row[]> {
  const host = await runHost(folder, hostFile);
  try {
    const client = loadClient(host);
    const atStart = await waitsAtStart(client);
    const counterId = (await ask(client, 'counter.list', {}))[0]?.id ?? '';
    for (let index = 0; index < 300; index += 1) {
      await ask(client, 'ticket.issue', visitor(500_000 + index));
      const called = await ask(client, 'ticket.call-next', { counterId });
      await ask(client, 'queue.board', { counterId });
      await ask(client, 'person.search', { search: 'nguyen th' });
      if (called !== null) await ask(client, 'ticket.leave', { ticketId: called.id });
    }
    await ask(client, 'report.day', { businessDay });
    const memory = residentMiB(host.pid);
    const waited = [...atStart, ...(await waitsAtWork(client))];
    client.close();
    return [
      atMost(
        `start of the host with ${tickets} tickets`,
        host.startedInMs / 1000,
        3,
        ' s',
        'to its first line',
      ),
      memory === null
        ? notMeasured('memory of the host', 'this system does not tell')
        : atMost(
            `memory of the host with ${tickets} tickets`,
            memory,
            150,
            ' MiB',
            'after 300 tickets of work',
          ),
      ...waited,
    ];
  } finally {
    await host.stop();
  }
}

/** What years of closed days do to a desk. */
export async function fiveYears(past: Past, operations: number): Promise<Row[]> {
  const [oldFolder, freshFolder] = [benchFolder('five-years'), benchFolder('empty')];
  try {
    let names: string[] = [];
    const filling = timed(() => void (names = fillPast(oldFolder.path, past)));
    const size = statSync(join(oldFolder.path, DATABASE_NAME)).size / 2 ** 20;
    const rows = [
      figure(
        `five years: ${past.tickets} tickets on ${past.days} days`,
        `${short(size)} MiB`,
        `filled in ${short(filling / 1000)} s`,
      ),
    ];
    let opened: BenchDesk | undefined;
    const opening = timed(() => void (opened = benchDesk(oldFolder.path)));
    if (opened === undefined) throw new Error('the desk did not open');
    const old = opened;
    old.call('day.open', { businessDay, confirmed: true });
    const fresh = openedDesk(freshFolder.path, 1);
    const oldCounter = old.call('counter.list', {})[0]?.id ?? '';
    rows.push(
      figure('opening its store', `${short(opening / 1000)} s`, 'every page is checked'),
      ...growth(
        { ...fresh, counterId: fresh.counters[0] ?? '' },
        { ...old, counterId: oldCounter },
        operations,
      ),
      ...dayReport(old),
      ...periods(old),
      ...nameSearch(old, names, operations),
    );
    fresh.desk.close();
    old.desk.close();
    rows.push(...(await hostOver(oldFolder.path, past.tickets)));
    return rows;
  } finally {
    oldFolder.remove();
    freshFolder.remove();
  }
}
