import { describe, expect, test } from 'vitest';
import type { DirectoryOffice } from '#shared/domain/procedure/office-directory.ts';
import { triage, type TriageQuestion } from '#shared/domain/procedure/triage.ts';
import { WISHES, type CardState, type Subject, type Wish } from '#shared/domain/procedure/vocabulary.ts';
import { applyOverrides, packFor } from '#shared/rules/packs.ts';
import { everyKind, sampleOffice, withOffice } from './sample-directory.ts';

const today = '2026-11-20';
const ask = (
  question: Partial<TriageQuestion>,
  offices: readonly DirectoryOffice[] = everyKind,
  pinned?: string,
) => {
  const full: TriageQuestion = {
    on: today,
    subject: 'citizen',
    birthDate: '1990-01-15',
    card: 'valid',
    wish: 'level-2',
    ...question,
  };
  return triage(full, packFor(full.on, pinned), offices);
};

type Expected = { eligible: boolean; procedure?: string; instead?: string; days?: number };
type Case = [
  subject: Subject,
  birthDate: string | undefined,
  card: CardState,
  wish: Wish,
  expected: Expected,
];

const both: Record<'2023-06-15' | '2026-11-20', Case[]> = {
  '2023-06-15': [
    ['citizen', '1990-01-15', 'valid', 'level-1', { eligible: true, procedure: 'level-1', days: 1 }],
    ['citizen', '1990-01-15', 'none', 'level-1', { eligible: false, instead: 'level-2-with-card', days: 7 }],
    ['citizen', '1990-01-15', 'valid', 'level-2', { eligible: true, procedure: 'level-2', days: 3 }],
    ['citizen', '1990-01-15', 'none', 'level-2', { eligible: true, procedure: 'level-2-with-card', days: 7 }],
    ['citizen', '1990-01-15', 'lost', 'level-2', { eligible: true, procedure: 'level-2-with-card', days: 7 }],
    [
      'citizen',
      '1990-01-15',
      'damaged',
      'level-2',
      { eligible: true, procedure: 'level-2-with-card', days: 7 },
    ],
    [
      'citizen',
      '1990-01-15',
      'wants-change',
      'level-2',
      { eligible: true, procedure: 'level-2-with-card', days: 7 },
    ],
    [
      'citizen',
      '1990-01-15',
      'expired',
      'level-2',
      { eligible: true, procedure: 'level-2-with-card', days: 7 },
    ],
    ['citizen', '2015-01-15', 'valid', 'level-2', { eligible: false, instead: 'guidance' }],
    ['citizen', '2022-01-15', 'none', 'level-1', { eligible: false, instead: 'guidance' }],
    ['guarded', '1960-01-15', 'valid', 'level-2', { eligible: false, instead: 'guidance' }],
    ['foreigner', '1985-01-15', 'valid', 'level-2', { eligible: true, procedure: 'level-2', days: 3 }],
    ['foreigner', '1985-01-15', 'expired', 'level-2', { eligible: false, instead: 'guidance' }],
    ['foreigner', '2015-01-15', 'valid', 'level-1', { eligible: false, instead: 'guidance' }],
    ['organisation', undefined, 'valid', 'level-2', { eligible: true, procedure: 'organisation' }],
    ['citizen', '1990-01-15', 'lost', 'lock', { eligible: true, procedure: 'lock' }],
    ['citizen', '1990-01-15', 'valid', 'activate', { eligible: true, procedure: 'activate', days: 7 }],
    ['citizen', '2015-01-15', 'valid', 'guidance', { eligible: true, procedure: 'guidance' }],
  ],
  '2026-11-20': [
    ['citizen', '1990-01-15', 'valid', 'level-1', { eligible: true, procedure: 'level-1', days: 1 }],
    ['citizen', '1990-01-15', 'lost', 'level-1', { eligible: false, instead: 'level-2-with-card', days: 7 }],
    ['citizen', '1990-01-15', 'valid', 'level-2', { eligible: true, procedure: 'level-2', days: 3 }],
    ['citizen', '1990-01-15', 'none', 'level-2', { eligible: true, procedure: 'level-2-with-card', days: 7 }],
    [
      'citizen',
      '1990-01-15',
      'expired',
      'level-2',
      { eligible: true, procedure: 'level-2-with-card', days: 7 },
    ],
    ['citizen', '1990-01-15', 'lost', 'level-2', { eligible: true, procedure: 'level-2-with-card', days: 7 }],
    ['citizen', '2018-06-01', 'valid', 'level-1', { eligible: true, procedure: 'level-1', days: 1 }],
    ['citizen', '2018-06-01', 'valid', 'level-2', { eligible: true, procedure: 'level-2', days: 3 }],
    ['citizen', '2018-06-01', 'none', 'level-2', { eligible: true, procedure: 'level-2-with-card', days: 7 }],
    ['citizen', '2023-06-01', 'valid', 'level-1', { eligible: true, procedure: 'level-1', days: 1 }],
    ['citizen', '2023-06-01', 'valid', 'level-2', { eligible: false, instead: 'level-1', days: 1 }],
    ['citizen', '2023-06-01', 'none', 'level-1', { eligible: false, instead: 'guidance' }],
    ['guarded', '1960-01-15', 'valid', 'level-2', { eligible: true, procedure: 'level-2', days: 3 }],
    ['foreigner', '1985-01-15', 'valid', 'level-1', { eligible: true, procedure: 'level-1', days: 1 }],
    ['foreigner', '1985-01-15', 'valid', 'level-2', { eligible: true, procedure: 'level-2', days: 3 }],
    ['foreigner', '1985-01-15', 'none', 'level-2', { eligible: false, instead: 'guidance' }],
    ['foreigner', '2018-06-01', 'valid', 'level-2', { eligible: true, procedure: 'level-2', days: 3 }],
    ['foreigner', '2023-06-01', 'valid', 'level-2', { eligible: false, instead: 'level-1', days: 1 }],
    ['organisation', undefined, 'none', 'level-1', { eligible: true, procedure: 'organisation', days: 3 }],
    ['citizen', '1990-01-15', 'lost', 'unlock', { eligible: true, procedure: 'unlock' }],
    ['citizen', '1990-01-15', 'lost', 'lock-card', { eligible: true, procedure: 'lock-card' }],
    ['guarded', '2018-06-01', 'valid', 'unlock-card', { eligible: true, procedure: 'unlock-card' }],
    ['foreigner', '1985-01-15', 'valid', 'lock-card', { eligible: false, instead: 'guidance' }],
    ['citizen', '2018-06-01', 'valid', 'activate', { eligible: true, procedure: 'activate', days: 7 }],
  ],
};

