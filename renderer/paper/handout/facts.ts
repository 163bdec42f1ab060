import type { Office } from '#shared/contract/office.ts';
import type { RuleValue, ShownPack } from '#shared/contract/rules.ts';
import { catalogue } from '#shared/text/catalogue.ts';
import { inLanguage, type Language } from '#shared/domain/language.ts';
import type { HandoutId } from './sheets.ts';

/** What the braces in the words of a handout may name. */
export const FILLED = ['level-1', 'level-2', 'with-card', 'window', 'hotline', 'phone', 'age'] as const;
type Filled = (typeof FILLED)[number];

export type LockWay = 'app' | 'hotline' | 'in-person';
export type WishedPaper = { readonly paper: string; readonly required: boolean };

/** Everything a handout says that is not its own words: from the rule pack in force, the triage and the settings. */
export type HandoutFacts = {
  readonly office: Office;
  readonly packTitle: string;
  /** Unknown ones are absent; the lines that need them are left out. */
  readonly words: Readonly<Partial<Record<Filled, string>>>;
  readonly lock: readonly { readonly way: LockWay; readonly can: readonly string[] }[];
  readonly papers: readonly WishedPaper[];
  /** A phone of one's own alone, or a phone or e-mail. */
  readonly contact: 'own-phone' | 'phone-or-email' | null;
};

const PATHS: Record<Exclude<Filled, 'hotline' | 'phone'>, string> = {
  'level-1': 'limits.level-1',
  'level-2': 'limits.level-2',
  'with-card': 'limits.with-card',
  window: 'activation.window',
  age: 'bands.citizen-14.from',
};
const LOCK_WAYS: readonly LockWay[] = ['app', 'hotline', 'in-person'];

type Json = RuleValue['value'];
const isTable = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A number of days or years in words; undefined for anything else. */
function inWords(value: Json | undefined, language: Language): string | undefined {
  if (typeof value === 'number') return String(value);
  if (!isTable(value) || typeof value['value'] !== 'number') return undefined;
  const text = catalogue(language).handout;
  return value['unit'] === 'working-day'
    ? text.workingDays(value['value'])
    : text.calendarDays(value['value']);
}

/** Reads from the pack what the handouts need, in the language of the paper. */
export function handoutFacts(
  office: Office,
  pack: ShownPack,
  papers: readonly WishedPaper[],
  language: Language,
): HandoutFacts {
  const valueOf = (path: string): Json | undefined => pack.values.find((value) => value.path === path)?.value;
  const words: Partial<Record<Filled, string>> = {};
  for (const [name, path] of Object.entries(PATHS) as [Filled, string][]) {
    const said = inWords(valueOf(path), language);
    if (said !== undefined) words[name] = said;
  }
  const packHotline = valueOf('hotline');
  const hotline =
    office.settings.hotline === '' && typeof packHotline === 'string' ? packHotline : office.settings.hotline;
  if (hotline !== '') words.hotline = hotline;
  if (office.settings.phone !== '') words.phone = office.settings.phone;
  const channels = valueOf('locking.channels');
  const lock = LOCK_WAYS.flatMap((way) => {
    const can = isTable(channels) ? channels[way] : undefined;
    if (!Array.isArray(can)) return [];
    return [{ way, can: can.filter((one): one is string => typeof one === 'string') }];
  });
  const contact = valueOf('contact.needs');
  return {
    office,
    packTitle: inLanguage(pack.title, language),
    words,
    lock,
    papers,
    contact: contact === 'own-phone' || contact === 'phone-or-email' ? contact : null,
  };
}

type FactName = Filled | 'lock' | 'papers';
type FactSource = { readonly name: Exclude<FactName, 'age' | 'phone'>; readonly path: string };

const SOURCES: Record<Exclude<FactName, 'age' | 'phone'>, string> = {
  'level-1': 'limits.level-1',
  'level-2': 'limits.level-2',
  'with-card': 'limits.with-card',
  window: 'activation.window',
  hotline: 'hotline',
  lock: 'locking.channels',
  papers: 'paperRules.to-integrate',
};

const USES: Record<HandoutId, readonly (keyof typeof SOURCES)[]> = {
  install: ['level-1', 'level-2', 'with-card', 'window', 'hotline'],
  'level-1': ['level-1', 'window', 'hotline'],
  activate: ['window', 'hotline'],
  levels: ['level-1', 'level-2', 'with-card', 'window', 'hotline'],
  papers: ['papers', 'hotline'],
  lock: ['lock', 'hotline'],
  portal: ['hotline'],
  use: ['hotline'],
  loudspeaker: ['level-2', 'window', 'hotline'],
  'poster-office': ['level-2', 'window', 'hotline'],
  'poster-school': ['window', 'hotline'],
};

/** The values of the pack that a handout rests on, by their path. */
export function sourcesOf(sheet: HandoutId): readonly FactSource[] {
  return USES[sheet].map((name) => ({ name, path: SOURCES[name] }));
}
