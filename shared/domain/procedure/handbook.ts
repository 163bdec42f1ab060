import type { BilingualText, PackRoute, RulePack, Sourced } from '../../rules/pack-schema.ts';
import { bandEnd, limitOf, routeOf } from './pack-lookup.ts';
import { fillWords } from './triage.ts';
import { TRIAGE_NOTES, type CardState, type Limit, type Procedure, type Wish } from './vocabulary.ts';

/** What an officer asks of the rules; each value of a pack answers one of them. */
export const CHAPTERS = ['who', 'papers', 'limits', 'reports'] as const;
type Chapter = (typeof CHAPTERS)[number];

/** What a value of a chapter is about, in the order of the page. */
export const THEMES = [
  'everyone',
  'citizen',
  'child',
  'with-card',
  'foreigner',
  'organisation',
  'activation',
  'lock',
  'place',
  'paper',
  'report',
  'pack',
  'desk',
] as const;
type Theme = (typeof THEMES)[number];

/** Where a value stands in the handbook of its pack. */
type HandbookPlace = { readonly chapter: Chapter; readonly theme: Theme };

const SECTIONS: Readonly<Record<string, HandbookPlace>> = {
  validFrom: { chapter: 'limits', theme: 'pack' },
  validTo: { chapter: 'limits', theme: 'pack' },
  elderFrom: { chapter: 'who', theme: 'desk' },
  officeKinds: { chapter: 'who', theme: 'place' },
  papers: { chapter: 'papers', theme: 'paper' },
  activation: { chapter: 'limits', theme: 'activation' },
  sms: { chapter: 'limits', theme: 'activation' },
  hotline: { chapter: 'limits', theme: 'activation' },
  locking: { chapter: 'who', theme: 'lock' },
  fees: { chapter: 'who', theme: 'with-card' },
  reporting: { chapter: 'reports', theme: 'report' },
};
/** Notes that say what the figures count. */
const NOTES_OF_REPORTS = ['counts-when-activated'];
const SLOTS_OF_TIME = /\{(?:days|window|limits\.[a-z0-9-]+)\}/u;

/** Chapter and theme of a value by its path: from the routes, bands and places of the pack that lead to it. */
export function handbookPlace(pack: RulePack, path: string): HandbookPlace {
  const [section = '', code = ''] = path.split('.');
  const fixed = SECTIONS[section];
  if (fixed !== undefined) return fixed;
  if (section === 'bands') return { chapter: 'who', theme: ofBands(pack, [code]) };
  if (section === 'limits') return { chapter: 'limits', theme: ofRoutes(pack, routesToLimit(pack, code)) };
  if (section === 'procedures')
    return { chapter: 'papers', theme: ofProcedures([code as Procedure], 'citizen') };
  if (section === 'paperRules' || section === 'contact') {
    const rule = pack[section][code];
    const bands = rule?.bands ?? Object.keys(pack.bands);
    return { chapter: 'papers', theme: ofProcedures(rule?.procedures ?? [], ofBands(pack, bands)) };
  }
  const contact = Object.values(pack.contact).find(({ value }) => section === 'notes' && value === code);
  if (contact !== undefined)
    return { chapter: 'papers', theme: ofBands(pack, contact.bands ?? Object.keys(pack.bands)) };
  if (section === 'notes' && NOTES_OF_REPORTS.includes(code)) return { chapter: 'reports', theme: 'report' };
  const { vi } = (section === 'reasons' ? pack.reasons : pack.notes)[code]?.value ?? { vi: '' };
  const chapter = SLOTS_OF_TIME.test(vi) ? 'limits' : vi.includes('{form}') ? 'papers' : 'who';
  return { chapter, theme: ofWords(pack, section, code) };
}

function ofWords(pack: RulePack, section: string, code: string): Theme {
  if (section === 'notes' && (TRIAGE_NOTES as readonly string[]).includes(code)) return 'desk';
  const routes = routesTelling(pack, section, code);
  if (routes.length > 0) return ofRoutes(pack, routes);
  if (section === 'reasons') return 'place';
  return ofBands(
    pack,
    Object.entries(pack.bands).flatMap(([id, band]) => (band.notes?.includes(code) === true ? [id] : [])),
  );
}

