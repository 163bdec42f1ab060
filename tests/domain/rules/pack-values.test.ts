import { expect, test } from 'vitest';
import { handoutFacts } from '#renderer/paper/handout/facts.ts';
import { checklistOf } from '#shared/domain/checklist/checklist.ts';
import { addDays } from '#shared/domain/calendar/business-date.ts';
import { triage } from '#shared/domain/procedure/triage.ts';
import { decide } from '#shared/domain/procedure/verdict.ts';
import { CARD_STATES, SUBJECTS, WISHES } from '#shared/domain/procedure/vocabulary.ts';
import { percentHundredths } from '#shared/domain/report/progress.ts';
import {
  instantAt,
  monthRemindedSince,
  remindedSince,
  reportedDay,
} from '#shared/domain/report/report-day.ts';
import { slipRules } from '#shared/domain/slip/compose-slip.ts';
import type { Office } from '#shared/contract/office.ts';
import type { ShownPack } from '#shared/contract/rules.ts';
import type { RulePack } from '#shared/rules/pack-schema.ts';
import { applyOverrides, packFor, SHIPPED_PACKS, sourcedValues } from '#shared/rules/packs.ts';
import { openTestDesk } from '#tests/support/test-desk.ts';
import { everyKind } from '../procedure/sample-directory.ts';

const ON = '2026-11-20';
const shipped = packFor(ON);
const offices = everyKind.map((office) => ({ ...office, anywhereCard: true }));
const births = [
  undefined,
  '1966-06-01',
  '1990-06-01',
  '2012',
  '2012-06-01',
  '2013-06-01',
  '2020-06-01',
  '2021-06-01',
  '2030-01-01',
];
const office: Office | null = openTestDesk().call('office.show', {});

/** Everything that is told by a pack: triage and verdict, checklist, slip, handouts, the hours of reports, and its own days. */
function told(pack: RulePack): readonly (() => unknown)[] {
  const { reporting } = pack;
  const times = {
    closingTime: '17:00',
    askedAgainAt: reporting.askedAgainAt.value,
    monthlyOn: reporting.monthlyOn.value,
  };
  const at = instantAt('2026-11-28', '17:30');
  const facts = () => {
    const values = [...sourcedValues(pack)].map(([path, node]) => ({ path, value: node['value'] }));
    const shown = { title: pack.title, values } as unknown as ShownPack;
    return { ...handoutFacts(office as Office, shown, [], 'vi'), office: null };
  };
  const adult = {
    on: ON,
    subject: 'citizen',
    birthDate: '1990-06-01',
    wish: 'level-2',
    card: 'none',
  } as const;
  const closed = everyKind.map((place) => ({ ...place, open: false }));
  return [
    () =>
      ['2024-08-01', ON, '2026-09-28'].map((day) => {
        const others = SHIPPED_PACKS.filter(({ id }) => id !== pack.id);
        return packFor(day, null, [...others, pack]).id;
      }),
    () => [
      Array.from({ length: 24 }, (_, hour) =>
        reportedDay(
          instantAt(ON, `${String(hour).padStart(2, '0')}:30`),
          reporting.dailyBefore.value,
          (upTo) => upTo,
        ),
      ),
      remindedSince(at, ON, times),
      monthRemindedSince(at, times),
      percentHundredths(1_068, 1_273, reporting.rounding.value),
    ],
    () => slipRules(pack),
    facts,
    ...[adult, { ...adult, card: 'valid' } as const].flatMap((one) => [
      () => triage({ ...one, residesHere: false }, pack, offices),
      () => triage({ ...one, residesHere: false }, pack, everyKind),
      () => triage({ ...one, on: '2025-03-01' }, pack, everyKind),
      () => triage(one, pack, []),
      () => triage(one, pack, closed),
      () => decide({ ...one, procedure: 'level-2' }, pack, everyKind),
    ]),
    ...SUBJECTS.flatMap((subject) =>
      births.flatMap((birthDate) =>
        CARD_STATES.flatMap((card) =>
          WISHES.map((wish) => () => {
            const answer = triage({ on: ON, subject, birthDate, card, wish }, pack, everyKind);
            const procedure = answer.procedure ?? answer.instead ?? 'guidance';
            return [answer, checklistOf(pack, { procedure, band: answer.band, card })];
          }),
        ),
      ),
    ),
  ];
}

/** Other values of the same kind, the likeliest first. */
function* others(value: unknown): Generator {
  if (typeof value === 'number') yield* [value + 1, value - 1];
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) yield* [addDays(value, 1), addDays(value, -60)];
    else if (/^\d{2}:\d{2}$/.test(value)) yield '09:45';
    else
      yield* [
        ...['truncate', 'phone-or-email', 'own-phone', 'representative-phone'].filter(
          (word) => word !== value,
        ),
        `${value} khác`,
      ];
  }
  if (Array.isArray(value)) {
    yield* [['app', 'web'], value.slice(1)];
    for (const [place, entry] of value.entries())
      if (typeof entry === 'object')
        yield value.with(place, { ...entry, required: !(entry as { required: boolean }).required });
  } else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) {
      if (key === 'asked')
        yield* ['original', 'vneid', 'personal-number']
          .filter((word) => word !== part)
          .map((asked) => ({ asked }));
      else for (const other of others(part)) yield { ...value, [key]: other };
    }
}

function changed(path: string): RulePack {
  const value = sourcedValues(shipped).get(path)?.['value'];
  for (const other of others(value)) {
    const tried = applyOverrides(shipped, [
      { path, value: other, by: 'leader-1', at: '2026-11-20T01:00:00Z', why: 'thử' },
    ]);
    if (tried.ok) return tried.pack;
  }
  throw new Error(`${path}: no other value of its kind is taken`);
}

/** Words that come with a changed value, but say only that it was changed. */
const plain = (answer: unknown): string =>
  JSON.stringify(answer, (key, part: unknown) =>
    /^(?:source|certainty|limitSource|limitCertainty)$/.test(key) ? undefined : part,
  );

test('each value of the newest pack is read: another one in its place gives another answer', () => {
  const before = told(shipped).map((ask) => plain(ask()));
  // A few answers tell of most values: those that have differed are asked first.
  const order = [...before.keys()];
  const dead = [...sourcedValues(shipped).keys()].filter((path) => {
    const asked = told(changed(path));
    const found = order.findIndex((place) => plain(asked[place]?.()) !== before[place]);
    if (found > 0) order.unshift(...order.splice(found, 1));
    return found === -1;
  });
  expect(dead).toEqual([]);
});