describe.each(Object.entries(both))('on %s', (on, cases) => {
  test.each(cases)('%s born %s, card %s, wants %s', (subject, birthDate, card, wish, expected) => {
    const answer = ask({ on, subject, birthDate, card, wish });
    expect(answer.eligible).toBe(expected.eligible);
    expect(answer.procedure).toBe(expected.procedure);
    expect(answer.instead).toBe(expected.instead);
    if (expected.days !== undefined) {
      const unit = wish === 'activate' ? 'calendar-day' : 'working-day';
      expect(answer.limit).toEqual({ value: expected.days, unit });
    }
  });
});

describe('age bands turn on the birthday', () => {
  test.each([
    ['2012-11-20', 'citizen-14'],
    ['2012-11-21', 'citizen-6-14'],
    ['2020-11-20', 'citizen-6-14'],
    ['2020-11-21', 'citizen-under-6'],
    ['1950', 'citizen-14'],
  ])('born %s: %s', (birthDate, band) => {
    expect(ask({ birthDate }).band).toBe(band);
  });

  test.each([
    ['1966-11-20', true],
    ['1966-11-21', false],
    ['1966', true],
    ['1967', false],
    [undefined, false],
  ])('born %s: asked about priority %s', (birthDate, asked) => {
    expect(ask(birthDate === undefined ? {} : { birthDate }).maybeElderly).toBe(asked);
  });

  test('a year alone that leaves the band open takes the younger and says so', () => {
    const answer = ask({ birthDate: '2012' });
    expect(answer.band).toBe('citizen-6-14');
    expect(answer.notes).toEqual(expect.arrayContaining(['birth-date-incomplete', 'civil-status']));
  });

  test('a year alone that leaves no doubt is only sent to be completed', () => {
    const answer = ask({ birthDate: '1950' });
    expect(answer.notes).toContain('civil-status');
    expect(answer.notes).not.toContain('birth-date-incomplete');
  });

  test('no birth date: the adult rules and a question; an organisation is not asked', () => {
    expect(ask({ birthDate: undefined })).toMatchObject({ band: 'citizen-14', procedure: 'level-2' });
    expect(ask({ birthDate: undefined }).notes).toContain('birth-date-unknown');
    expect(ask({ subject: 'organisation', birthDate: undefined }).notes).not.toContain('birth-date-unknown');
  });

  test('a birth date after the business day is told, not refused', () => {
    expect(ask({ birthDate: '2027-01-01' }).notes).toContain('birth-date-in-future');
  });
});