function routesTelling(pack: RulePack, section: string, code: string): readonly PackRoute[] {
  return Object.values(pack.routes).filter(({ then }) =>
    (section === 'reasons' ? then.reasons : (then.notes ?? [])).includes(code),
  );
}

function routesToLimit(pack: RulePack, code: string): readonly PackRoute[] {
  const direct = Object.values(pack.routes).filter(({ then }) => then.limit === code);
  if (direct.length > 0) return direct;
  return (['reasons', 'notes'] as const).flatMap((section) =>
    Object.entries(pack[section])
      .filter(([, { value }]) => value.vi.includes(`{limits.${code}}`))
      .flatMap(([told]) => routesTelling(pack, section, told)),
  );
}

function ofRoutes(pack: RulePack, routes: readonly PackRoute[]): Theme {
  const bands = routes.flatMap(({ when }) => when.bands);
  const procedures = routes.flatMap(({ then }) => then.procedure ?? then.instead ?? []);
  return ofProcedures(procedures, ofBands(pack, bands));
}

/** The theme of procedures that have one of their own, or else `other`. */
function ofProcedures(procedures: readonly Procedure[], other: Theme): Theme {
  const only = (...some: readonly Procedure[]) => procedures.every((one) => some.includes(one));
  if (procedures.length === 0) return other;
  if (other === 'organisation' || only('organisation')) return 'organisation';
  if (only('level-2-with-card')) return 'with-card';
  if (only('activate')) return 'activation';
  return only('activate', 'lock', 'unlock', 'lock-card', 'unlock-card') ? 'lock' : other;
}

function ofBands(pack: RulePack, bands: readonly string[]): Theme {
  const kinds = new Set(
    bands.map((id): Theme => {
      const band = pack.bands[id];
      if (band === undefined) return 'everyone';
      if (band.subject === 'foreigner' || band.subject === 'organisation') return band.subject;
      return band.subject === 'guarded' || bandEnd(pack, band) !== undefined ? 'child' : 'citizen';
    }),
  );
  const [first = 'everyone', ...others] = kinds;
  if (others.length === 0) return first;
  return kinds.has('foreigner') || kinds.has('organisation') ? 'everyone' : 'citizen';
}

/** The words of a reason or note with their slots filled as on the first route that tells them; undefined for another value. */
export function handbookWords(pack: RulePack, path: string): BilingualText | undefined {
  const [section = '', code = ''] = path.split('.');
  if (section !== 'reasons' && section !== 'notes') return undefined;
  const node = pack[section][code];
  if (node === undefined) return undefined;
  const then = routesTelling(pack, section, code)[0]?.then;
  const limit = then?.limit === undefined ? undefined : limitOf(pack, then.limit);
  return fillWords(pack, node, { limit, procedure: then?.procedure ?? then?.instead }).text;
}

/** What a person gets who wishes something with a card in some state. */
type WhoCell = {
  readonly eligible: boolean;
  /** What is done, or offered instead; null where there is nothing for this person. */
  readonly procedure: Procedure | null;
  readonly limit: Limit | null;
};
/** The columns of {@link whoMayWhat}. */
export const WHO_COLUMNS = [
  { wish: 'level-1', card: 'valid' },
  { wish: 'level-2', card: 'valid' },
  { wish: 'level-2', card: 'none' },
] as const satisfies readonly { readonly wish: Wish; readonly card: CardState }[];

export type WhoRow = { readonly title: BilingualText; readonly cells: readonly WhoCell[] };

/** For each age band what its people get, by {@link WHO_COLUMNS}. */
export function whoMayWhat(pack: RulePack): readonly WhoRow[] {
  return Object.entries(pack.bands).map(([id, { title }]) => ({
    title,
    cells: WHO_COLUMNS.map(({ wish, card }) => {
      const then = routeOf(pack, id, wish, card)?.entry.then;
      const limit: Sourced<Limit> | undefined =
        then?.limit === undefined ? undefined : limitOf(pack, then.limit);
      return {
        eligible: then?.eligible === true,
        procedure: then?.procedure ?? then?.instead ?? null,
        limit: limit?.value ?? null,
      };
    }),
  }));
}
