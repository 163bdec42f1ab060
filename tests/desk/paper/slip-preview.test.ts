import { describe, expect, test } from 'vitest';
import type { Input } from '#shared/contract/desk-contract.ts';
import {
  CARD_STATES,
  OUTCOMES,
  PAPERS,
  PAPER_STATES,
  PROCEDURES,
  SUBJECTS,
} from '#shared/domain/procedure/vocabulary.ts';
import { chance, type Chance } from '#shared/domain/sample-day/random.ts';
import { SITES } from '#shared/domain/account/follow-up.ts';
import { openTestDesk, type TestDesk } from '#tests/support/test-desk.ts';
import { size } from '#tests/support/sizes.ts';

const RUNS = size('SLIP_RUNS', 120, 1000);
const SEED = Number(process.env['SLIP_SEED'] ?? 20261120);
/** So many drafts stand on one desk, so that its queue grows and its people come again. */
const PER_DESK = 100;

const NAMES = ['Lê Văn Bảy', 'Đặng Thị Ẩm', 'Nguyễn Thị Mẫu', 'Ông Văn Thử'];
const IDS = ['079190123456', '001050000017', '123456789'];
const BIRTHS = ['1950-03-02', '1990', '2014-06-30', '2021-01-15'];

type Draft = Input<'ticket.issue'>;

function busyDesk(random: Chance): TestDesk {
  const desk = openTestDesk({
    counters: 3,
    series: [
      { letter: 'A', name: 'Tiếp dân' },
      { letter: 'K', name: 'Kích hoạt', procedures: ['activate', 'unlock'] },
    ],
    settings: {
      largePrintFrom: 70,
      priorityRun: random.whole(1, 3),
      residences: ['Khu phố 1'],
      directory: [
        {
          officeId: 'pc06',
          name: 'Phòng PC06',
          kind: 'province-office',
          procedures: ['organisation', 'level-2-with-card'],
          open: true,
        },
      ],
    },
  });
  const [, , third = ''] = desk.counters;
  if (random.happens(0.5)) desk.call('counter.update', { counterId: third, series: ['K'] });
  return desk;
}

function anyPerson(random: Chance): NonNullable<Draft['requests'][number]['person']> {
  return {
    fullName: random.pick(NAMES),
    ...(random.happens(0.5) ? { idNumber: random.pick(IDS) } : {}),
    ...(random.happens(0.5) ? { birthDate: random.pick(BIRTHS) } : {}),
    ...(random.happens(0.3) ? { phone: `09${random.whole(10_000_000, 99_999_999)}` } : {}),
  };
}

function anyDraft(random: Chance, desk: TestDesk): Draft {
  const requests = Array.from({ length: random.pick([1, 1, 1, 1, 2, 2, 3]) }, () => {
    const people = random.happens(0.4)
      ? desk.call('person.search', { search: random.pick(NAMES), limit: 20 })
      : [];
    const known = people.length === 0 ? undefined : random.pick(people);
    const goesOn = known?.unfinished != null && random.happens(0.8) ? known.unfinished : undefined;
    return {
      procedure: goesOn?.procedure ?? random.pick(PROCEDURES),
      subject: random.pick(SUBJECTS),
      ...(random.happens(0.8) ? { person: anyPerson(random) } : {}),
      ...(known === undefined ? {} : { personId: known.id }),
      ...(goesOn === undefined ? {} : { continues: goesOn.requestId }),
      ...(random.happens(0.5) ? { card: random.pick(CARD_STATES) } : {}),
      ...(random.happens(0.3) ? { papers: PAPERS.filter(() => random.happens(0.4)) } : {}),
      ...(random.happens(0.2) ? { cardNote: 'Số trên thẻ cũ' } : {}),
      ...(random.happens(0.2) ? { site: random.pick(SITES) } : {}),
      ...(random.happens(0.1) ? { residence: random.pick(['Khu phố 1', 'Khu phố 2']) } : {}),
    };
  });
  return {
    requests,
    ...(random.happens(0.4) ? { priority: true } : {}),
    ...(random.happens(0.1) ? { series: random.pick(['A', 'K', 'X']) } : {}),
  };
}

