import type { PackLine, RuleValue, WhoRow } from '#shared/contract/rules.ts';
import { inLanguage, type Language } from '#shared/domain/language.ts';
import { CHAPTERS, THEMES, WHO_COLUMNS } from '#shared/domain/procedure/handbook.ts';
import { formatDay } from '#shared/text/format.ts';
import type { Catalogue } from '#shared/text/vi.ts';

type Json = RuleValue['value'];
type Table = { readonly [key: string]: Json };

const isTable = (value: Json | undefined): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Limit = { readonly value: number; readonly unit: string };
type BothLanguages = { readonly vi: string; readonly en: string };

export function asLimit(value: Json): Limit | null {
  if (!isTable(value)) return null;
  const { value: days, unit } = value;
  return typeof days === 'number' && typeof unit === 'string' ? { value: days, unit } : null;
}

export function asBothLanguages(value: Json): BothLanguages | null {
  if (!isTable(value)) return null;
  const { vi, en } = value;
  return typeof vi === 'string' && typeof en === 'string' ? { vi, en } : null;
}

/** What a place of a pack holds, in words, one entry a line; `value` is the office's own or the original. */
export function ruleLines(
  { path }: Pick<RuleValue, 'path'>,
  value: Json,
  text: Catalogue,
  language: Language,
): readonly string[] {
  const [, bound] = path === 'elderFrom' ? ['', 'from'] : (/^bands\.[^.]+\.(from|below)$/.exec(path) ?? []);
  if (typeof value === 'number' && (bound === 'from' || bound === 'below'))
    return [text.rules.age[bound](value)];
  return valueLines(value, text, language);
}

/** A value of a pack in words, one entry a line. */
function valueLines(value: Json, text: Catalogue, language: Language): readonly string[] {
  const limit = asLimit(value);
  if (limit !== null) return [text.rules.days(limit.value, limit.unit === 'working-day')];
  const both = asBothLanguages(value);
  if (both !== null) return [inLanguage(both, language)];
  if (typeof value === 'boolean') return [value ? text.rules.yes : text.rules.no];
  if (typeof value === 'string')
    return [/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value, language) : codeWord(value, text)];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value))
    return value.every(isDemand)
      ? demandLines(value, text)
      : value.flatMap((entry) => valueLines(entry, text, language));
  if (!isTable(value)) return [];
  return tableLines(value, text, language);
}

type Demand = { readonly paper: string; readonly required: boolean };

function isDemand(value: Json): value is Demand {
  return isTable(value) && typeof value['paper'] === 'string' && typeof value['required'] === 'boolean';
}

/** Papers that are required in one line, those on wish in another. */
function demandLines(papers: readonly Demand[], text: Catalogue): readonly string[] {
  return [true, false].flatMap((isRequired) => {
    const names = papers
      .filter(({ required }) => required === isRequired)
      .map(({ paper }) => paperName(paper, text));
    const { required, onWish } = text.rules;
    return names.length === 0 ? [] : [`${isRequired ? required : onWish}: ${names.join(', ')}`];
  });
}

function tableLines(value: Table, text: Catalogue, language: Language): readonly string[] {
  const { vi, en } = value;
  if (Array.isArray(vi) || Array.isArray(en))
    return valueLines(inLanguage({ vi, en }, language) ?? [], text, language);
  for (const said of [value['title'], value['asked']])
    if (said !== undefined) return valueLines(said, text, language);
  return Object.entries(value).flatMap(([key, entry]) => {
    const lines = valueLines(entry, text, language);
    return lines.length === 0 ? [] : [`${codeWord(key, text)}: ${lines.join(', ')}`];
  });
}

/** A code of a pack in words; what is no code stays as it is. */
function codeWord(code: string, text: Catalogue): string {
  const procedures: Readonly<Record<string, string>> = text.common.procedureShort;
  return text.rules.codeWord[code] ?? procedures[code] ?? code;
}

/** What a value says, one entry a line: a sentence with its numbers, anything else in words. */
export function ruleSays(value: RuleValue, text: Catalogue, language: Language): readonly string[] {
  return ruleLines(value, value.words ?? value.value, text, language);
}

/** What stands beside a value: the people, paper, procedure or moment it is of, or what kind of sentence it is. */
export function ruleLabel(value: RuleValue, text: Catalogue, language: Language): string {
  const [section = '', ...rest] = value.path.split('.');
  const about = value.about === null ? undefined : inLanguage(value.about, language);
  const procedures: Readonly<Record<string, string>> = text.common.procedureShort;
  switch (section) {
    case 'bands':
    case 'officeKinds':
      return about ?? '';
    case 'procedures':
      return text.rules.formOf(about ?? '');
    case 'papers':
      return paperName(rest.join('.'), text);
    case 'contact':
      return text.rules.section['contact'] ?? '';
    case 'paperRules':
      return value.procedures.map((procedure) => procedures[procedure]).join(', ');
    case 'notes':
      return value.theme === 'desk' ? text.rules.programSays : (text.rules.section['notes'] ?? '');
    default: {
      const key = rest.join('.');
      const known = procedures[key.replace(/^approved-/, '')] ?? text.rules.key[key];
      const name = text.rules.section[section] ?? '';
      const limit = section === 'reasons' ? /^limit-(.+)$/u.exec(key)?.[1] : undefined;
      if (limit !== undefined) return `${name}, ${procedures[limit] ?? text.rules.key[limit] ?? ''}`;
      return section === 'sms' && known !== undefined ? `${name}, ${known}` : (known ?? name);
    }
  }
}

