import { z } from 'zod';
import type { RulePack } from '#shared/rules/pack-schema.ts';
import type { IsoDate, PartialDate } from '../calendar/business-date.ts';
import type { DirectoryOffice } from './office-directory.ts';
import { bandEnd } from './pack-lookup.ts';
import type { ReferralReason } from '../account/follow-up.ts';
import { triage, type TriageQuestion } from './triage.ts';
import {
  LIMIT_UNITS,
  PROCEDURES,
  REPRESENTATIVES,
  WISHES,
  type CardState,
  type Procedure,
  type Subject,
  type TriageNote,
  type Wish,
} from './vocabulary.ts';

/**
 * What was decided of a request when it was taken: asked of triage once, kept with the request, and read by the counter, the
 * checklist, the slip and the report. Codes and ids only: the pack of the day words them.
 */
export const verdict = z.object({
  pack: z.string(),
  wish: z.enum(WISHES),
  residesHere: z.boolean().nullable(),
  /** Age band of the pack. */
  band: z.string(),
  procedure: z.enum(PROCEDURES),
  /** Whether the procedure answers the wish, or an officer decided that it is done. */
  eligible: z.boolean(),
  /** What triage gives in place of the procedure; null where it gives that very one, or an officer decided. */
  instead: z.enum(PROCEDURES).nullable(),
  /** Whether this office does it. */
  here: z.boolean(),
  /** Ids of the places of the directory that can do it, this office first where it can. */
  places: z.array(z.string()),
  /** Codes of the pack's `reasons` and `notes`. */
  reasons: z.array(z.string()),
  notes: z.array(z.string()),
  limit: z.object({ value: z.int(), unit: z.enum(LIMIT_UNITS) }).nullable(),
  /** Its code in the pack. */
  limitRule: z.string().nullable(),
  /** Who acts for the person. */
  representative: z.enum(REPRESENTATIVES).nullable(),
  /** Something it rests on is not known: an age, a residence. */
  provisional: z.boolean(),
  /** An officer decided against or without triage. */
  byOfficer: z.boolean(),
});
export type Verdict = z.infer<typeof verdict>;

/** A request as a verdict is given on it. */
export type AskedRequest = {
  /** The business day. */
  readonly on: IsoDate;
  readonly subject: Subject;
  readonly card: CardState;
  readonly birthDate: PartialDate | null | undefined;
  readonly procedure: Procedure;
  /** Absent: what people wish who end up with this procedure. */
  readonly wish?: Wish | undefined;
  readonly residesHere?: boolean | null | undefined;
  /** Absent: an officer decided where triage gives another procedure. */
  readonly byOfficer?: boolean | undefined;
};

/** What a person asks for who ends up with a procedure. */
const WISH_OF: Readonly<Record<Procedure, Wish>> = {
  'level-1': 'level-1',
  'level-2': 'level-2',
  'level-2-with-card': 'level-2',
  activate: 'activate',
  lock: 'lock',
  unlock: 'unlock',
  'lock-card': 'lock-card',
  'unlock-card': 'unlock-card',
  guidance: 'guidance',
  organisation: 'level-2',
};

const OPEN_NOTES: readonly TriageNote[] = [
  'birth-date-unknown',
  'birth-date-incomplete',
  'residence-unknown',
];

/** The card state a request starts with: as asked, or what its procedure implies. */
export function requestCard(request: {
  readonly procedure: Procedure;
  readonly card?: CardState | undefined;
}): CardState {
  return request.card ?? (request.procedure === 'level-2-with-card' ? 'none' : 'valid');
}

/** The verdict on a request by a pack and the places of the office's directory. */
export function decide(asked: AskedRequest, pack: RulePack, offices: readonly DirectoryOffice[]): Verdict {
  const { on, subject, card, birthDate, procedure, residesHere = null } = asked;
  const ask = (wish: Wish) => {
    const question: TriageQuestion = {
      on,
      subject,
      card,
      wish,
      ...(birthDate == null ? {} : { birthDate }),
      ...(residesHere === null ? {} : { residesHere }),
    };
    const answer = triage(question, pack, offices);
    return { answer, leadsTo: answer.procedure ?? answer.instead ?? 'guidance' };
  };
  const wish = asked.wish ?? WISH_OF[procedure];
  const wished = ask(wish);
  const byOfficer = asked.byOfficer ?? wished.leadsTo !== procedure;
  // What an officer chose against the wish stands on its own route.
  const { answer, leadsTo } = wished.leadsTo === procedure || !byOfficer ? wished : ask(WISH_OF[procedure]);
  const isAnswer = leadsTo === procedure;
  return {
    pack: pack.id,
    wish,
    residesHere,
    band: answer.band,
    procedure,
    eligible: byOfficer || (isAnswer && answer.eligible),
    instead: byOfficer || isAnswer ? null : leadsTo,
    here: byOfficer || answer.here,
    places: answer.where.map(({ officeId }) => officeId),
    reasons: answer.reasons.map(({ code }) => code),
    notes: [...answer.notes],
    limit: isAnswer ? (answer.limit ?? null) : null,
    limitRule: isAnswer ? (answer.limitRule ?? null) : null,
    representative: representativeOf(subject, pack, answer.band),
    provisional: OPEN_NOTES.some((note) => answer.notes.includes(note)),
    byOfficer,
  };
}

/** A ward has a guardian; whoever is too young for the oldest band of their kind comes with a parent. */
function representativeOf(subject: Subject, pack: RulePack, band: string): Verdict['representative'] {
  if (subject === 'guarded') return 'guardian';
  const entry = pack.bands[band];
  return entry === undefined || bandEnd(pack, entry) === undefined ? null : 'parent';
}

/** Why somebody whose request is not done here is sent on, where nobody named another reason; null where it is done here. */
export function referralReason({
  here,
  notes,
}: {
  readonly here: boolean;
  readonly notes: readonly string[];
}): ReferralReason | null {
  if (here) return null;
  return notes.includes('residence-elsewhere') ? 'residence-elsewhere' : 'not-done-here';
}

/** Whether "Thu nhận" needs an officer's decision first: another office does this, or triage gives something else. */
export function needsDecision(verdict: Pick<Verdict, 'here' | 'instead'>): boolean {
  return !verdict.here || verdict.instead !== null;
}
