import { expect, test } from 'vitest';
import type { DeskEvent } from '#shared/contract/event.ts';
import { deskContract, isMethod, type QueryName } from '#shared/contract/desk-contract.ts';
import { deskMethods } from '#shared/contract/method-table.ts';
import { isStaleAfter } from '#shared/contract/stale.ts';
import { fc } from '#tests/support/property.ts';
import { press, pressOn, randomDaySettings, type Press } from '#tests/support/random-day.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { size } from '#tests/support/sizes.ts';

const DAY = '2026-11-20';

/** What no window keeps: answered from the input alone, or bytes made when somebody asks. */
const NEVER_KEPT: readonly string[] = [
  'extract.review',
  'roster.review',
  'export.fetch',
  'identity.read-card',
  'report.export',
  'system.verify-events',
  'team.review',
  'voice.takes',
  'voice.tell',
];
/** Of the drivers, of windows that speak, of lines to other PCs, of folders outside and of jobs that run beside the desk: their answers change without it. */
const FROM_OUTSIDE: readonly string[] = [
  'printer.list',
  'export.list',
  'lan.state',
  'tv.state',
  'join.find',
  'device.list',
  'voice.silent',
  'voice.speakers',
  'backup.settings',
  'backup.list',
  'backup.find',
  'backup.status',
  'update.state',
  'update.find',
  'data.status',
];

test('every query that a window keeps names what makes its answer stale, and no command does', () => {
  const rows = Object.entries(deskContract);
  expect(
    rows.filter(([, rule]) => rule.kind === 'query' && rule.stale.length === 0).map(([name]) => name),
  ).toEqual(expect.arrayContaining([...NEVER_KEPT]));
  expect(
    rows.filter(
      ([name, rule]) => rule.kind === 'query' && rule.stale.length === 0 && !NEVER_KEPT.includes(name),
    ),
  ).toEqual([]);
  expect(
    rows.filter(([name, rule]) => rule.kind === 'command' && deskMethods[name]?.stale.length !== 0),
  ).toEqual([]);
});

type Question = { readonly method: QueryName; readonly input: unknown };

