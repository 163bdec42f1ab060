import type { IsoDate } from '#shared/domain/calendar/business-date.ts';
import type { Outcome, Paper, PaperState, Procedure, Subject } from '#shared/domain/procedure/vocabulary.ts';
import { inventPerson, type InventedPerson } from './invented-person.ts';
import { chance, type Chance } from './random.ts';

export type PlannedRequest = {
  readonly procedure: Procedure;
  readonly subject: Subject;
  readonly person: InventedPerson;
  readonly papers: readonly { readonly paper: Paper; readonly state: PaperState }[];
  readonly outcome: Outcome;
  readonly activated: boolean;
};

/** One visitor of a plausible day and what will happen to them. Minutes count from the opening of the desk. */
export type PlannedVisitor = {
  readonly arrivesMinute: number;
  readonly serviceMinutes: number;
  readonly priority: boolean;
  /** Times this person is absent when called before they come; above the rule's returns they never come. */
  readonly absences: number;
  readonly requests: readonly PlannedRequest[];
};

/**
 * The mix of a ward desk: mostly level 2 accounts with a valid card, some together with the card, activations of people
 * whose message came, questions, and a few locks. The proportions are invented; the kinds are those of the letters.
 */
const procedureMix: Readonly<
  Record<Exclude<Procedure, 'organisation' | 'lock-card' | 'unlock-card'>, number>
> = {
  'level-2': 42,
  'level-2-with-card': 13,
  'level-1': 12,
  activate: 17,
  guidance: 11,
  unlock: 3,
  lock: 2,
};

const wishedPapers: readonly Paper[] = [
  'health-insurance',
  'driving-licence',
  'vehicle-registration',
  'tax-number',
  'social-insurance',
];
const paperMix: Readonly<Record<PaperState, number>> = {
  seen: 62,
  missing: 12,
  mismatch: 4,
  'not-wanted': 12,
  'in-vneid': 10,
};

function planPapers(luck: Chance, procedure: Procedure): PlannedRequest['papers'] {
  if (procedure !== 'level-2' && procedure !== 'level-2-with-card') return [];
  const card: PlannedRequest['papers'] =
    procedure === 'level-2' ? [{ paper: 'id-card', state: luck.happens(0.96) ? 'seen' : 'missing' }] : [];
  const others = wishedPapers
    .filter(() => luck.happens(0.45))
    .map((paper) => ({ paper, state: luck.weighted(paperMix) }));
  return [...card, ...others];
}

function planOutcome(luck: Chance, procedure: Procedure, papers: PlannedRequest['papers']): Outcome {
  const cardMissing = papers.some(({ paper, state }) => paper === 'id-card' && state !== 'seen');
  if (cardMissing) return 'papers-missing';
  if (procedure === 'guidance') return luck.happens(0.9) ? 'guided' : 'referred';
  if (procedure === 'level-1') return luck.happens(0.65) ? 'guided' : 'taken';
  if (procedure === 'level-2-with-card')
    return luck.weighted({ taken: 60, referred: 25, 'papers-missing': 15 });
  return luck.weighted({ taken: 84, 'papers-missing': 8, guided: 5, referred: 3 });
}

function planRequest(luck: Chance, on: IsoDate, child: boolean): PlannedRequest {
  const procedure = child ? 'level-1' : luck.weighted(procedureMix);
  const papers = planPapers(luck, procedure);
  const outcome = planOutcome(luck, procedure, papers);
  const activated =
    outcome === 'taken' && (procedure === 'activate' || (procedure === 'level-1' && luck.happens(0.5)));
  return {
    procedure,
    subject: 'citizen',
    person: inventPerson(luck, on, child ? { least: 6, most: 13 } : { least: 14, most: 84 }),
    papers,
    outcome,
    activated,
  };
}

/** Arrivals crowd at the two openings: half of them in the first two hours, the rest thinner towards the end. */
function arrival(luck: Chance, minutes: number): number {
  return Math.floor(minutes * (luck.happens(0.5) ? luck.next() * 0.3 : luck.next()));
}

/** A plausible day of `citizens` visitors in the order of their arrival; the same seed gives the same day. */
export function sampleDay(plan: {
  readonly seed: number;
  readonly citizens: number;
  readonly businessDay: IsoDate;
  /** Length of the day in minutes; default 480. */
  readonly minutes?: number;
}): readonly PlannedVisitor[] {
  const luck = chance(plan.seed);
  const minutes = plan.minutes ?? 480;
  return Array.from({ length: plan.citizens }, () => {
    const withChild = luck.happens(0.08);
    const requests = [planRequest(luck, plan.businessDay, false)];
    if (withChild) requests.push(planRequest(luck, plan.businessDay, true));
    return {
      arrivesMinute: arrival(luck, minutes),
      serviceMinutes: 2 + Math.floor(-Math.log(1 - luck.next()) * 5) + (withChild ? 3 : 0),
      priority: luck.happens(0.16),
      absences: luck.happens(0.07) ? luck.whole(1, 4) : 0,
      requests,
    };
  }).sort((a, b) => a.arrivesMinute - b.arrivesMinute);
}
