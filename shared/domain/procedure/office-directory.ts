import type { PackPlace, RulePack } from '../../rules/pack-schema.ts';
import type { IsoDate } from '../calendar/business-date.ts';
import { kindExists, placesOf } from './pack-lookup.ts';
import type { OfficeKind, Procedure } from './vocabulary.ts';

/** One place of the office's own directory, this office included. */
export type DirectoryOffice = {
  readonly officeId: string;
  readonly name: string;
  readonly kind: OfficeKind;
  /** What it really does: equipment and arrangement, within what the pack allows its kind. */
  readonly procedures: readonly Procedure[];
  readonly open: boolean;
  /** Told when closed, or beside the address. */
  readonly note?: string;
  readonly address?: string;
  readonly hours?: string;
  readonly phone?: string;
  /** Makes cards whatever the place of residence (QĐ 5230/QĐ-BCA-C06). */
  readonly anywhereCard?: boolean;
  /** This very office. */
  readonly here?: boolean;
  /** Its area takes in this office's area (a provincial office, for one). */
  readonly coversHere?: boolean;
};

export type PlaceFound = {
  readonly officeId: string;
  readonly name: string;
  readonly here: boolean;
  /** Follows the place of residence, which is not known to match: ask before sending anyone. */
  readonly askResidence: boolean;
  readonly reason: string;
  readonly address?: string;
  readonly hours?: string;
  readonly note?: string;
};

export type PlaceRefused = {
  readonly officeId: string;
  readonly name: string;
  readonly here: boolean;
  readonly why: 'kind' | 'not-done' | 'closed' | 'residence';
  readonly note?: string;
};

type PlaceSearch = {
  readonly found: readonly PlaceFound[];
  readonly refused: readonly PlaceRefused[];
};

type PlaceQuestion = {
  readonly pack: RulePack;
  readonly procedure: Procedure;
  readonly band: string;
  readonly on: IsoDate;
  readonly residesHere: boolean | undefined;
};

/**
 * Which offices of the directory can do a procedure on a day, this office first, and why the others cannot.
 * An office that neither the pack nor its own list of procedures concerns is refused without noise: only this
 * office and closed ones are worth telling.
 */
export function findPlaces(offices: readonly DirectoryOffice[], question: PlaceQuestion): PlaceSearch {
  const { pack, procedure, band, on, residesHere } = question;
  const rules = placesOf(pack, procedure, band, on);
  const found: PlaceFound[] = [];
  const refused: PlaceRefused[] = [];
  for (const office of offices) {
    const here = office.here === true;
    const { officeId, name } = office;
    const told = office.note === undefined ? {} : { note: office.note };
    const rule = kindExists(pack, office.kind, on) ? ruleFor(office, rules) : undefined;
    if (rule === undefined) {
      refused.push({ officeId, name, here, why: 'kind' });
    } else if (!office.procedures.includes(procedure)) {
      refused.push({ officeId, name, here, why: 'not-done' });
    } else if (!office.open) {
      refused.push({ officeId, name, here, why: 'closed', ...told });
    } else if (rule.residence === 'by-residence' && excludedByResidence(office, residesHere)) {
      refused.push({ officeId, name, here, why: 'residence' });
    } else {
      found.push({
        officeId,
        name,
        here,
        askResidence: rule.residence === 'by-residence' && residesHere !== true,
        reason: rule.reason,
        ...(office.address === undefined ? {} : { address: office.address }),
        ...(office.hours === undefined ? {} : { hours: office.hours }),
        ...told,
      });
    }
  }
  return {
    found: [...found.filter((place) => place.here), ...found.filter((place) => !place.here)],
    refused,
  };
}

/** The rule of an office's kind; one that asks for no residence goes before one that does. */
function ruleFor(office: DirectoryOffice, rules: readonly PackPlace[]): PackPlace | undefined {
  const fitting = rules.filter(
    ({ kinds, onlyWhere }) =>
      kinds.includes(office.kind) && (onlyWhere === undefined || office.anywhereCard === true),
  );
  return fitting.find(({ residence }) => residence === 'anywhere') ?? fitting[0];
}

/** Whoever resides here is not sent to a neighbour; whoever resides elsewhere is not taken here. */
function excludedByResidence(office: DirectoryOffice, residesHere: boolean | undefined): boolean {
  if (residesHere === undefined) return false;
  const servesHere = office.here === true || office.coversHere === true;
  if (residesHere) return !servesHere;
  return office.here === true;
}
