import { describe, expect, test } from 'vitest';
import { OUTCOMES, PROCEDURES, type Outcome, type Procedure } from '#shared/domain/procedure/vocabulary.ts';
import {
  canGoWithout,
  missingPapers,
  papersToHold,
  seenPapers,
  slipPlan,
  type SlipRequest,
} from '#renderer/paper/slip/slip-plan.ts';
import type { Slip } from '#shared/domain/slip/slip.ts';

function planOf(...requests: Partial<SlipRequest>[]) {
  const blank = { procedure: 'level-2', forWhom: null, outcome: null, activated: false, papers: [] };
  return slipPlan({ requests: requests.map((request) => ({ ...blank, ...request })) } as unknown as Slip);
}

/** The visits, written `procedure outcome` with a `+` where the account was activated, in which something is said. */
function saidIn(of: (plan: ReturnType<typeof slipPlan>) => boolean): string[] {
  return PROCEDURES.flatMap((procedure: Procedure) =>
    ([...OUTCOMES, null] as (Outcome | null)[]).flatMap((outcome) =>
      [false, true].flatMap((activated) =>
        of(planOf({ procedure, outcome, activated }))
          ? [`${procedure} ${outcome}${activated ? '+' : ''}`]
          : [],
      ),
    ),
  );
}

test('an activation lies ahead of a taken file that has none, and of who was shown how to do it', () => {
  expect(saidIn((plan) => plan.activationAhead).toSorted()).toEqual(
    [
      'activate guided',
      'level-1 guided',
      'level-1 taken',
      'level-2 taken',
      'level-2-with-card taken',
    ].toSorted(),
  );
});

test('level 1 is done at home by who was shown how', () => {
  expect(saidIn((plan) => plan.levelOneAtHome)).toEqual(['level-1 guided']);
});

test('an account is in use once it was activated, or a visit to activate it was taken', () => {
  const said = saidIn((plan) => plan.accountInUse);
  expect(said.filter((visit) => !visit.endsWith('+'))).toEqual(['activate taken']);
  expect(said.filter((visit) => visit.endsWith('+'))).toHaveLength(PROCEDURES.length * (OUTCOMES.length + 1));
});

test('papers are missing where the visit ended so, and one such visit is enough', () => {
  expect(saidIn((plan) => plan.papersMissing).every((visit) => visit.includes('papers-missing'))).toBe(true);
  expect(planOf({ outcome: 'taken' }, { outcome: 'papers-missing' })).toMatchObject({
    papersMissing: true,
    activationAhead: true,
    accountInUse: false,
  });
});

test('the message is awaited until the latest result that an activation waits for', () => {
  const due = (dueOn: string) => ({ dueOn }) as SlipRequest['due'];
  expect(
    planOf(
      { outcome: 'taken', due: due('2026-11-25') },
      { outcome: 'taken', due: due('2026-12-01') },
      { outcome: 'taken', due: due('2026-11-30') },
      { outcome: 'taken', due: due('2026-12-24'), activated: true },
      { outcome: 'taken', due: due('2026-12-25'), procedure: 'lock' },
      { outcome: 'taken' },
    ).messageBy,
  ).toBe('2026-12-01');
  expect(planOf({ outcome: 'taken' }).messageBy).toBeNull();
});

describe('the papers of a request on its slip', () => {
  const paper = (name: string, state: string | null, required = false) => ({ paper: name, state, required });
  const withPapers = (...papers: object[]) => ({ papers }) as unknown as SlipRequest;
  const names = (papers: readonly { readonly paper: string }[]) => papers.map(({ paper: name }) => name);
  const mixed = withPapers(
    paper('id-card', 'seen', true),
    paper('representation-proof', 'seen', true),
    paper('health-insurance', 'missing'),
    paper('driving-licence', 'mismatch'),
    paper('tax-number', 'seen'),
    paper('vehicle', 'not-wanted'),
    paper('social-insurance', 'in-vneid'),
  );

  test('missing is what was not there and what did not fit', () => {
    expect(names(missingPapers(mixed))).toEqual(['health-insurance', 'driving-licence']);
  });

  test('what is only shown and given back is not among what was taken along', () => {
    expect(names(seenPapers(mixed))).toEqual(['tax-number']);
  });

  test('to hold: the required ones first and once, never what is refused or in VNeID', () => {
    const other = withPapers(paper('id-card', null, true), paper('tax-number', null, true));
    expect(papersToHold([mixed, other])).toEqual({
      required: ['id-card', 'representation-proof', 'tax-number'],
      wished: ['health-insurance', 'driving-licence'],
    });
  });

  test('only what is not required can follow later', () => {
    expect(canGoWithout(mixed)).toBe(true);
    expect(canGoWithout(withPapers(paper('id-card', 'missing', true)))).toBe(false);
    expect(canGoWithout(withPapers(paper('id-card', 'seen', true)))).toBe(true);
  });
});
