import { addDays, ageOn } from '#shared/domain/calendar/business-date.ts';
import { describe, expect, test } from 'vitest';
import { proceduresOfValues } from '#shared/domain/procedure/value-use.ts';
import { triage, type TriageAnswer, type TriageQuestion } from '#shared/domain/procedure/triage.ts';
import {
  CARD_STATES,
  TELEPHONE,
  WISHES,
  type CardState,
  type Procedure,
  type Subject,
  type Wish,
} from '#shared/domain/procedure/vocabulary.ts';
import { packFor } from '#shared/rules/packs.ts';
import { everyKind, withOffice } from './sample-directory.ts';

type Person = { readonly band: string; readonly subject: Subject; readonly birthDate?: string };

/** The bands since 2024, each by somebody on the edge of an age. */
function peopleOf(on: string): readonly Person[] {
  const born = (years: number, later = 0) =>
    addDays(`${Number(on.slice(0, 4)) - years}${on.slice(4)}`, later);
  return [
    { band: 'citizen-14', subject: 'citizen', birthDate: born(14) },
    { band: 'citizen-6-14', subject: 'citizen', birthDate: born(14, 1) },
    { band: 'citizen-under-6', subject: 'citizen', birthDate: born(6, 1) },
    { band: 'guarded-14', subject: 'guarded', birthDate: born(14) },
    { band: 'guarded-6', subject: 'guarded', birthDate: born(14, 1) },
    { band: 'guarded-under-6', subject: 'guarded', birthDate: born(6, 1) },
    { band: 'foreigner-6', subject: 'foreigner', birthDate: born(6) },
    { band: 'foreigner-under-6', subject: 'foreigner', birthDate: born(6, 1) },
    { band: 'organisation', subject: 'organisation' },
  ];
}

const regimes: readonly { pack: string; on: string; people: readonly Person[] }[] = [
  {
    pack: 'nd-59-2022',
    on: '2023-06-15',
    people: [
      { band: 'citizen-14', subject: 'citizen', birthDate: '2009-06-15' },
      { band: 'citizen-under-14', subject: 'citizen', birthDate: '2009-06-16' },
      { band: 'guarded', subject: 'guarded', birthDate: '1960-02-03' },
      { band: 'foreigner-14', subject: 'foreigner', birthDate: '2009-06-15' },
      { band: 'foreigner-under-14', subject: 'foreigner', birthDate: '2009-06-16' },
      { band: 'organisation', subject: 'organisation' },
    ],
  },
  { pack: 'nd-69-2024', on: '2026-09-27', people: peopleOf('2026-09-27') },
  { pack: 'nd-320-2026', on: '2026-11-20', people: peopleOf('2026-11-20') },
];

const limitText = ({ limit }: TriageAnswer): string =>
  limit === undefined ? '-' : `${limit.value} ${limit.unit === 'working-day' ? 'ngày làm việc' : 'ngày'}`;

const listed = (words: readonly string[]): string => (words.length === 0 ? '-' : words.join(' '));

function cell(question: TriageQuestion, pack: string): string[] {
  const rules = packFor(question.on, pack);
  const home = triage({ ...question, residesHere: true }, rules, everyKind);
  const away = triage({ ...question, residesHere: false }, rules, everyKind);
  return [
    home.eligible ? `được: ${home.procedure}` : `không; thay bằng ${home.instead ?? '-'}`,
    limitText(home),
    listed(home.papers.filter((paper) => paper.required).map((paper) => paper.paper)),
    listed(home.papers.filter((paper) => !paper.required).map((paper) => paper.paper)),
    listed(home.where.map((place) => place.officeId)),
    listed(away.where.map((place) => `${place.officeId}${place.askResidence ? '?' : ''}`)),
    listed(home.reasons.map((reason) => reason.code)),
    listed(home.notes),
  ];
}

const HEADINGS = [
  'nhóm',
  'nhu cầu',
  'thẻ',
  'kết luận',
  'thời hạn',
  'phải có',
  'tích hợp nếu muốn',
  'nơi làm (cư trú tại đây)',
  'nơi làm (cư trú nơi khác, ? là hỏi nơi cư trú)',
  'căn cứ',
  'nói với người dân',
];

/** Every combination; card states with the same answer share a line. */
function decisionTable({ pack, on, people }: (typeof regimes)[number]): string {
  const rows: string[][] = [];
  for (const { band, subject, birthDate } of people) {
    for (const wish of WISHES) {
      const groups = new Map<string, { cards: CardState[]; cells: string[] }>();
      for (const card of CARD_STATES) {
        const cells = cell({ on, subject, birthDate, card, wish }, pack);
        const group = groups.get(cells.join('|')) ?? { cards: [], cells };
        group.cards.push(card);
        groups.set(cells.join('|'), group);
      }
      for (const { cards, cells } of groups.values()) {
        const card = cards.length === CARD_STATES.length ? 'mọi thẻ' : cards.join(' ');
        rows.push([band, wish, card, ...cells]);
      }
    }
  }
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join(' | ')
      .trimEnd();
  return `${[`${pack}, ngày ${on}`, line(HEADINGS), ...rows.map(line)].join('\n')}\n`;
}