/** Every question that a window could have asked about this desk. */
function questions(desk: TestDesk): Question[] {
  const tickets = desk.call('ticket.list', { businessDay: DAY }).slice(-4);
  const requests = desk.call('follow-up.list', { list: 'all', limit: 3 }).rows;
  const campaigns = desk.call('campaign.list', {});
  const rosters = desk.call('roster.list', {});
  const visits = desk.call('visit.list', {});
  const [pack] = desk.call('rules.packs', {});
  const people = desk.call('person.search', { search: 'trần' }).slice(0, 2);
  const inputs: { readonly [M in QueryName]?: readonly unknown[] } = {
    'system.health': [{}],
    'office.show': [{}],
    'device.settings': [{}],
    'counter.list': [{}],
    'series.list': [{}],
    'day.status': [{}],
    'day.list': [{}],
    'ticket.list': [{}, { businessDay: DAY, state: 'waiting' }],
    'ticket.get': tickets.map(({ id }) => ({ ticketId: id })),
    'person.search': [{ search: 'trần' }, { search: 'ví dụ' }],
    'person.kept': people.map(({ id }) => ({ personId: id })),
    'queue.board': [{}, { counterId: desk.counters[0] }],
    'queue.room': [{}],
    'queue.papers': [{ counterId: desk.counters[0] }],
    'queue.wall': [{}],
    'calendar.year': [{ year: 2026 }],
    'calendar.due-date': [{ receivedOn: DAY, limit: { value: 3, unit: 'working-day' } }],
    'procedure.triage': [
      { on: DAY, subject: 'citizen', card: 'valid', wish: 'level-2', birthDate: '1990-01-01' },
    ],
    'voice.show': [{}],
    'voice.sound': [{}],
    'rules.packs': [{}],
    'rules.show': [{}],
    'rules.export': [{ packId: pack?.id }],
    'rules.news': [{ packId: pack?.id }],
    'report.day': [{ businessDay: DAY }],
    'report.versions': [{ businessDay: DAY }],
    'report.month': [{ month: DAY.slice(0, 7) }],
    'report.dashboard': [{}, { businessDay: DAY }],
    'report.calendar': [{ month: DAY.slice(0, 7) }],
    'report.cases': [{ businessDay: DAY, receiver: 'residence-police', unmasked: true }],
    'report.reminders': [{}],
    'report.tickets': [
      { businessDay: DAY, figure: { section: 'all' } },
      { businessDay: DAY, figure: { section: 'taken' } },
    ],
    'export.key': [{}],
    'follow-up.list': [{ list: 'all' }],
    'follow-up.show': requests.map(({ requestId }) => ({ requestId })),
    'roster.list': [{}],
    'roster.progress': rosters.map(({ rosterId }) => ({ rosterId })),
    'roster.members': rosters.map(({ rosterId }) => ({ rosterId })),
    'roster.of-person': [{ fullName: 'Trần Thị Mẫu', birthDate: '1990' }],
    'visit.list': [{}],
    'visit.people': visits.map(({ visitId }) => ({ visitId })),
    'home-visit.list': [{}],
    'team.list': [{}],
    'team.here': [{}],
    'campaign.list': [{}],
    'unit.totals': [{}],
    'campaign.progress': campaigns.map(({ campaignId }) => ({ campaignId })),
    'slip.show': tickets.slice(-2).flatMap(({ id }) => [
      { ticketId: id, sheet: 'number' },
      { ticketId: id, sheet: 'guidance' },
    ]),
    'slip.preview': [
      { ticketDraft: { requests: [{ procedure: 'level-2', subject: 'citizen' }] } },
      ...tickets.slice(-1).map(({ id }) => ({ ticketId: id })),
    ],
    'slip.design': [{}],
    'print.list': [{}],
    'officer.list': [{}],
    'report.officers': [{ from: DAY, to: DAY }],
    'officer.places': [{}],
    'session.show': [{}],
    'access.policy': [{}],
  };
  const asked = Object.entries(inputs).flatMap(([method, list]) =>
    isMethod(method) && deskContract[method].kind === 'query'
      ? list.map((input) => ({ method: method as QueryName, input }))
      : [],
  );
  const never = Object.entries(deskContract)
    .filter(([name, rule]) => rule.kind === 'query' && inputs[name as QueryName] === undefined)
    .map(([name]) => name);
  expect(never.filter((name) => !NEVER_KEPT.includes(name) && !FROM_OUTSIDE.includes(name))).toEqual([]);
  return asked;
}

/** The answer without what says only where in the journal it was given. */
function answer(desk: TestDesk, { method, input }: Question): string {
  const reply = desk.reply(method, input as never);
  return JSON.stringify(reply, (key, value: unknown) =>
    key === 'lastEvent' || key === 'chainHead' ? undefined : value,
  );
}

