import type { BilingualText, RulePack, Sourced } from '../../rules/pack-schema.ts';
import { ageOn, isIsoDate, type IsoDate, type PartialDate } from '../calendar/business-date.ts';
import { findPlaces, type DirectoryOffice, type PlaceFound, type PlaceRefused } from './office-directory.ts';
import {
  askedFor,
  assumedBand,
  bandEnd,
  bandOf,
  bandsOf,
  contactOf,
  limitOf,
  papersOf,
  routeOf,
  sourceLine,
} from './pack-lookup.ts';
import type {
  CardState,
  Certainty,
  Limit,
  PaperAsked,
  PaperCode,
  Procedure,
  Subject,
  TriageNote,
  Wish,
} from './vocabulary.ts';

export type TriageQuestion = {
  /** The business day the person stands at the desk. */
  readonly on: IsoDate;
  readonly subject: Subject;
  readonly birthDate?: PartialDate | undefined;
  /** For a foreigner the state of the residence card, or of the passport where the pack asks for that. */
  readonly card: CardState;
  readonly wish: Wish;
  /** Thường trú, tạm trú or actual residence in this office's area; absent when not asked. */
  readonly residesHere?: boolean | undefined;
};

/** One sentence of the answer with the rule it stands on. */
type ToldRule = {
  readonly code: string;
  readonly text: BilingualText;
  /** One line: document and article or section. */
  readonly source: string;
  readonly certainty: Certainty;
};

type TriagePaper = {
  readonly paper: PaperCode;
  readonly required: boolean;
  /** Whether the paper itself is asked for. */
  readonly asked: PaperAsked;
  readonly source: string;
  readonly certainty: Certainty;
};

/**
 * `eligible` answers the wish. When true, `procedure` names what to do. When false, `instead` may name what can be
 * done for this person; papers, places and limit are then those of `instead`.
 */
export type TriageAnswer = {
  readonly eligible: boolean;
  readonly procedure?: Procedure;
  readonly instead?: Procedure;
  /** Age band of the pack that was used. */
  readonly band: string;
  /** The age below which somebody comes with a parent. */
  readonly childBelow?: number;
  readonly papers: readonly TriagePaper[];
  readonly where: readonly PlaceFound[];
  /** Whether this very office can do it now. */
  readonly here: boolean;
  /** This office and closed ones that cannot do it, with the reason. */
  readonly refused: readonly PlaceRefused[];
  readonly limit?: Limit;
  /** Its code in the pack. */
  readonly limitRule?: string;
  readonly limitSource?: string;
  readonly limitCertainty?: Certainty;
  readonly reasons: readonly ToldRule[];
  /** Codes of what to tell the person; worded in `tell`. */
  readonly notes: readonly string[];
  readonly tell: readonly ToldRule[];
  /** By this birth date the person is, or may be, elderly: ask about priority. */
  readonly maybeElderly: boolean;
  readonly pack: string;
};

/** Decides by a pack what a person needs, whether it may be done, where, with which papers and by when. */
export function triage(
  question: TriageQuestion,
  pack: RulePack,
  offices: readonly DirectoryOffice[],
): TriageAnswer {
  const { on, subject, card, wish, residesHere } = question;
  const aged = ageBand(question, pack);
  const route = routeOf(pack, aged.band, wish, card);
  if (route === undefined)
    throw new RangeError(`pack ${pack.id}: no route for ${subject} ${aged.band} ${wish} ${card}`);
  const { then } = route.entry;
  const target = then.procedure ?? then.instead;

  const places =
    target === undefined
      ? { found: [], refused: [] }
      : findPlaces(offices, { pack, procedure: target, band: aged.band, on, residesHere });
  const here = places.found.some((place) => place.here);
  const refused = places.refused.filter((place) => place.here || place.why === 'closed');

  const bandNotes = wish === 'guidance' ? [] : (pack.bands[aged.band]?.notes ?? []);
  const contact = target === undefined ? undefined : contactOf(pack, target, aged.band);
  const codes = new Set<string>([...aged.notes, ...bandNotes, ...(then.notes ?? [])]);
  if (contact !== undefined) codes.add(contact.value);
  if (target !== undefined) for (const note of placeNotes(places, here, residesHere)) codes.add(note);
  const reasons = new Set([...then.reasons, ...places.found.map((place) => place.reason)]);
  const limitRule = then.limit;
  const limit = limitRule === undefined ? undefined : limitOf(pack, limitRule);
  const words = { limit, procedure: target };

  return {
    eligible: then.eligible,
    ...(then.procedure === undefined ? {} : { procedure: then.procedure }),
    ...(then.instead === undefined ? {} : { instead: then.instead }),
    band: aged.band,
    ...childBelow(pack),
    papers: target === undefined ? [] : triagePapers(pack, target, aged.band, card),
    where: places.found,
    here,
    refused,
    ...(limitRule === undefined ? {} : { limitRule }),
    ...(limit === undefined
      ? {}
      : { limit: limit.value, limitSource: sourceLine(pack, limit), limitCertainty: limit.certainty }),
    reasons: tellRules(pack, pack.reasons, reasons, words),
    notes: [...codes],
    tell: tellRules(pack, pack.notes, codes, words),
    maybeElderly:
      question.birthDate !== undefined && ageOn(question.birthDate, on).most >= pack.elderFrom.value,
    pack: pack.id,
  };
}

