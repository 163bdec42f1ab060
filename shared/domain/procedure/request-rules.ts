import type { RulePack } from '#shared/rules/pack-schema.ts';
import { ageOn, type IsoDate, type PartialDate } from '../calendar/business-date.ts';
import { checklistOf, type ChecklistPaper } from '../checklist/checklist.ts';
import { assumedBand, bandOf, routeOf } from './pack-lookup.ts';
import type { TriageQuestion } from './triage.ts';
import {
  PAPERS,
  type CardState,
  type Limit,
  type PaperCode,
  type Procedure,
  type Subject,
  type Wish,
} from './vocabulary.ts';

/** A request as the rules see it, with the birth date that decides about it. */
export type RuledRequest = {
  readonly procedure: Procedure;
  readonly subject: Subject;
  readonly card: CardState;
  readonly birthDate: PartialDate | null | undefined;
};

/** The card state a request starts with: as asked, or what its procedure implies. */
export function requestCard(request: {
  readonly procedure: Procedure;
  readonly card?: CardState | undefined;
}): CardState {
  return request.card ?? (request.procedure === 'level-2-with-card' ? 'none' : 'valid');
}

function bandFor(pack: RulePack, { subject, birthDate }: RuledRequest, on: IsoDate): string | undefined {
  if (birthDate == null) return assumedBand(pack, subject)?.id;
  return bandOf(pack, subject, Math.max(ageOn(birthDate, on).least, 0))?.id;
}

/** The checklist a new request starts with: what the rule pack of the day asks for this person, and what they wish. */
export function requestPapers(
  pack: RulePack,
  day: IsoDate,
  request: RuledRequest,
  wished: readonly PaperCode[] | undefined,
): readonly ChecklistPaper[] {
  const band = bandFor(pack, request, day);
  if (band === undefined) return [];
  const { procedure, card } = request;
  // Papers that only the pack knows stay off the list until somebody asks for them.
  return checklistOf(pack, { procedure, band, card, wished }).filter(
    (line) => line.wished || (PAPERS as readonly string[]).includes(line.paper),
  );
}

/** What a person asks for when they end up with this procedure. */
const wishOf: Readonly<Record<Procedure, Wish>> = {
  'level-1': 'level-1',
  'level-2': 'level-2',
  'level-2-with-card': 'level-2',
  activate: 'activate',
  lock: 'lock',
  unlock: 'unlock',
  guidance: 'guidance',
  organisation: 'level-2',
};

/** What triage is asked of a request that exists already. */
export function questionOf(request: RuledRequest, on: IsoDate): TriageQuestion {
  const { procedure, subject, card, birthDate } = request;
  return { on, subject, card, wish: wishOf[procedure], ...(birthDate == null ? {} : { birthDate }) };
}

/** The limit of a route, for a request of this procedure: a route that leads to another one says nothing of it. */
export function limitFor<L>(
  route: {
    readonly procedure?: Procedure | undefined;
    readonly instead?: Procedure | undefined;
    readonly limit?: L | undefined;
  },
  procedure: Procedure,
): L | undefined {
  return (route.procedure ?? route.instead) === procedure ? route.limit : undefined;
}

/** The time limit of a request under a pack; undefined where the pack sets none for it. */
export function requestLimit(pack: RulePack, day: IsoDate, request: RuledRequest): Limit | undefined {
  const band = bandFor(pack, request, day);
  if (band === undefined) return undefined;
  const then = routeOf(pack, band, wishOf[request.procedure], request.card)?.entry.then;
  const limit = then === undefined ? undefined : limitFor(then, request.procedure);
  return limit === undefined ? undefined : pack.limits[limit]?.value;
}
