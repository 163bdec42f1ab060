import { describe, expect, test } from 'vitest';
import type { Output } from '#shared/contract/desk-contract.ts';
import type { RequestInput } from '#shared/contract/ticket.ts';
import { LANGUAGES } from '#shared/domain/language.ts';
import { CARD_STATES, PAPERS, SUBJECTS, WISHES } from '#shared/domain/procedure/vocabulary.ts';
import { chance, type Chance } from '#shared/domain/sample-day/random.ts';
import { openTestDesk, testClock, type TestDesk } from '#tests/support/test-desk.ts';
import { size } from '#tests/support/sizes.ts';

const RUNS = size('VISIT_RUNS', 150, 1000);
const SEED = Number(process.env['VISIT_SEED'] ?? 20_261_129);
/** So many visits stand on one desk and one day. */
const PER_DESK = 50;

const DAYS = ['2024-08-01', '2025-02-27', '2026-02-12', '2026-10-05', '2026-11-20'];
const BIRTHS = ['1949-03-02', '1990', '2001-11-05', '2012-11-20', '2012-11-21', '2016-06-30', '2022-01-15'];

const DIRECTORY = [
  {
    officeId: 'pc06',
    name: 'Phòng PC06 Công an tỉnh Lam Giang',
    kind: 'province-office' as const,
    procedures: ['level-2' as const, 'level-2-with-card' as const],
    open: true,
    address: 'Số 2 đường Bến Đá',
    phone: '0296 000 002',
    hours: 'Thứ Hai – thứ Sáu',
    coversHere: true,
  },
  {
    officeId: 'qlxnc',
    name: 'Phòng Quản lý xuất nhập cảnh',
    kind: 'immigration' as const,
    procedures: ['level-1' as const, 'level-2' as const],
    open: true,
    address: 'Số 4 đường Bến Đá',
    phone: '0296 000 004',
  },
  {
    officeId: 'hotich',
    name: 'Tư pháp – hộ tịch xã Đồng Sen',
    kind: 'civil-status' as const,
    procedures: [],
    open: true,
    address: 'Số 6 đường Bến Đá',
  },
];

type Triage = Output<'procedure.triage'>;
type Asked = { readonly request: RequestInput; readonly triage: Triage };

function anyVisit(random: Chance, desk: TestDesk, on: string): Asked {
  const subject = random.pick(SUBJECTS);
  const birthDate = random.happens(0.85) ? random.pick(BIRTHS) : undefined;
  const residesHere = random.happens(0.4) ? undefined : random.happens(0.5);
  const question = {
    on,
    subject,
    card: random.pick(CARD_STATES),
    wish: random.pick(WISHES),
    ...(birthDate === undefined || subject === 'organisation' ? {} : { birthDate }),
    ...(residesHere === undefined ? {} : { residesHere }),
  };
  const triage = desk.call('procedure.triage', question);
  const { on: _, birthDate: __, ...common } = question;
  return {
    triage,
    request: {
      ...common,
      procedure: triage.procedure ?? triage.instead ?? 'guidance',
      person: {
        fullName: `Trần Thị Mẫu ${random.whole(1, 999)}`,
        ...(question.birthDate === undefined ? {} : { birthDate: question.birthDate }),
      },
    },
  };
}

const codes = (rules: readonly { readonly code: string }[]) => rules.map(({ code }) => code);

