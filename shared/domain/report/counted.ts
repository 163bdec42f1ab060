import type { ActivationSource, ReferralReason, Site } from '../account/follow-up.ts';
import { isFileTaken, isLevel1Guided } from '../account/level.ts';
import type { Outcome, Procedure, SpecialCase } from '../procedure/vocabulary.ts';

type Who = {
  readonly site: Site;
  readonly staff: boolean;
  readonly residence: string | null;
  /** The place of the visit at which it was made; null at the desk. */
  readonly visit: string | null;
};

export type CountedRequest = Who & {
  readonly procedure: Procedure;
  readonly outcome: Outcome | null;
  /** At the desk, in the visit itself. */
  readonly activated: boolean;
  readonly referredTo: string | null;
  readonly referralReason: ReferralReason | null;
  /** What another office has to set right. */
  readonly specialCase: SpecialCase | null;
  /** Entered after the closing. */
  readonly late: boolean;
};

export type CountedActivation = Who & {
  readonly procedure: Procedure;
  readonly source: ActivationSource;
  /** Of a request taken on the day that counts it. */
  readonly ofToday: boolean;
};

/** Whether a counted request is one of the files taken for an account. */
function isFile({ procedure, outcome }: CountedRequest): boolean {
  return isFileTaken(procedure, outcome);
}

/** Sections whose figures open to the requests they count; `all` is everything that a day counts. */
export const OPENED_SECTIONS = [
  'all',
  'accounts',
  'requests',
  'papers',
  'levels',
  'referrals',
  'inactive',
  'groups',
  'sites',
  'residences',
  'visits',
  'cases',
] as const;
export type OpenedSection = (typeof OPENED_SECTIONS)[number];

/** The place of a figure as the published list names it; without a row or column it is not narrowed by that. */
export type OpenedFigure = {
  readonly section: OpenedSection;
  readonly row?: string | undefined;
  readonly column?: string | undefined;
};

/** Which requests and which activations of a day a figure counts: some of one kind, none of the other. */
type Counted = {
  request(one: CountedRequest): boolean;
  activation(one: CountedActivation): boolean;
};

const none = (): boolean => false;

/** What a figure counts among the requests and activations of its day; papers and reasons are counted by the desk. */
export function countedBy({ section, row, column }: OpenedFigure): Counted {
  const fits = (asked: string | undefined, value: string | null): boolean =>
    asked === undefined || asked === (value ?? '');
  const divided = (isIn: (one: CountedRequest | CountedActivation) => boolean): Counted =>
    column === 'activated'
      ? { request: none, activation: isIn }
      : { request: (one) => isIn(one) && (column !== 'files' || isFile(one)), activation: none };
  switch (section) {
    case 'accounts':
      if (row === 'activated-by-source')
        return { request: none, activation: ({ source }) => fits(column, source) };
      if (row === 'activated-of')
        return { request: none, activation: ({ ofToday }) => ofToday === (column === 'this-day') };
      if (column === 'activated') return { request: none, activation: () => true };
      return { request: (one) => (column === 'late' ? one.late : isFile(one)), activation: none };
    case 'requests':
      return {
        request: (one) =>
          fits(row === 'all' ? undefined : row, one.procedure) && endsAs(one, column ?? 'total'),
        activation: none,
      };
    case 'levels':
      return {
        request: (one) =>
          column === 'level-1-guided'
            ? isLevel1Guided(one.procedure, one.outcome)
            : isFile(one) && fits(column, one.procedure),
        activation: none,
      };
    case 'referrals':
      return {
        request: (one) =>
          one.outcome === 'referred' &&
          fits(row, one.referredTo) &&
          fits(column, one.referralReason ?? 'not-named'),
        activation: none,
      };
    case 'groups':
      return divided(({ staff }) => fits(row, staff ? 'staff' : 'citizen'));
    case 'sites':
      return divided(({ site }) => fits(row, site));
    case 'residences':
      return divided(({ residence }) => fits(row, residence));
    case 'visits':
      return divided(({ visit }) => visit !== null && fits(row, visit));
    case 'cases':
      return {
        request: ({ specialCase }) => specialCase !== null && fits(row, specialCase),
        activation: none,
      };
    case 'all':
    case 'papers':
    case 'inactive':
      return { request: none, activation: none };
  }
}

function endsAs({ outcome, activated }: CountedRequest, column: string): boolean {
  if (column === 'total') return true;
  if (column === 'activated') return activated;
  return column === 'open' ? outcome === null : outcome === column;
}