describe('where', () => {
  const ids = (answer: ReturnType<typeof ask>) => answer.where.map((place) => place.officeId);

  test('a valid card is taken here wherever the person resides', () => {
    for (const residesHere of [true, false, undefined]) {
      const answer = ask({ residesHere });
      expect(answer.here).toBe(true);
      expect(ids(answer)[0]).toBe('commune-police');
      expect(answer.where[0]?.askResidence).toBe(false);
    }
  });

  test('a lost card of someone from elsewhere is not taken here', () => {
    const answer = ask({ card: 'lost', residesHere: false });
    expect(answer.eligible).toBe(true);
    expect(answer.here).toBe(false);
    expect(answer.notes).toContain('residence-elsewhere');
    expect(ids(answer)).not.toContain('commune-police');
    expect(answer.refused).toContainEqual(expect.objectContaining({ here: true, why: 'residence' }));
    expect(answer.where.every((place) => place.askResidence)).toBe(true);
  });

  test('residence not asked yet: here, with the question', () => {
    const answer = ask({ card: 'lost' });
    expect(answer.here).toBe(true);
    expect(answer.notes).toContain('residence-unknown');
  });

  test('whoever resides here is not sent to the neighbours', () => {
    const neighbour = sampleOffice('commune-police', { officeId: 'neighbour', here: false });
    const answer = ask({ card: 'lost', residesHere: true }, [...everyKind, neighbour]);
    expect(ids(answer)).not.toContain('neighbour');
    expect(ids(ask({ card: 'lost', residesHere: false }, [...everyKind, neighbour]))).toContain('neighbour');
  });

  test('a ward without card equipment refers to the provincial office', () => {
    const answer = ask(
      { card: 'none', residesHere: true },
      withOffice('commune-police', { procedures: ['level-2', 'guidance'] }),
    );
    expect(answer.here).toBe(false);
    expect(answer.notes).toContain('not-done-here');
    expect(ids(answer)).toContain('province-office');
  });

  test('district teams are gone since March 2025', () => {
    const by = (on: string) => ids(ask({ on, card: 'lost', residesHere: true }));
    expect(by('2024-12-02')).toEqual(expect.arrayContaining(['district-team', 'province-office']));
    expect(by('2024-12-02')).not.toContain('commune-police');
    expect(by('2025-02-28')).toContain('district-team');
    expect(by('2025-03-01')).not.toContain('district-team');
    expect(by('2025-03-01')).toContain('commune-police');
  });

  test('address, hours and note of a place are handed on', () => {
    const details = { address: 'Số 1 phố Mẫu', hours: '7:30–17:00', note: 'Cổng phụ' };
    const answer = ask({}, withOffice('province-office', details));
    expect(answer.where.find((place) => place.officeId === 'province-office')).toMatchObject(details);
  });

  test('an empty directory still answers, and says that no place is known', () => {
    const answer = ask({}, []);
    expect(answer).toMatchObject({ eligible: true, procedure: 'level-2', where: [], here: false });
    expect(answer.notes).toContain('no-place-known');
  });
});

describe('papers', () => {
  const papers = (question: Partial<TriageQuestion>) =>
    ask(question).papers.map((paper) => `${paper.paper}${paper.required ? '!' : ''}`);

  test('valid card: the card, then what may be integrated', () => {
    expect(papers({}).slice(0, 6)).toEqual([
      'id-card!',
      'health-insurance',
      'driving-licence',
      'vehicle-registration',
      'tax-number',
      'social-insurance',
    ]);
  });

  test('a lost card is not asked for', () => {
    expect(papers({ card: 'lost' })).not.toContain('id-card!');
  });

  test('a child is not offered a driving licence; the representative shows a card', () => {
    const child = papers({ birthDate: '2018-06-01' });
    expect(child).not.toContain('driving-licence');
    expect(child).toContain('representative-id-card!');
  });

  test('a foreigner shows passport and residence card', () => {
    expect(papers({ subject: 'foreigner' })).toEqual(['passport!', 'residence-card!']);
  });
});

test('a value the office changed decides, and the source says so', () => {
  const pack = packFor(today);
  const changed = applyOverrides(pack, [
    {
      path: 'limits.level-2',
      value: { value: 2, unit: 'working-day' },
      by: 'leader-1',
      at: '2026-11-20T01:00:00Z',
      why: 'Quy chế của phường',
    },
  ]);
  if (!changed.ok) throw new Error(changed.faults[0]?.message);
  const answer = triage(
    { on: today, subject: 'citizen', birthDate: '1990-01-15', card: 'valid', wish: 'level-2' },
    changed.pack,
    everyKind,
  );
  expect(answer).toMatchObject({
    limit: { value: 2, unit: 'working-day' },
    limitSource: 'Đơn vị đặt lại: Quy chế của phường',
  });
  expect(answer.reasons.find((reason) => reason.code === 'limit-level-2')).toMatchObject({
    text: { vi: 'Không quá 02 ngày làm việc.' },
    source: 'Đơn vị đặt lại: Quy chế của phường',
  });
});

test('no answer shows an unfilled place in a text', () => {
  for (const on of ['2023-06-15', today]) {
    for (const wish of WISHES) {
      for (const subject of ['citizen', 'foreigner', 'organisation'] as const) {
        for (const card of ['valid', 'expired', 'lost'] as const) {
          const { reasons, tell } = ask({ on, subject, wish, card });
          for (const { text } of [...reasons, ...tell]) expect(text.vi + text.en).not.toContain('{');
        }
      }
    }
  }
});

test('where the office has deployed QĐ 5230 the place of residence refuses nobody; elsewhere it still does (L2)', () => {
  const ask = (anywhereCard: boolean, on = '2026-11-20') =>
    triage(
      { on, subject: 'citizen', birthDate: '1990-01-15', card: 'lost', wish: 'level-2', residesHere: false },
      packFor(on),
      withOffice('commune-police', { anywhereCard }),
    );
  expect(ask(true).here).toBe(true);
  expect(ask(true).notes).not.toContain('residence-elsewhere');
  expect(ask(false).here).toBe(false);
  expect(ask(true, '2026-09-27').here).toBe(false);
});