/** What leaders and officers do beside the queue: each changes something that some screen shows. */
const besides: readonly ((desk: TestDesk, press: Press) => unknown)[] = [
  (desk, { choice }) => desk.reply('office.update', { name: `Công an phường Mẫu ${choice}` }),
  (desk, { choice }) => desk.reply('office.update', { settings: { priorityRun: (choice % 3) + 1 } }),
  (desk, { flag }) => desk.reply('office.update', { settings: { closingTime: flag ? '16:00' : '17:00' } }),
  (desk, { counter, choice }) =>
    desk.reply('counter.update', { counterId: desk.counters[counter % 2] ?? '', name: `Quầy ${choice}` }),
  (desk, { counter, flag }) =>
    desk.reply('counter.update', { counterId: desk.counters[counter % 2] ?? '', series: flag ? ['A'] : [] }),
  (desk, { counter, flag }) =>
    flag
      ? desk.reply('counter.pause', { counterId: desk.counters[counter % 2] ?? '', reason: 'rest' })
      : desk.reply('counter.resume', { counterId: desk.counters[counter % 2] ?? '' }),
  (desk, { choice, flag }) => {
    const [roster] = desk.call('roster.list', {});
    const named = {
      name: 'Trường Thử Nghiệm',
      dueOn: `2026-12-${10 + (choice % 15)}`,
      level: 'level-2',
    } as const;
    const { rosterId } = desk.call('roster.save', { ...named, ...(roster && { rosterId: roster.rosterId }) });
    desk.reply('roster.add-member', { rosterId, person: { fullName: 'Trần Thị Mẫu', birthDate: '1990' } });
    const [member] = desk.call('roster.members', { rosterId });
    return (
      member &&
      desk.reply('roster.mark', {
        memberId: member.memberId,
        mark: flag ? { known: 'issued' } : { exempt: 'other' },
      })
    );
  },
  (desk, { choice, flag }) => {
    const [roster] = desk.call('roster.list', {});
    const [visit] = desk.call('visit.list', {});
    const { visitId } = desk.call('visit.save', {
      day: DAY,
      starts: '08:00',
      ends: '11:00',
      place: `Nhà văn hóa ${choice}`,
      site: flag ? 'home' : 'mobile',
      expected: choice,
      teamId: null,
      goers: '',
      materials: '',
      contact: '',
      phone: '',
      rosterId: roster?.rosterId ?? null,
      ...(visit && { visitId: visit.visitId }),
    });
    const [asked] = desk.call('home-visit.list', {});
    const { homeVisitId } = desk.call('home-visit.save', {
      fullName: 'Lý Thị Mẫu',
      address: `Hẻm ${choice}`,
      why: 'old',
      contact: 'con',
      phone: '0900000000',
      wantedOn: null,
      ...(asked && { homeVisitId: asked.homeVisitId }),
    });
    desk.reply('home-visit.plan', { homeVisitIds: [homeVisitId], visitId: flag ? visitId : null });
    const [whoever] = desk.call('visit.people', { visitId });
    return whoever && desk.reply('visit.take', { visitId, whoIds: [whoever.whoId] });
  },
  (desk, { choice }) =>
    desk.reply('team.save', {
      name: `Tổ lưu động ${choice}`,
      series: String.fromCodePoint(78 + (choice % 12)),
    }),
  (desk, { choice }) => desk.reply('counter.add', { name: `Quầy thêm ${choice}` }),
  (desk, { procedure }) => desk.reply('series.save', { letter: 'K', name: 'Riêng', procedures: [procedure] }),
  (desk, { flag }) =>
    desk.reply('calendar.set-day', {
      date: '2026-11-25',
      kind: flag ? 'holiday' : null,
      name: 'Thử',
      why: 'Thử',
    }),
  (desk, { choice }) =>
    desk.reply('day.note', { businessDay: DAY, difficulties: `Khó ${choice}`, proposals: '' }),
  (desk) => {
    const [person] = desk.call('person.search', { search: 'trần' });
    return (
      person && desk.reply('person.update', { personId: person.id, person: { fullName: 'Trần Văn Đổi' } })
    );
  },
  (desk, { ticket }) => {
    const tickets = desk.call('ticket.list', { businessDay: DAY }).slice(-4);
    const { id } = tickets[ticket % Math.max(1, tickets.length)] ?? {};
    return id && desk.reply('print.queue', { ticketId: id, sheet: 'guidance' });
  },
  (desk, { flag }) => {
    const [job] = desk.call('print.list', {});
    return job && desk.reply('print.mark', { jobId: job.id, state: flag ? 'sent' : 'failed' });
  },
  (desk, { ticket, flag }) => {
    const tickets = desk.call('ticket.list', { businessDay: DAY }).slice(-2);
    const { id } = tickets[ticket % Math.max(1, tickets.length)] ?? {};
    return id && desk.reply('slip.choose', { ticketId: id, large: flag });
  },
  (desk, { choice }) => {
    const { version: _version, ...look } = desk.call('slip.design', {}).current;
    return desk.reply('slip.save-design', { ...look, footer: [`Dòng ${choice}`] });
  },
  (desk, { choice }) => {
    const pack = desk.call('rules.show', {});
    const limits = pack.values.filter(({ path }) => path.startsWith('limits.'));
    const value = limits[choice % Math.max(1, limits.length)];
    return (
      value &&
      desk.reply('rules.override', {
        packId: pack.id,
        path: value.path,
        value: value.overridden === null ? { value: 9, unit: 'working-day' } : null,
        why: 'Thử',
      })
    );
  },
  (desk, { choice }) =>
    desk.reply('campaign.save', {
      name: `Đợt ${choice}`,
      unit: 'Phường',
      from: '2026-11-01',
      dueOn: '2026-12-31',
      rows: [{ level: 'level-2', target: 100, before: choice }],
    }),
  (desk, { choice }) =>
    desk.reply('unit.set-totals', {
      day: DAY,
      rows: [{ level: 'level-2', issued: 100 + choice, activated: choice }],
    }),
  (desk) => {
    const [campaign] = desk.call('campaign.list', {});
    return campaign && desk.reply('campaign.remove', { campaignId: campaign.campaignId });
  },
  (desk, { flag }) =>
    desk.reply('day.close', flag ? { businessDay: DAY, leftovers: 'left' } : { businessDay: DAY }),
  (desk) =>
    desk.reply('day.correct', {
      businessDay: DAY,
      reason: 'Nhập muộn',
      late: [{ procedure: 'level-1', outcome: 'guided' }],
    }),
  (desk) => desk.reply('day.open', { businessDay: '2026-11-21' }),
  (desk) => desk.reply('day.withdraw', { businessDay: '2026-11-21' }),
  (desk) => desk.reply('day.void', { businessDay: '2026-11-21', reason: 'wrong-date' }),
  (desk) => desk.reply('day.open', { businessDay: '2026-11-21' }),
  (desk) => desk.reply('system.move-in', {}),
  (desk) => desk.reply('export.renew-key', { reason: 'lost' }),
  (desk, { choice }) => desk.reply('access.set-policy', { lockMinutes: choice + 1 }),
];