/** What a counter does meanwhile; a refused move is none. */
function anyMove(random: Chance, desk: TestDesk): void {
  const counterId = random.pick(desk.counters);
  const tickets = desk
    .call('ticket.list', {})
    .filter(({ state }) => !['done', 'left', 'cancelled'].includes(state));
  const ticketId = tickets.length === 0 ? '' : random.pick(tickets).id;
  desk.clock.pass(random.whole(1, 400));
  switch (random.whole(0, 6)) {
    case 0:
    case 1:
      desk.reply('ticket.call-next', { counterId });
      break;
    case 2:
      for (const { id, counterId: at } of tickets)
        if (at !== null) desk.reply('ticket.start', { ticketId: id, counterId: at });
      break;
    case 3:
      desk.reply(
        'ticket.transfer',
        random.happens(0.5) ? { ticketId, counterId } : { ticketId, series: 'K' },
      );
      break;
    case 4:
      desk.reply('ticket.not-here', { ticketId });
      break;
    case 5:
      desk.reply('ticket.hold', { ticketId });
      break;
    default:
      setPapers(random, desk, ticketId);
  }
}

function setPapers(random: Chance, desk: TestDesk, ticketId: string): void {
  const detail = desk.reply('ticket.get', { ticketId });
  if (!detail.ok) return;
  for (const { id, papers } of detail.value.requests)
    for (const { paper } of papers)
      desk.reply('request.set-paper', {
        requestId: id,
        paper,
        state: random.pick(PAPER_STATES),
        ...(random.happens(0.2) ? { note: 'Bản sao mờ' } : {}),
      });
}

/** Finishes somebody who is served, and compares what was shown before with what is printed after. */
function finishSomebody(random: Chance, desk: TestDesk): number {
  const served = desk.call('ticket.list', { state: 'serving' });
  if (served.length === 0) return 0;
  const ticket = random.pick(served);
  const outcomes = ticket.requests.map(({ id }) => ({
    requestId: id,
    outcome: random.happens(0.5) ? ('taken' as const) : random.pick(OUTCOMES),
    ...(random.happens(0.5) ? { activated: random.happens(0.7) } : {}),
    ...(random.happens(0.2) ? { referredTo: 'pc06' } : {}),
  }));
  const shown = desk.reply('slip.preview', { ticketId: ticket.id, outcomes });
  const done = desk.reply('ticket.finish', { ticketId: ticket.id, outcomes });
  if (!done.ok) {
    // A preview of what the verdict or the checklist forbids shows what taking it would print.
    expect(['not-done-here', 'papers-unseen']).toContain(done.problem.code);
    return 0;
  }
  expect(shown).toEqual(desk.reply('slip.show', { ticketId: ticket.id, sheet: 'guidance' }));
  return 1;
}

test(
  `${RUNS} random drafts: what is shown before is what comes out of the printer`,
  { timeout: 600_000 },
  () => {
    const random = chance(SEED);
    let [issued, finished, refused] = [0, 0, 0];
    let desk = busyDesk(random);
    let seen = 0;
    for (let run = 0; run < RUNS; run += 1) {
      if (run % PER_DESK === 0) [desk, seen] = [busyDesk(random), 0];
      const draft = anyDraft(random, desk);
      seen = desk.desk.eventsSince(seen, 10_000).at(-1)?.number ?? seen;
      const shown = desk.reply('slip.preview', { ticketDraft: draft });
      expect(desk.desk.eventsSince(seen)).toEqual([]);
      const reply = desk.reply('ticket.issue', draft);
      if (!reply.ok) {
        expect(shown).toEqual(reply);
        refused += 1;
      } else {
        const ticketId = reply.value.id;
        const job = desk.call('print.queue', { ticketId, sheet: 'number' });
        const printed = desk.call('slip.show', { ticketId, sheet: 'number', jobId: job.id });
        expect(shown.ok ? shown.value : shown).toEqual(printed);
        expect(desk.call('slip.preview', { ticketId })).toEqual(printed);
        issued += 1;
      }
      for (let moves = random.whole(1, 5); moves > 0; moves -= 1) anyMove(random, desk);
      finished += finishSomebody(random, desk);
    }
    // The days were worth comparing: most drafts were issued, some refused, and people were served.
    expect(issued).toBeGreaterThan(RUNS * 0.6);
    if (RUNS >= 500) expect(Math.min(refused, finished)).toBeGreaterThan(RUNS / 50);
  },
);

