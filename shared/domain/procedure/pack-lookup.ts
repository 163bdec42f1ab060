import type {
  PackBand,
  PackContact,
  PackPlace,
  PackRoute,
  RulePack,
  Sourced,
} from '../../rules/pack-schema.ts';
import type { IsoDate } from '../calendar/business-date.ts';
import {
  TELEPHONE,
  type CardState,
  type Limit,
  type OfficeKind,
  type PaperAsked,
  type PaperCode,
  type Procedure,
  type Subject,
  type Wish,
} from './vocabulary.ts';

/** One paper asked for, with the rule that asks. */
type PaperDemand = {
  readonly paper: PaperCode;
  readonly required: boolean;
  readonly rule: Pick<Sourced<unknown>, 'source' | 'certainty' | 'overridden'>;
};

type Named<T> = { readonly id: string; readonly entry: T };

/** The age bands of a subject. A child is a citizen of its age: packs know no bands of its own. */
export function bandsOf(pack: RulePack, subject: Subject): [string, PackBand][] {
  const holder = subject === 'child' ? 'citizen' : subject;
  return Object.entries(pack.bands).filter(([, band]) => band.subject === holder);
}

/** The band of a subject at an age in completed years: the oldest that has begun; undefined only for a pack `readPack` would refuse. */
export function bandOf(pack: RulePack, subject: Subject, age: number): Named<PackBand> | undefined {
  const found = bandsOf(pack, subject)
    .filter(([, band]) => beginning(band) <= age)
    .toSorted(([, a], [, b]) => beginning(b) - beginning(a))[0];
  return found === undefined ? undefined : { id: found[0], entry: found[1] };
}

const beginning = (band: PackBand): number => band.from?.value ?? 0;

/** The age in completed years at which a band ends; undefined for one that has no end. */
export function bandEnd(pack: RulePack, band: PackBand): number | undefined {
  return bandsOf(pack, band.subject)
    .map(([, other]) => beginning(other))
    .filter((age) => age > beginning(band))
    .toSorted((a, b) => a - b)[0];
}

/** A limit of a pack by its code; `activation` is the time in which an account is activated. */
export function limitOf(pack: RulePack, code: string): Sourced<Limit> | undefined {
  return code === 'activation' ? pack.activation.window : pack.limits[code];
}

/** The band taken while the age is unknown: of a child the oldest that ends. */
export function assumedBand(pack: RulePack, subject: Subject): Named<PackBand> | undefined {
  const bands = bandsOf(pack, subject);
  const found =
    subject === 'child'
      ? bands.toSorted(([, a], [, b]) => (bandEnd(pack, b) ?? 0) - (bandEnd(pack, a) ?? 0))[0]
      : bands.find(([, band]) => band.assumed === true);
  return found === undefined ? undefined : { id: found[0], entry: found[1] };
}

/** The first route of the decision list that fits. */
export function routeOf(
  pack: RulePack,
  band: string,
  wish: Wish,
  card: CardState,
): Named<PackRoute> | undefined {
  for (const [id, entry] of Object.entries(pack.routes)) {
    const { bands, wishes, cards } = entry.when;
    if (!bands.includes(band) || !wishes.includes(wish)) continue;
    if (cards !== undefined && !cards.includes(card)) continue;
    return { id, entry };
  }
  return undefined;
}

/**
 * Papers of a procedure in the order of the pack; a paper two rules name is required when one requires it. The telephone comes last,
 * where the pack requires one.
 */
export function papersOf(
  pack: RulePack,
  procedure: Procedure,
  band: string,
  card: CardState,
): readonly PaperDemand[] {
  const demands = new Map<PaperCode, PaperDemand>();
  for (const entry of Object.values(pack.paperRules)) {
    if (!entry.procedures.includes(procedure)) continue;
    if (entry.bands !== undefined && !entry.bands.includes(band)) continue;
    if (entry.cards !== undefined && !entry.cards.includes(card)) continue;
    for (const { paper, required } of entry.value) {
      const known = demands.get(paper);
      if (known === undefined || (required && !known.required))
        demands.set(paper, { paper, required, rule: entry });
    }
  }
  const contact = contactOf(pack, procedure, band);
  if (contact !== undefined && contact.value !== 'phone-or-email-if-any')
    demands.set(TELEPHONE, { paper: TELEPHONE, required: true, rule: contact });
  return [...demands.values()];
}

/** How somebody of a band is to be reached for a procedure; undefined where the pack asks for nothing. */
export function contactOf(pack: RulePack, procedure: Procedure, band: string): PackContact | undefined {
  return Object.values(pack.contact).find(
    (rule) => rule.procedures.includes(procedure) && (rule.bands?.includes(band) ?? true),
  );
}

/** How the pack has a paper asked for; one it does not know is to be shown. */
export function askedFor(pack: RulePack, paper: PaperCode): PaperAsked {
  return pack.papers[paper]?.value.asked ?? 'original';
}

/** The place rules of a procedure in force on a day. */
export function placesOf(
  pack: RulePack,
  procedure: Procedure,
  band: string,
  on: IsoDate,
): readonly PackPlace[] {
  return Object.values(pack.places).filter(
    (place) =>
      place.procedures.includes(procedure) &&
      (place.bands === undefined || place.bands.includes(band)) &&
      (place.from === undefined || place.from <= on) &&
      (place.until === undefined || on <= place.until),
  );
}

/** Whether a kind of office exists on a day (district teams ended in 2025). */
export function kindExists(pack: RulePack, kind: OfficeKind, on: IsoDate): boolean {
  const { from, until } = pack.officeKinds[kind];
  return (from === undefined || from.value <= on) && (until === undefined || on <= until.value);
}

/** A source in one line: `69/2024/NĐ-CP, Điều 13`; a value the office changed names the office's reason. */
export function sourceLine(pack: RulePack, node: Pick<Sourced<unknown>, 'source' | 'overridden'>): string {
  if (node.overridden !== undefined) return `Đơn vị đặt lại: ${node.overridden.why}`;
  const name = pack.documents[node.source.document]?.number ?? node.source.document;
  return [name, node.source.article, node.source.section].filter((part) => part !== undefined).join(', ');
}