/** A window that has asked everything and asks again what an event made stale. */
function watchingWindow(desk: TestDesk) {
  const kept = new Map<string, string>();
  const ask = (question: Question): string => {
    const said = answer(desk, question);
    kept.set(JSON.stringify(question), said);
    return said;
  };
  return {
    /** Time alone changes answers, too. */
    pass(seconds: number) {
      desk.clock.pass(seconds);
      kept.clear();
    },
    /** Answers that changed with a command although none of its events makes them stale. */
    keptTooLong(act: () => unknown): string[] {
      const asked = questions(desk);
      const before = asked.map((question) => kept.get(JSON.stringify(question)) ?? ask(question));
      const last = desk.desk.lastEvent();
      act();
      const events: readonly DeskEvent[] = desk.desk.eventsSince(last);
      const isStale = (method: QueryName) =>
        events.some(({ name }) => isStaleAfter(deskMethods[method]?.stale ?? [], name));
      for (const key of kept.keys()) if (isStale((JSON.parse(key) as Question).method)) kept.delete(key);
      return asked.flatMap((question, index) => {
        if (isStale(question.method)) return [];
        if (ask(question) === before[index]) return [];
        return [`${events.map(({ name }) => name).join('+')} changed ${question.method}`];
      });
    },
  };
}

/** Time passes before each so many-th step only. */
const STEPS_AT_ONCE = 4;

test('an answer that a command changes is made stale by an event of that command', () => {
  const step = fc.record({ pressed: press, beside: fc.option(fc.nat(besides.length - 1), { freq: 3 }) });
  const days = fc.sample(fc.array(step, { minLength: 40, maxLength: 50 }), size('STALE_DAYS', 2, 20));
  const missed = days.flatMap((steps) => {
    const desk = openTestDesk({ counters: 3, settings: randomDaySettings });
    const shown = watchingWindow(desk);
    return steps.flatMap(({ pressed, beside }, index) => {
      if (index % STEPS_AT_ONCE === 0) shown.pass(pressed.seconds * STEPS_AT_ONCE);
      const still = { ...pressed, seconds: 0 };
      return shown.keptTooLong(() =>
        beside === null ? pressOn(desk, still) : besides[beside]?.(desk, still),
      );
    });
  });
  expect([...new Set(missed)].toSorted()).toEqual([]);
});