describe.each(regimes)('$pack', (regime) => {
  test('the committed decision table is what triage answers', async () => {
    await expect(decisionTable(regime)).toMatchFileSnapshot(`./decision-table-${regime.pack}.txt`);
  });

  test('the table covers every band of the pack', () => {
    expect(regime.people.map((person) => person.band).toSorted()).toEqual(
      Object.keys(packFor(regime.on, regime.pack).bands).toSorted(),
    );
  });

  const combinations = regime.people.flatMap((person) =>
    WISHES.flatMap((wish) =>
      CARD_STATES.flatMap((card) =>
        [true, false, undefined].map((residesHere) => ({ person, wish, card, residesHere })),
      ),
    ),
  );
  const ask = (
    {
      person,
      wish,
      card,
      residesHere,
    }: { person: Person; wish: Wish; card: CardState; residesHere: boolean | undefined },
    offices = everyKind,
  ): TriageAnswer =>
    triage(
      { on: regime.on, subject: person.subject, birthDate: person.birthDate, card, wish, residesHere },
      packFor(regime.on, regime.pack),
      offices,
    );

  test('no combination falls through: each names its band, a reason with a source, and what can be done', () => {
    for (const combination of combinations) {
      const answer = ask(combination);
      const label = JSON.stringify(combination);
      expect(answer.band, label).toBe(combination.person.band);
      expect(answer.reasons.length, label).toBeGreaterThan(0);
      for (const told of [...answer.reasons, ...answer.tell]) {
        expect(told.source, label).toMatch(/, /);
        expect(told.text.vi.length * told.text.en.length, label).toBeGreaterThan(0);
      }
      if (answer.eligible) expect(answer.procedure, label).toBeDefined();
      else expect(answer.instead, label).toBeDefined();
      expect(answer.where.length, label).toBeGreaterThan(0);
      expect(answer.notes, label).toEqual(answer.tell.map((told) => told.code));
    }
  });

  test('the rules screen names a value for each procedure whose answers show it, and for no other', () => {
    const named = proceduresOfValues(packFor(regime.on, regime.pack));
    const shown = new Map<string, Set<Procedure>>();
    for (const combination of combinations) {
      const { procedure, instead, reasons, notes, papers } = ask(combination);
      const done = procedure ?? instead;
      if (done === undefined) continue;
      for (const path of [
        ...reasons.map(({ code }) => `reasons.${code}`),
        ...notes.map((note) => `notes.${note}`),
        ...papers.filter(({ paper }) => paper !== TELEPHONE).map(({ paper }) => `papers.${paper}`),
      ])
        shown.set(path, (shown.get(path) ?? new Set()).add(done));
    }
    const sorted = (some: Iterable<Procedure>): Procedure[] => [...some].toSorted();
    for (const [path, procedures] of shown) {
      if (named.has(path)) expect([path, sorted(named.get(path) ?? [])]).toEqual([path, sorted(procedures)]);
      else expect(path).toMatch(/^notes\./);
    }
  });

  test('nobody under 14 is offered a driving licence, a vehicle registration or a tax number', () => {
    const grown = ['driving-licence', 'vehicle-registration', 'tax-number'];
    for (const combination of combinations) {
      const { birthDate } = combination.person;
      if (birthDate === undefined || ageOn(birthDate, regime.on).least >= 14) continue;
      const offered = ask(combination).papers.map(({ paper }) => paper);
      expect(
        offered.filter((paper) => grown.includes(paper)),
        JSON.stringify(combination),
      ).toEqual([]);
    }
  });

  test('an office that lacks the procedure, or is closed, never takes it itself and says so', () => {
    for (const combination of combinations) {
      const label = JSON.stringify(combination);
      const target = ask(combination).procedure ?? ask(combination).instead;
      const lacking = ask(combination, withOffice('commune-police', { procedures: [] }));
      expect(lacking.here, label).toBe(false);
      expect(lacking.notes, label).toContain('not-done-here');
      expect(lacking.procedure ?? lacking.instead, label).toBe(target);
      const closed = ask(combination, withOffice('commune-police', { open: false, note: 'Đang sửa trụ sở' }));
      expect(closed.here, label).toBe(false);
      if (ask(combination).here) {
        expect(closed.notes, label).toContain('office-closed');
        expect(closed.refused, label).toContainEqual(
          expect.objectContaining({ here: true, why: 'closed', note: 'Đang sửa trụ sở' }),
        );
      }
    }
  });
});
