import type { Procedure } from '../procedure/vocabulary.ts';
import { nothing, type Counts } from './day-sum.ts';
import type { LevelFigures } from './figures.ts';

type Doubt = { readonly parts: readonly number[]; readonly stated: number };

/**
 * The first of typed figures that cannot be true together (S2: 119 + 1.068 are not 2.352), as the parts that do not make what is stated;
 * undefined where all may be right. Files taken are those of level 2, with and without the card, and of level 1 at most those that were
 * guided; taken, guided, referred and sent home for papers are part of the requests; staff are part of everybody.
 */
export function typedDoubt(typed: LevelFigures): Doubt | undefined {
  const { requests, taken, activated, referred, papersMissing, level1, level2, level2WithCard } = typed;
  const level1Taken = taken - level2 - level2WithCard;
  if (level1Taken < 0 || level1Taken > level1)
    return { parts: [level1, level2, level2WithCard].filter((part) => part > 0), stated: taken };
  const rules: readonly Doubt[] = [
    { parts: [taken, level1 - level1Taken, referred, papersMissing], stated: requests },
    { parts: [typed.activatedLevel1], stated: activated },
    { parts: [typed.staffTaken], stated: taken },
    { parts: [typed.staffActivated], stated: activated },
  ];
  const broken = rules.find(({ parts, stated }) => parts.reduce((sum, part) => sum + part, 0) > stated);
  return broken && { ...broken, parts: broken.parts.filter((part) => part > 0) };
}

/**
 * Typed figures as the counts of a day, for the sums that need parts. What the office did not divide stands where a day puts what
 * nobody named: numbers as open, requests without a known procedure under `guidance`, activations as of this day and the desk,
 * everybody at the desk. Throws RangeError for figures of which {@link typedDoubt} has a doubt.
 */
export function countsOfTyped(typed: LevelFigures): Counts {
  if (typedDoubt(typed) !== undefined) throw new RangeError('typed figures that do not agree');
  const counts = nothing();
  const { issued, requests, taken, activated, activatedLevel1 } = typed;
  const { referred, papersMissing, level1, level2, level2WithCard } = typed;
  const level1Taken = taken - level2 - level2WithCard;
  const level1Guided = level1 - level1Taken;
  const rest = requests - taken - level1Guided - referred - papersMissing;
  const none = counts.requests.byOutcome;
  const activatedOf: Partial<Record<Procedure, number>> = {
    'level-1': activatedLevel1,
    'level-2': activated - activatedLevel1,
  };
  const row = (procedure: Procedure, found: Partial<typeof none>) => {
    const byOutcome = { ...none, ...found };
    const total = Object.values(byOutcome).reduce((sum, one) => sum + one, 0);
    return { procedure, total, open: 0, byOutcome, activated: activatedOf[procedure] ?? 0 };
  };
  const byProcedure = [
    row('level-1', { taken: level1Taken, guided: level1Guided }),
    row('level-2', { taken: level2 }),
    row('level-2-with-card', { taken: level2WithCard }),
    row('guidance', { referred, 'papers-missing': papersMissing, guided: rest }),
  ];
  const whole = { total: requests, taken, activated };
  const staff = { total: typed.staffTaken, taken: typed.staffTaken, activated: typed.staffActivated };
  return {
    ...counts,
    tickets: { ...counts.tickets, issued, open: issued },
    requests: {
      total: requests,
      open: 0,
      byOutcome: { ...none, taken, guided: level1Guided + rest, referred, 'papers-missing': papersMissing },
      byProcedure: byProcedure.filter((one) => one.total > 0 || one.activated > 0),
    },
    activated,
    breakdowns: {
      ...counts.breakdowns,
      taken,
      activated: {
        total: activated,
        bySource: { ...counts.breakdowns.activated.bySource, desk: activated },
        ofToday: activated,
        ofEarlier: 0,
        byProcedure: (['level-1', 'level-2'] as const)
          .map((procedure) => ({ procedure, count: activatedOf[procedure] ?? 0 }))
          .filter(({ count }) => count > 0),
      },
      levels: { level1Guided: level1, level2, level2WithCard },
      referrals: referred === 0 ? [] : [{ place: null, reason: null, count: referred }],
      byGroup: [
        { group: 'staff', ...staff },
        {
          group: 'citizen',
          total: requests - staff.total,
          taken: taken - staff.taken,
          activated: activated - staff.activated,
        },
      ],
      bySite: [{ site: 'desk', ...whole }],
      byResidence: [{ residence: null, ...whole }],
    },
  };
}