/** For a rule on papers: whom and which cards it is limited to. */
export function ruleLimits(value: RuleValue, text: Catalogue, language: Language): string | null {
  if (!/^(?:paperRules|contact)\./u.test(value.path)) return null;
  const people = value.about === null ? [] : [inLanguage(value.about, language)];
  const cards = (value.cards ?? []).map((card) => text.common.cardState[card].toLocaleLowerCase(language));
  const parts = [...people, ...(cards.length === 0 ? [] : [cards.join(', ')])];
  return parts.length === 0 ? null : parts.join('; ');
}

type Section = { readonly theme: RuleValue['theme']; readonly values: readonly RuleValue[] };
type Chapter = { readonly chapter: RuleValue['chapter']; readonly sections: readonly Section[] };

/** Values as a handbook has them: by question and theme, numbers before sentences; empty parts are left out. */
export function handbookOf(values: readonly RuleValue[]): readonly Chapter[] {
  return CHAPTERS.map((chapter) => ({
    chapter,
    sections: THEMES.map((theme) => {
      const all = values.filter((value) => value.chapter === chapter && value.theme === theme);
      return {
        theme,
        values: [...all.filter(({ words }) => words === null), ...all.filter(({ words }) => words !== null)],
      };
    }).filter((section) => section.values.length > 0),
  })).filter(({ sections }) => sections.length > 0);
}

/** Words of a pack as an officer edits them: `{days}` reads `[số ngày]`. */
export function withSlotNames(words: string, text: Catalogue): string {
  return words.replaceAll(SLOT, (_slot, name: string) => `[${slotName(name, text)}]`);
}

/** The way back from {@link withSlotNames}, for the slots of the words as they stood. */
export function withSlots(edited: string, before: string, text: Catalogue): string {
  return [...before.matchAll(SLOT)].reduce(
    (words, [slot, name = '']) => words.replaceAll(`[${slotName(name, text)}]`, slot),
    edited,
  );
}

const SLOT = /\{([a-z0-9.-]+)\}/gu;

function slotName(slot: string, text: Catalogue): string {
  const { slots } = text.rules;
  if (slot === 'days' || slot === 'window' || slot === 'form') return slots[slot];
  const key = slot.replace(/^limits\./u, '');
  return slots.limit(text.rules.key[key] ?? codeWord(key, text));
}

/** The short name of a paper on screen; papers that only a rule pack knows have the name the slip uses. */
export function paperName(paper: string, text: Catalogue): string {
  return (text.common.paper as Readonly<Record<string, string>>)[paper] ?? text.slip.paper(paper);
}

/** From when to when a pack holds. */
export function packLasts(pack: PackLine, text: Catalogue, language: Language): string {
  const { inForce, past, future } = text.rules;
  if (pack.inForce) return inForce(formatDay(pack.validFrom, language));
  return pack.validTo === null
    ? future(formatDay(pack.validFrom, language))
    : past(formatDay(pack.validTo, language));
}

/** What a group of people gets, and how soon. */
export function whoSays(cell: WhoRow['cells'][number], column: number, text: Catalogue): string {
  const { procedure, limit, eligible } = cell;
  if (procedure === null) return text.rules.notPossible;
  const days =
    limit === null
      ? []
      : [text.rules.days(limit.value, limit.unit === 'working-day').replaceAll(' ', '\u00a0')];
  if (eligible && procedure === WHO_COLUMNS[column]?.wish) return days.join('');
  const said = [text.common.procedure[procedure], ...days].join(', ');
  return eligible ? said : text.rules.instead(said);
}

/** Who made a document and when: a day, or the month where no day is known. */
export function documentDay(
  issuer: string,
  date: string | null,
  text: Catalogue,
  language: Language,
): string {
  if (date === null) return issuer;
  const [year, month] = date.split('-').map(Number);
  const day = date.length === 7 ? text.rules.month(month ?? 0, year ?? 0) : formatDay(date, language);
  return `${issuer}, ${day}`;
}

/** How sure a value is, or that it is the office's own, with the word for it. */
export function certaintyOf(
  { overridden, certainty }: Pick<RuleValue, 'overridden' | 'certainty'>,
  text: Catalogue,
): { readonly certainty: RuleValue['certainty'] | 'own'; readonly word: string } {
  const shown = overridden === null ? certainty : 'own';
  return { certainty: shown, word: text.rules.certaintyWord[shown] };
}