/** One visit from the question at reception to its slip; answers what the report has to count. */
function visit(random: Chance, desk: TestDesk, on: string) {
  const { request, triage } = anyVisit(random, desk, on);
  const { id: ticketId } = desk.call('ticket.issue', { requests: [request] });
  const [taken] = desk.call('ticket.get', { ticketId }).requests;
  if (taken === undefined) throw new Error('no request');
  const { verdict } = taken;
  expect({
    procedure: taken.procedure,
    band: verdict.band,
    here: verdict.here,
    places: verdict.places.map(({ officeId }) => officeId),
    reasons: codes(verdict.reasons),
    tell: codes(verdict.tell),
    limit: verdict.limit,
    papers: taken.papers.filter(({ required }) => required).map(({ paper }) => paper),
  }).toEqual({
    procedure: triage.procedure ?? triage.instead ?? 'guidance',
    band: triage.band,
    here: triage.here,
    places: triage.where.map(({ officeId }) => officeId),
    reasons: codes(triage.reasons),
    tell: codes(triage.tell),
    limit: triage.limit ?? null,
    papers: triage.papers.filter(({ required }) => required).map(({ paper }) => paper),
  });
  const offered = triage.papers.map(({ paper }) => paper);
  const listed = taken.papers.map(({ paper }) => paper);
  expect(listed).toEqual(
    offered.filter((paper) => listed.includes(paper) || (PAPERS as readonly string[]).includes(paper)),
  );

  const counterId = desk.counters[0] ?? '';
  desk.call('ticket.call', { ticketId, counterId });
  desk.call('ticket.start', { ticketId, counterId });
  for (const { paper, required } of taken.papers)
    if (required) desk.call('request.set-paper', { requestId: taken.id, paper, state: 'seen' });
  const outcome = random.pick(['taken', 'referred', 'guided'] as const);
  const chosen = outcome === 'referred' && random.happens(0.5) ? random.pick(DIRECTORY) : undefined;
  const outcomes = [
    { requestId: taken.id, outcome, ...(chosen === undefined ? {} : { referredTo: chosen.officeId }) },
  ];
  const first = desk.reply('ticket.finish', { ticketId, counterId, outcomes });
  const isOurs = triage.here || outcome !== 'taken';
  expect(first.ok ? 'done' : first.problem.code).toBe(isOurs ? 'done' : 'not-done-here');
  if (!isOurs) {
    desk.call('request.decide', { requestId: taken.id, reason: 'Lãnh đạo đồng ý làm tại đây' });
    desk.call('ticket.finish', { ticketId, counterId, outcomes });
  }
  const isActive = desk.call('ticket.get', { ticketId }).requests[0]?.activated;
  const [line] = desk.call('slip.show', { ticketId, sheet: 'guidance' }).requests;
  const due =
    outcome !== 'taken' || isActive || triage.limit === undefined
      ? null
      : desk.call('calendar.due-date', { receivedOn: on, limit: triage.limit }).dueOn;
  expect(line?.due?.dueOn ?? null).toBe(due);
  expect(line?.referral?.places.map(({ name, phone }) => [name, phone])).toEqual(
    outcome !== 'referred'
      ? undefined
      : chosen === undefined
        ? DIRECTORY.filter(({ officeId }) => triage.where.some((place) => place.officeId === officeId)).map(
            ({ name, phone = '' }) => [name, phone],
          )
        : [[chosen.name, chosen.phone ?? '']],
  );
  return { procedure: taken.procedure, outcome };
}

describe('a verdict', () => {
  test.each(Array.from({ length: Math.ceil(RUNS / PER_DESK) }, (_, index) => index))(
    `stands from the question to checklist, counter, slip and report, in ${PER_DESK} visits (%i)`,
    (index) => {
      const random = chance(SEED + index);
      const language = random.pick(LANGUAGES);
      const on = DAYS[index % DAYS.length] ?? '';
      const desk = openTestDesk({
        day: on,
        clock: testClock(`${on}T00:30:00.000Z`),
        settings: { directory: DIRECTORY, slipLanguage: language },
      });
      const served = Array.from({ length: PER_DESK }, () => visit(random, desk, on));
      desk.call('day.close', { businessDay: on });
      const { requests } = desk.call('report.day', { businessDay: on });
      for (const { procedure, byOutcome } of requests.byProcedure) {
        const mine = served.filter((one) => one.procedure === procedure);
        for (const outcome of ['taken', 'referred', 'guided'] as const)
          expect(byOutcome[outcome]).toBe(mine.filter((one) => one.outcome === outcome).length);
      }
    },
  );
});
