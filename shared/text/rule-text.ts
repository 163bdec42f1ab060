import type { RuleValue } from '#shared/contract/rules.ts';
import { inLanguage, type Language } from '#shared/domain/language.ts';
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
  if (Array.isArray(value)) return value.flatMap((entry) => valueLines(entry, text, language));
  if (!isTable(value)) return [];
  return tableLines(value, text, language);
}

function tableLines(value: Table, text: Catalogue, language: Language): readonly string[] {
  const paper = value['paper'];
  if (typeof paper === 'string') {
    const name = (text.common.paper as Readonly<Record<string, string>>)[paper] ?? paper;
    return [`${name}, ${value['required'] === true ? text.rules.required : text.rules.onWish}`];
  }
  const { vi, en } = value;
  if (Array.isArray(vi) || Array.isArray(en))
    return valueLines(inLanguage({ vi, en }, language) ?? [], text, language);
  if (value['title'] !== undefined) return valueLines(value['title'], text, language);
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

/** What a value speaks of: the title the pack gives, the procedure in its path, or the bare key. */
export function aboutValue(value: RuleValue, text: Catalogue, language: Language): string | null {
  if (value.about !== null) return inLanguage(value.about, language);
  const key = value.path.split('.').slice(1).join('.');
  if (key === '') return null;
  const procedures: Readonly<Record<string, string>> = text.common.procedureShort;
  return procedures[key.replace(/^approved-/, '')] ?? text.rules.key[key] ?? null;
}

/** What kind of thing a path names, and its own part. */
export function pathLabel(path: string, text: Catalogue): string {
  const section = path.split('.')[0] ?? path;
  return text.rules.section[section] ?? section;
}

/** How sure a value is, or that it is the office's own, with the word for it. */
export function certaintyOf(
  { overridden, certainty }: Pick<RuleValue, 'overridden' | 'certainty'>,
  text: Catalogue,
): { readonly certainty: RuleValue['certainty'] | 'own'; readonly word: string } {
  const shown = overridden === null ? certainty : 'own';
  return { certainty: shown, word: text.rules.certaintyWord[shown] };
}
