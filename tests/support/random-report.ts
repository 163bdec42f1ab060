import type { DayReport } from '#shared/domain/report/day-report.ts';
import {
  ACTIVATION_SOURCES,
  INACTIVE_REASONS,
  REFERRAL_REASONS,
  SITES,
} from '#shared/domain/account/follow-up.ts';
import {
  OUTCOMES,
  PAPERS,
  PROCEDURES,
  SPECIAL_CASES,
  type Outcome,
} from '#shared/domain/procedure/vocabulary.ts';
import { breakdownsOf } from '#shared/domain/report/breakdowns.ts';
import type { CountedRequest } from '#shared/domain/report/counted.ts';
import { spreadOf } from '#shared/domain/report/spread.ts';
import { fc } from './property.ts';

const place = fc.constantFrom(null, 'Công an phường Đồng Sen', '=1+1', 'home');
const residence = fc.constantFrom(null, 'Tổ 1', 'Tổ 2', 'desk');
const visit = fc.constantFrom(null, null, 'Chung cư Thử', 'Trường Thử');
const who = { site: fc.constantFrom(...SITES), staff: fc.boolean(), residence, visit };

const request = fc.record({
  ...who,
  procedure: fc.constantFrom(...PROCEDURES),
  outcome: fc.constantFrom(...OUTCOMES, null),
  activated: fc.boolean(),
  place,
  reason: fc.constantFrom(null, ...REFERRAL_REASONS),
  specialCase: fc.constantFrom(null, ...SPECIAL_CASES),
  late: fc.boolean(),
});
const activation = fc.record({
  ...who,
  procedure: fc.constantFrom(...PROCEDURES),
  source: fc.constantFrom(...ACTIVATION_SOURCES),
  ofToday: fc.boolean(),
});
const counters = [
  { id: '019a0000-0000-7000-8000-000000000001', name: 'Quầy 2' },
  { id: '019a0000-0000-7000-8000-000000000002', name: 'Quầy 10' },
];
const tickets = fc.record({
  served: fc.array(
    fc.record({
      counterId: fc.constantFrom(null, ...counters.map(({ id }) => id)),
      hour: fc.integer({ min: 6, max: 18 }),
    }),
    { maxLength: 30 },
  ),
  left: fc.nat(5),
  cancelled: fc.nat(5),
  open: fc.nat(3),
  priority: fc.nat(9),
  notHere: fc.nat(9),
});
const paper = fc.record({
  paper: fc.constantFrom(...PAPERS, 'degree', 'representative-id-card'),
  seen: fc.nat(40),
  missing: fc.nat(9),
  mismatch: fc.nat(3),
  notWanted: fc.nat(9),
  inVneid: fc.nat(9),
});
const durations = fc.array(fc.nat(5_400_000), { maxLength: 20 });
const note = fc.constantFrom('', 'Mạng chậm', '=cmd|calc\nmáy in kẹt giấy');

/** A day as the desk would report it: every total is counted from the same requests, whatever they are. */
export const someReport = fc
  .record({
    requests: fc.array(request, { maxLength: 40 }),
    activations: fc.array(activation, { maxLength: 15 }),
    inactive: fc.array(fc.record({ reason: fc.constantFrom(...INACTIVE_REASONS) }), { maxLength: 9 }),
    tickets,
    papers: fc.uniqueArray(paper, { selector: (one) => one.paper, maxLength: 7 }),
    waits: durations,
    services: durations,
    waitingByHour: fc.uniqueArray(
      fc.record({
        procedure: fc.constantFrom(...PROCEDURES),
        hour: fc.integer({ min: 7, max: 16 }),
        count: fc.integer({ min: 1, max: 40 }),
        medianMs: fc.nat(5_400_000),
      }),
      { selector: ({ procedure, hour }) => `${procedure}/${hour}`, maxLength: 12 },
    ),
    difficulties: note,
    proposals: note,
    version: fc.constantFrom(null, 1, 2),
  })
  .map(
    ({
      requests: drawn,
      activations,
      inactive,
      tickets: { served, ...counts },
      waits,
      services,
      ...rest
    }): DayReport => {
      const requests = drawn.map(({ place: to, reason, activated, ...one }): CountedRequest => ({
        ...one,
        activated: activated && one.outcome === 'taken',
        referredTo: one.outcome === 'referred' ? to : null,
        referralReason: one.outcome === 'referred' ? reason : null,
      }));
      const { difficulties, proposals, version, ...figures } = rest;
      return {
        ...figures,
        businessDay: '2026-11-20',
        tickets: {
          issued: served.length + counts.left + counts.cancelled + counts.open,
          served: served.length,
          ...counts,
        },
        requests: counted(requests),
        activated: requests.filter(({ activated }) => activated).length,
        waiting: {
          ...spreadOf(waits),
          count: figures.waitingByHour.reduce((sum, { count }) => sum + count, 0),
        },
        serving: spreadOf(services),
        breakdowns: breakdownsOf({
          requests,
          activations,
          inactive,
          served,
          counters,
          pauses: counters.flatMap(({ id }, index) => [
            { counterId: id, durationMs: index * 400_000 },
            { counterId: id, durationMs: null },
          ]),
          difficulties,
          proposals,
        }),
        office: { name: 'Công an phường Bình Minh', code: '00123', receivingLevel: 'Phòng PC06' },
        version,
        frozenAt: version === null ? null : '2026-11-20T10:00:00.000Z',
        by: version === null ? null : 'leader · quay-1',
        reason: version === 2 ? 'Nhập thiếu một hồ sơ' : null,
        chainHead: 'a'.repeat(64),
      };
    },
  );

function counted(requests: readonly CountedRequest[]): DayReport['requests'] {
  const of = (own: readonly CountedRequest[]) => ({
    total: own.length,
    open: own.filter(({ outcome }) => outcome === null).length,
    byOutcome: Object.fromEntries(
      OUTCOMES.map((wanted) => [wanted, own.filter(({ outcome }) => outcome === wanted).length]),
    ) as Record<Outcome, number>,
  });
  return {
    ...of(requests),
    byProcedure: PROCEDURES.flatMap((procedure) => {
      const own = requests.filter((one) => one.procedure === procedure);
      return own.length === 0
        ? []
        : [{ procedure, ...of(own), activated: own.filter(({ activated }) => activated).length }];
    }),
  };
}
