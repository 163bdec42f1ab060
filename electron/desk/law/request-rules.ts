import type { RequestInput } from '#shared/contract/ticket.ts';
import { ageOn, type IsoDate, type PartialDate } from '#shared/domain/calendar/business-date.ts';
import { checklistOf, type ChecklistPaper } from '#shared/domain/checklist/checklist.ts';
import { assumedBand, bandOf, routeOf } from '#shared/domain/procedure/pack-lookup.ts';
import {
  PAPERS,
  type CardState,
  type Limit,
  type Procedure,
  type Subject,
  type Wish,
} from '#shared/domain/procedure/vocabulary.ts';
import type { RulePack } from '#shared/rules/pack-schema.ts';
import type { ReadableStore } from '../store/store.ts';
import { personRow } from '../person/person.ts';
import { packOf } from './rule-packs.ts';

/** The card state a request starts with: as asked, or what its procedure implies. */
export function requestCard(request: Pick<RequestInput, 'procedure' | 'card'>): CardState {
  return request.card ?? (request.procedure === 'level-2-with-card' ? 'none' : 'valid');
}

function bandFor(
  pack: RulePack,
  subject: Subject,
  birthDate: PartialDate | null | undefined,
  on: IsoDate,
): string | undefined {
  if (birthDate == null) return assumedBand(pack, subject)?.id;
  return bandOf(pack, subject, Math.max(ageOn(birthDate, on).least, 0))?.id;
}

/** The checklist a new request starts with: what the rule pack of the day asks for this person, and what they wish. */
export function requestPapers(
  store: ReadableStore,
  office: string,
  day: IsoDate,
  request: Pick<RequestInput, 'procedure' | 'subject' | 'papers'> & { card: CardState },
  personId: string | null,
): readonly ChecklistPaper[] {
  const pack = packOf(store, office, day);
  const birthDate = personId === null ? null : personRow(store, personId)?.birth_date;
  const band = bandFor(pack, request.subject, birthDate, day);
  if (band === undefined) return [];
  const papers = checklistOf(pack, {
    procedure: request.procedure,
    band,
    card: request.card,
    wished: request.papers,
  });
  // Papers that only the pack knows stay off the list until somebody asks for them.
  return papers.filter((line) => line.wished || (PAPERS as readonly string[]).includes(line.paper));
}

/** What a person asks for when they end up with this procedure. */
const wishOf: Record<Procedure, Wish> = {
  'level-1': 'level-1',
  'level-2': 'level-2',
  'level-2-with-card': 'level-2',
  activate: 'activate',
  lock: 'lock',
  unlock: 'unlock',
  guidance: 'guidance',
  organisation: 'level-2',
};

/** The time limit of a request under a pack; undefined where the pack sets none for it. */
export function requestLimit(
  pack: RulePack,
  day: IsoDate,
  request: {
    procedure: Procedure;
    subject: Subject;
    card: CardState;
    person: { birthDate: string | null } | null;
  },
): Limit | undefined {
  const band = bandFor(pack, request.subject, request.person?.birthDate, day);
  if (band === undefined) return undefined;
  const then = routeOf(pack, band, wishOf[request.procedure], request.card)?.entry.then;
  if (
    then === undefined ||
    (then.procedure ?? then.instead) !== request.procedure ||
    then.limit === undefined
  )
    return undefined;
  return pack.limits[then.limit]?.value;
}
