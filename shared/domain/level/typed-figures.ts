import type { Counts } from './day-sum.ts';
import { nothing } from './day-sum.ts';
import type { LevelFigures } from './figures.ts';

/**
 * The parts of typed figures that cannot be true together, with what they must not be more than: `[parts, whole]`; undefined where
 * all agree. Files taken at level 2 are part of all taken; taken, referred and sent home for papers are part of the requests; staff
 * are part of everybody.
 */
export function typedDoubt(typed: LevelFigures): { parts: number[]; stated: number } | undefined {
  const { requests, taken, activated, referred, papersMissing, level1, level2, level2WithCard } = typed;
  const guided = level1 - (taken - level2 - level2WithCard);
  const rules: { parts: number[]; stated: number }[] = [
    { parts: [level2, level2WithCard], stated: taken },
    { parts: [taken, Math.max(0, guided), referred, papersMissing], stated: requests },
    { parts: [taken], stated: level1 + level2 + level2WithCard },
    { parts: [typed.staffTaken], stated: taken },
    { parts: [typed.staffActivated], stated: activated },
  ];
  return rules.find(({ parts, stated }) => parts.reduce((sum, part) => sum + part, 0) > stated);
}

/**
 * Typed figures as the counts of a day, for the sums that need parts. What the office did not divide stands where a day puts what
 * nobody named: numbers as open, requests without a known procedure under `guidance`, activations under level 2 as of this day and
 * the desk, everybody at the desk. Throws RangeError for figures of which {@link typedDoubt} has a doubt.
 */
export function countsOfTyped(typed: LevelFigures): Counts {
  if (typedDoubt(typed) !== undefined) throw new RangeError('typed figures that do not agree');
  const counts = nothing();
  const { issued, requests, taken, activated, referred, papersMissing, level1, level2, level2WithCard } =
    typed;
  const level1Taken = taken - level2 - level2WithCard;
  const level1Guided = level1 - level1Taken;
  const rest = requests - taken - level1Guided - referred - papersMissing;
  const none = counts.requests.byOutcome;
  const row = (
    procedure: 'level-1' | 'level-2' | 'level-2-with-card' | 'guidance',
    found: Partial<typeof none>,
  ) => {
    const byOutcome = { ...none, ...found };
    const total = Object.values(byOutcome).reduce((sum, one) => sum + one, 0);
    return { procedure, total, open: 0, byOutcome, activated: procedure === 'level-2' ? activated : 0 };
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
        byProcedure: activated === 0 ? [] : [{ procedure: 'level-2', count: activated }],
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
