import { fc } from '#tests/support/property.ts';
import { describe, expect, test } from 'vitest';
import {
  checklistOf,
  completeness,
  continueChecklist,
  suggestOutcome,
  type ChecklistPaper,
} from '#shared/domain/checklist/checklist.ts';
import { PAPER_STATES, type PaperState } from '#shared/domain/procedure/vocabulary.ts';
import { applyOverrides, packFor } from '#shared/rules/packs.ts';

const pack = packFor('2026-11-20');
const adult = { procedure: 'level-2', band: 'citizen-14', card: 'valid' } as const;
const line = (paper: string, state?: PaperState, required = false, wished = true): ChecklistPaper => ({
  paper,
  required,
  wished: required || wished,
  state,
});

describe('the papers of a request', () => {
  test('required first, wished marked, the rest open to choose', () => {
    const papers = checklistOf(pack, { ...adult, wished: ['health-insurance'] });
    expect(papers[0]).toEqual({ paper: 'id-card', required: true, wished: true });
    expect(papers.find((paper) => paper.paper === 'health-insurance')?.wished).toBe(true);
    expect(papers.find((paper) => paper.paper === 'driving-licence')?.wished).toBe(false);
  });

  test('a paper the pack does not offer is kept when the person brings it', () => {
    const papers = checklistOf(pack, { ...adult, wished: ['hunting-permit'] });
    expect(papers.at(-1)).toEqual({ paper: 'hunting-permit', required: false, wished: true });
  });

  test('what VNeID holds, or is the personal number, is never asked for and still stands on the checklist (L4, L6, L7)', () => {
    const papers = checklistOf(pack, { ...adult, wished: ['health-insurance', 'driving-licence'] });
    const stateOf = (code: string) => papers.find(({ paper }) => paper === code)?.state;
    for (const code of ['health-insurance', 'tax-number', 'social-insurance'])
      expect(stateOf(code), code).toBe('in-vneid');
    expect(stateOf('driving-licence')).toBeUndefined();
    expect(completeness(papers).open).toEqual(['id-card', 'driving-licence', 'phone']);
    expect(
      suggestOutcome(checklistOf(pack, { ...adult, card: 'none', procedure: 'level-2-with-card' })),
    ).toBe(undefined);
  });

  test('a pack that says otherwise asks for the original', () => {
    const strict = applyOverrides(pack, [
      {
        path: 'papers.tax-number',
        value: { asked: 'original' },
        by: 'leader-1',
        at: '2026-11-20T01:00:00Z',
        why: 'thử',
      },
    ]);
    if (!strict.ok) throw new Error('the override was refused');
    const papers = checklistOf(strict.pack, adult);
    expect(papers.find((paper) => paper.paper === 'tax-number')?.state).toBeUndefined();
  });

  test('no papers for guidance', () => {
    expect(checklistOf(pack, { ...adult, procedure: 'guidance' })).toEqual([]);
  });
});

describe('the outcome a checklist speaks for', () => {
  test.each<[string, ChecklistPaper[], string | undefined]>([
    ['nothing looked at', [line('id-card', undefined, true)], undefined],
    ['card seen', [line('id-card', 'seen', true)], 'taken'],
    ['card missing', [line('id-card', 'missing', true)], 'papers-missing'],
    ['card differs from the data', [line('id-card', 'mismatch', true)], 'papers-missing'],
    ['card waved away', [line('id-card', 'not-wanted', true)], 'papers-missing'],
    ['card in VNeID', [line('id-card', 'in-vneid', true)], 'taken'],
    [
      'wished paper missing',
      [line('id-card', 'seen', true), line('health-insurance', 'missing')],
      'papers-missing',
    ],
    [
      'wished paper given up',
      [line('id-card', 'seen', true), line('health-insurance', 'not-wanted')],
      'taken',
    ],
    ['wished paper still open', [line('id-card', 'seen', true), line('health-insurance')], undefined],
    [
      'unwished paper untouched',
      [line('id-card', 'seen', true), line('degree', undefined, false, false)],
      'taken',
    ],
    ['one missing, one open', [line('id-card', 'missing', true), line('health-insurance')], 'papers-missing'],
    ['no papers at all', [], undefined],
    ['only papers nobody asked for, untouched', [line('degree', undefined, false, false)], undefined],
    ['all waved away', [line('degree', 'not-wanted', false, true)], undefined],
  ])('%s: %j', (_label, papers, outcome) => {
    expect(suggestOutcome(papers)).toBe(outcome);
  });

  test('what to bring is what the slip lists', () => {
    const papers = [
      line('id-card', 'seen', true),
      line('health-insurance', 'missing'),
      line('tax-number', 'mismatch'),
      line('degree'),
    ];
    expect(completeness(papers)).toEqual({
      complete: false,
      open: ['degree'],
      toBring: ['health-insurance', 'tax-number'],
      done: 3,
      total: 4,
    });
  });

  test('taken is never suggested while something is open or to be brought', () => {
    const anyLine = fc.record({
      paper: fc.constantFrom('id-card', 'health-insurance', 'degree'),
      required: fc.boolean(),
      wished: fc.boolean(),
      state: fc.option(fc.constantFrom(...PAPER_STATES), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 8 }), (papers) => {
        const outcome = suggestOutcome(papers);
        const lacking = papers.some(
          (paper) =>
            (paper.required &&
              (paper.state === 'missing' || paper.state === 'mismatch' || paper.state === 'not-wanted')) ||
            (paper.wished && (paper.state === 'missing' || paper.state === 'mismatch')),
        );
        const open = papers.some((paper) => (paper.required || paper.wished) && paper.state === undefined);
        if (lacking) expect(outcome).toBe('papers-missing');
        else {
          const seen = papers.some(
            ({ state, required }) => state === 'seen' || (state === 'in-vneid' && required),
          );
          expect(outcome).toBe(open || !seen ? undefined : 'taken');
        }
      }),
    );
  });
});

test('a second visit keeps what was seen and opens what was missing', () => {
  const first = [
    line('id-card', 'seen', true),
    line('health-insurance', 'missing'),
    line('tax-number', 'mismatch'),
    line('degree', 'not-wanted'),
  ];
  expect(continueChecklist(first).map((paper) => paper.state)).toEqual([
    'seen',
    undefined,
    undefined,
    'not-wanted',
  ]);
});
