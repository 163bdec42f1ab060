import type { PackNews, RuleValue, WhoRow } from '#shared/contract/rules.ts';
import { handbookPlace, handbookWords, whoMayWhat } from '#shared/domain/procedure/handbook.ts';
import { packNews } from '#shared/domain/procedure/pack-news.ts';
import { sourceLine } from '#shared/domain/procedure/pack-lookup.ts';
import { proceduresOfValues } from '#shared/domain/procedure/value-use.ts';
import type { Procedure } from '#shared/domain/procedure/vocabulary.ts';
import type { BilingualText, RulePack, Sourced } from '#shared/rules/pack-schema.ts';
import { sourcedValues } from '#shared/rules/packs.ts';

/** Every value of a pack as the screens and the sheet of rules show it. */
export function valuesOf(pack: RulePack): RuleValue[] {
  const use = proceduresOfValues(pack);
  return [...sourcedValues(pack)].map(([path, node]) =>
    asValue(pack, path, node as unknown as Sourced<RuleValue['value']>, use.get(path) ?? []),
  );
}

function asValue(
  pack: RulePack,
  path: string,
  node: Sourced<RuleValue['value']>,
  procedures: readonly Procedure[],
): RuleValue {
  const { overridden } = node;
  return {
    path,
    about: aboutOf(pack, path),
    ...handbookPlace(pack, path),
    value: node.value,
    words: handbookWords(pack, path) ?? null,
    cards: paperRuleOf(pack, path)?.cards ?? null,
    source: sourceLine(pack, overridden === undefined ? node : { source: node.source }),
    url: node.source.url ?? pack.documents[node.source.document]?.url ?? null,
    certainty: node.certainty,
    note: node.note ?? null,
    procedures: [...procedures],
    overridden:
      overridden === undefined
        ? null
        : {
            original: overridden.original as RuleValue['value'],
            by: overridden.by,
            at: overridden.at,
            why: overridden.why,
          },
  };
}

function paperRuleOf(pack: RulePack, path: string): RulePack['paperRules'][string] | undefined {
  const [section, id = ''] = path.split('.');
  return section === 'paperRules' ? pack.paperRules[id] : undefined;
}

/** The title of the entry a path leads into: the band, procedure or kind of office, or the bands that a rule on papers is of. */
function aboutOf(pack: RulePack, path: string): BilingualText | null {
  const [section, id] = path.split('.');
  const rule = paperRuleOf(pack, path) ?? (section === 'contact' ? pack.contact[id ?? ''] : undefined);
  if (rule !== undefined) return joined(titlesOf(pack, rule.bands ?? []));
  const tables: Record<string, Readonly<Record<string, { readonly title: BilingualText } | undefined>>> = {
    bands: pack.bands,
    procedures: pack.procedures,
    officeKinds: pack.officeKinds,
  };
  return tables[section ?? '']?.[id ?? '']?.title ?? null;
}

function titlesOf(pack: RulePack, bands: readonly string[]): BilingualText[] {
  return bands.flatMap((id) => pack.bands[id]?.title ?? []);
}

function joined(titles: readonly BilingualText[]): BilingualText | null {
  if (titles.length === 0) return null;
  return { vi: titles.map(({ vi }) => vi).join('; '), en: titles.map(({ en }) => en).join('; ') };
}

/** For each age band what its people get. */
export function whoOf(pack: RulePack): WhoRow[] {
  return whoMayWhat(pack).map(asRow);
}

function asRow({ title, cells }: ReturnType<typeof whoMayWhat>[number]): WhoRow {
  return { title, cells: cells.map((cell) => ({ ...cell })) };
}

/** What a pack changed against the one before it, as the screen shows it. */
export function newsOf(before: RulePack, after: RulePack): Omit<PackNews, 'before'> {
  const news = packNews(before, after);
  const byPath = (pack: RulePack) => new Map(valuesOf(pack).map((value) => [value.path, value]));
  const [old, now] = [byPath(before), byPath(after)];
  return {
    documents: news.documents.map(({ number, title, issuer, date }) => ({
      number,
      title,
      issuer,
      date: date ?? null,
    })),
    values: news.values.map((path) => ({ before: old.get(path) ?? null, after: now.get(path) ?? null })),
    told: news.told.flatMap(({ path, bands, now: isNow }) => {
      const value = now.get(path);
      if (value?.words == null) return [];
      return [{ words: value.words, to: titlesOf(after, bands), now: isNow, source: value.source }];
    }),
    places: news.places.map(({ place, now: isNow }) => ({
      procedures: [...place.procedures],
      kinds: place.kinds.map((kind) => after.officeKinds[kind].title),
      residence: place.residence,
      onlyDeployed: place.onlyWhere !== undefined,
      now: isNow,
    })),
    who: news.who.map((row) => ({
      before: row.before === null ? null : asRow(row.before),
      after: row.after === null ? null : asRow(row.after),
    })),
  };
}