describe('how many are before a newcomer', () => {
  test.each([
    { waiting: 'PPoo', priority: true, ahead: 3 },
    { waiting: 'PPPPPP', priority: false, ahead: 2 },
    { waiting: 'ooo', priority: true, ahead: 0 },
  ])(
    '$waiting waiting, priority $priority: $ahead, on screen and on paper',
    ({ waiting, priority, ahead }) => {
      const desk = openTestDesk();
      for (const mark of waiting) desk.issue({ priority: mark === 'P' });
      const draft: Draft = { requests: [{ procedure: 'level-2', subject: 'citizen' }], priority };
      expect(desk.call('slip.preview', { ticketDraft: draft }).ahead).toBe(ahead);
      const { id } = desk.call('ticket.issue', draft);
      expect(desk.call('slip.show', { ticketId: id, sheet: 'number' }).ahead).toBe(ahead);
    },
  );
});

test('the sheet that is asked for is shown; else the number, and the guidance once outcomes are given', () => {
  const desk = openTestDesk();
  const { id: ticketId, requests } = desk.issue();
  const outcomes = [{ requestId: requests[0]?.id ?? '', outcome: 'guided' as const }];
  const ticketDraft = { requests: [{ procedure: 'level-2' as const, subject: 'citizen' as const }] };
  const shown = (input: Input<'slip.preview'>) => desk.call('slip.preview', input).sheet;
  expect(shown({ ticketId })).toBe('number');
  expect(shown({ ticketId, outcomes })).toBe('guidance');
  expect(shown({ ticketDraft })).toBe('number');
  for (const sheet of ['number', 'guidance'] as const) {
    expect(shown({ ticketId, sheet })).toBe(sheet);
    expect(shown({ ticketId, outcomes, sheet })).toBe(sheet);
    expect(shown({ ticketDraft, sheet })).toBe(sheet);
  }
});

describe('a draft that is not whole yet', () => {
  const born = (birthDate?: string): Input<'slip.preview'> => ({
    ticketDraft: {
      requests: [
        {
          procedure: 'level-2',
          subject: 'citizen',
          person: { fullName: '', ...(birthDate === undefined ? {} : { birthDate }) },
        },
      ],
    },
  });

  test('is shown without a name, and names nobody', () => {
    const desk = openTestDesk();
    const slip = desk.call('slip.preview', born());
    expect(slip).toMatchObject({ number: 'A001', sheet: 'number', person: null, ahead: 0, copy: 0 });
    expect(slip.requests[0]).toMatchObject({ forWhom: null, procedure: 'level-2' });
    expect(desk.call('person.search', { search: 'a' })).toEqual([]);
  });

  test('is printed large for the birth date alone', () => {
    const desk = openTestDesk({ settings: { largePrintFrom: 60 } });
    expect(desk.call('slip.preview', born('1966-11-21')).large).toBe(false);
    expect(desk.call('slip.preview', born('1966-11-20')).large).toBe(true);
  });

  test('is refused as the number would be', () => {
    expect(openTestDesk({ day: null }).refusal('slip.preview', born()).code).toBe('day-not-open');
    expect(openTestDesk().refusal('slip.preview', {}).code).toBe('invalid-input');
    expect(openTestDesk().refusal('slip.preview', born(), 'display').code).toBe('not-allowed');
  });
});