function triagePapers(
  pack: RulePack,
  procedure: Procedure,
  band: string,
  card: CardState,
): readonly TriagePaper[] {
  return papersOf(pack, procedure, band, card).map(({ paper, required, rule }) => ({
    paper,
    required,
    asked: askedFor(pack, paper),
    source: sourceLine(pack, rule),
    certainty: rule.certainty,
  }));
}

function childBelow(pack: RulePack): Pick<TriageAnswer, 'childBelow'> {
  const band = assumedBand(pack, 'child')?.entry;
  const below = band === undefined ? undefined : bandEnd(pack, band);
  return below === undefined ? {} : { childBelow: below };
}

type AgedBand = { readonly band: string; readonly notes: readonly TriageNote[] };

function ageBand({ subject, birthDate, on }: TriageQuestion, pack: RulePack): AgedBand {
  if (birthDate === undefined) {
    const assumed = assumedBand(pack, subject);
    if (assumed === undefined) throw new RangeError(`pack ${pack.id}: no assumed band of ${subject}`);
    return { band: assumed.id, notes: bandsOf(pack, subject).length > 1 ? ['birth-date-unknown'] : [] };
  }
  const { least, most } = ageOn(birthDate, on);
  const youngest = bandOf(pack, subject, Math.max(least, 0));
  const oldest = bandOf(pack, subject, Math.max(most, 0));
  if (youngest === undefined || oldest === undefined) {
    throw new RangeError(`pack ${pack.id}: no band of ${subject} at ${least}–${most}`);
  }
  const notes: TriageNote[] = [];
  if (most < 0) notes.push('birth-date-in-future');
  if (youngest.id !== oldest.id) notes.push('birth-date-incomplete');
  if (least !== most && subject !== 'organisation') notes.push('civil-status');
  return { band: youngest.id, notes };
}

function placeNotes(
  places: { readonly found: readonly PlaceFound[]; readonly refused: readonly PlaceRefused[] },
  here: boolean,
  residesHere: boolean | undefined,
): readonly TriageNote[] {
  const notes: TriageNote[] = [];
  const thisOffice = places.refused.find((place) => place.here);
  if (thisOffice?.why === 'residence') notes.push('residence-elsewhere');
  else if (residesHere === undefined && places.found.some((place) => place.askResidence))
    notes.push('residence-unknown');
  if (!here && (thisOffice?.why === 'kind' || thisOffice?.why === 'not-done')) notes.push('not-done-here');
  if (places.refused.some((place) => place.why === 'closed')) notes.push('office-closed');
  if (places.found.length === 0) notes.push('no-place-known');
  return notes;
}

/** What the slots in the words of a pack are filled from: the limit of the request and its procedure. */
type WordSlots = {
  readonly limit: Sourced<Limit> | undefined;
  readonly procedure: Procedure | undefined;
};

/** The words of codes of a pack with where each stands written; throws RangeError for a code without words. */
export function tellRules(
  pack: RulePack,
  table: Readonly<Record<string, Sourced<BilingualText>>>,
  codes: Iterable<string>,
  slots: WordSlots,
): readonly ToldRule[] {
  const rules: ToldRule[] = [];
  for (const code of codes) {
    const node = table[code];
    if (node === undefined) throw new RangeError(`pack ${pack.id}: ${code} has no words`);
    rules.push(worded(pack, code, node, slots));
  }
  return rules;
}

function worded(pack: RulePack, code: string, node: Sourced<BilingualText>, slots: WordSlots): ToldRule {
  const { text, stands } = fillWords(pack, node, slots);
  return { code, text, source: sourceLine(pack, stands), certainty: stands.certainty };
}

/**
 * Fills `{days}` with the limit of the route, `{window}` with the time to activate in, `{limits.code}` with another limit,
 * `{form}` with the form of the procedure and `{fees.halfUntil}` with that day. What the office changed is told as changed, with the office as the source: `stands`.
 */
export function fillWords(
  pack: RulePack,
  node: Sourced<BilingualText>,
  slots: WordSlots,
): { readonly text: BilingualText; readonly stands: Sourced<unknown> } {
  let stands: Sourced<unknown> = node;
  const fill = (text: string, digits: number): string =>
    text.replaceAll(/\{([a-zA-Z0-9.-]+)\}/g, (slot, name: string) => {
      const value = slotValue(pack, name, slots);
      if (value === undefined) return slot;
      if (value.overridden !== undefined) stands = value;
      if (typeof value.value !== 'string') return String(value.value.value).padStart(digits, '0');
      return isIsoDate(value.value) ? value.value.split('-').toReversed().join('/') : value.value;
    });
  const text = { vi: fill(node.value.vi, 2), en: fill(node.value.en, 1) };
  return { text, stands };
}

function slotValue(
  pack: RulePack,
  name: string,
  { limit, procedure }: WordSlots,
): Sourced<Limit> | Sourced<string> | undefined {
  if (name === 'days') return limit;
  if (name === 'window') return pack.activation.window;
  if (name === 'fees.halfUntil') return pack.fees?.halfUntil;
  if (name === 'form') return procedure === undefined ? undefined : pack.procedures[procedure].form;
  return name.startsWith('limits.') ? limitOf(pack, name.slice('limits.'.length)) : undefined;
}
